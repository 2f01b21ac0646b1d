// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/autosaved_file.h"

#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using parley::ui::AutosavedFile;
using parley::ui::withChanges;

namespace {

constexpr int kVersion = 1;
const QString kKey = QStringLiteral("test-file");

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject objectIn(const QString& path) {
    return QJsonDocument::fromJson(contentsOf(path)).object();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestAutosavedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("kept.json"));
    }

    void changesLeaveTheRestAlone() {
        const QJsonObject contents{{"new", 7}, {"a", "theirs"}, {"deep", QJsonObject{{"x", 1}, {"y", 2}}}};
        const QJsonObject before{{"a", "default"}, {"b", 1}, {"deep", QJsonObject{{"x", 1}}}, {"gone", true}};
        const QJsonObject now{{"a", "default"}, {"b", 2}, {"deep", QJsonObject{{"x", 5}}}};
        const QJsonObject expected{{"new", 7}, {"a", "theirs"}, {"b", 2}, {"deep", QJsonObject{{"x", 5}, {"y", 2}}}};
        QCOMPARE(withChanges(contents, before, now), expected);
    }

    void savesByItself() {
        AutosavedFile file(m_path, kKey, kVersion);
        QCOMPARE(file.load(), QJsonObject());
        file.save({}, {{"a", 1}});
        QTRY_COMPARE_WITH_TIMEOUT(objectIn(m_path), (QJsonObject{{kKey, kVersion}, {"a", 1}}), 20'000);
        file.save({{"a", 1}}, {{"a", 2}});
        QTRY_COMPARE_WITH_TIMEOUT(objectIn(m_path).value("a").toInt(), 2, 20'000);
        QCOMPARE(file.notice(), QString());
    }

    void savesWhenItGoes() {
        {
            AutosavedFile file(m_path, kKey, kVersion);
            QVERIFY(file.load().isEmpty());
            file.save({}, {{"a", 1}});
        }
        QCOMPARE(objectIn(m_path).value("a").toInt(), 1);
    }

    void makesItsFolder() {
        const QString deep = m_folder->filePath(QStringLiteral("not/yet/there.json"));
        AutosavedFile file(deep, kKey, kVersion);
        QVERIFY(file.load().isEmpty());
        file.save({}, {{"a", 1}});
        QVERIFY(file.flush());
        QCOMPARE(objectIn(deep).value("a").toInt(), 1);
    }

    void putsAsideWhatItCantRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << QByteArray(R"({"test-file": 1, "a": )");
        QTest::newRow("noise") << QByteArray("\xff\xfe\x00\x01", 4);
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("somebody else's") << QByteArray(R"({"a": 1})");
        QTest::newRow("version of another type") << QByteArray(R"({"test-file": {}})");
        QTest::newRow("version nought") << QByteArray(R"({"test-file": 0})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void putsAsideWhatItCantRead() {
        QFETCH(QByteArray, bytes);
        write(m_path, bytes);
        AutosavedFile file(m_path, kKey, kVersion);
        QCOMPARE(file.load(), QJsonObject());
        QVERIFY(!file.notice().isEmpty());
        QVERIFY(!QFile::exists(m_path));
        file.save({}, {{"a", 3}});
        QVERIFY(file.flush());
        QCOMPARE(objectIn(m_path).value("a").toInt(), 3);
        const QStringList aside = QDir(m_folder->path()).entryList({"kept.damaged-*.json"});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(contentsOf(m_folder->filePath(aside.first())), bytes);
        QVERIFY(file.notice().contains(aside.first()));
    }

    void keepsEveryDamagedFile() {
        for (int i = 0; i < 3; ++i) {
            write(m_path, "{");
            AutosavedFile file(m_path, kKey, kVersion);
            QVERIFY(file.load().isEmpty());
        }
        QCOMPARE(QDir(m_folder->path()).entryList({"kept.damaged-*"}).size(), 3);
    }

    void isNotHeldUpByAPipe() {
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        AutosavedFile file(m_path, kKey, kVersion);
        QVERIFY(file.load().isEmpty());
        QVERIFY(!file.notice().isEmpty());
    }

    void takesAFolderAside() {
        QVERIFY(QDir().mkpath(m_path + QStringLiteral("/inside")));
        AutosavedFile file(m_path, kKey, kVersion);
        QVERIFY(file.load().isEmpty());
        file.save({}, {{"a", 1}});
        QVERIFY(file.flush());
        QCOMPARE(QDir(m_folder->path()).entryList({"kept.damaged-*"}, QDir::Dirs).size(), 1);
    }

    void keepsWhatANewerVersionWrote() {
        write(m_path, R"({"test-file": 9, "a": "sepia", "b": 1, "unknown": {"c": [1, 2]}})");
        AutosavedFile file(m_path, kKey, kVersion);
        QCOMPARE(file.load().value("b").toInt(), 1);
        QVERIFY(!file.notice().isEmpty());
        file.save({{"a", "light"}, {"b", 1}}, {{"a", "light"}, {"b", 2}});
        QVERIFY(file.flush());
        const QJsonObject expected{
            {kKey, 9}, {"a", "sepia"}, {"b", 2}, {"unknown", QJsonObject{{"c", QJsonArray{1, 2}}}}};
        QCOMPARE(objectIn(m_path), expected);
    }

    void saysThatItCantWriteAndRecovers() {
        // A file where the folder should be stops even a superuser.
        const QString blocker = m_folder->filePath(QStringLiteral("blocker"));
        write(blocker, "x");
        AutosavedFile file(blocker + QStringLiteral("/kept.json"), kKey, kVersion);
        QVERIFY(file.load().isEmpty());
        QSignalSpy changed(&file, &AutosavedFile::noticeChanged);
        file.save({}, {{"a", 1}});
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
        QVERIFY(!file.notice().isEmpty());
        QVERIFY(QFile::remove(blocker));
        QVERIFY(file.flush());
        QCOMPARE(file.notice(), QString());
        QCOMPARE(objectIn(blocker + QStringLiteral("/kept.json")).value("a").toInt(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestAutosavedFile)
#include "test_autosaved_file.moc"
