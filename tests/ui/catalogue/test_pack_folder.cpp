// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/pack_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;

namespace {

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(bytes) != bytes.size()) {
        qFatal("can't write %s", qPrintable(path));
    }
}

/// A pack of one file, as it is noted.
PackHere smallPack(const QString& folder) {
    CatalogueFile file;
    file.path = "liba.so";
    file.bytes = 3;
    file.sha256 = QByteArray(64, 'a');
    return {folder, "A pack", "9.9.9", {file}};
}

} // namespace

/// GPU packs on the disk: found, removed, and told from what others put there.
class TestPackFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath("cuda13-torch9.9.9");
    }

    void liesInTheDataFolder() {
        QProcessEnvironment environment;
        QCOMPARE(gpuPacksFolder(environment, "/home/me"), QString("/home/me/.local/share/parley/gpu-packs"));
        environment.insert("XDG_DATA_HOME", "here");
        QCOMPARE(gpuPacksFolder(environment, "/home/me"), QString("/home/me/.local/share/parley/gpu-packs"));
        environment.insert("XDG_DATA_HOME", "/data");
        QCOMPARE(gpuPacksFolder(environment, "/home/me"), QString("/data/parley/gpu-packs"));
    }

    void isKnownByItsNote() {
        QVERIFY(!readPack(m_folder));
        makePack();
        const std::optional<PackHere> pack = readPack(m_folder);
        QVERIFY(pack && pack->torch == "9.9.9" && pack->files.size() == 1);
        QCOMPARE(expectedFiles(*pack).first().path, m_folder + "/liba.so");
        QVERIFY(QDir().mkpath(m_place->filePath("other")));
        QVERIFY(QDir().mkpath(m_place->filePath("begun.part")));
        QCOMPARE(packFolders(m_place->path()), (QStringList{m_place->filePath("begun"), m_folder}));
    }

    void bearsAnyNote_data() {
        QTest::addColumn<QByteArray>("note");
        for (const char* note :
             {"", "[]", "{}", R"({"name": "x", "files": [{"name": "../../etc/passwd", "bytes": 1, "sha256": "a"}]})",
              R"({"name": "x", "files": [{"name": "a", "bytes": "b"}]})", R"({"name": "x", "files": 3})"}) {
            QTest::newRow(note) << QByteArray(note);
        }
    }
    void bearsAnyNote() {
        QFETCH(const QByteArray, note);
        put(m_folder + "/.parley-gpu-pack.json", note);
        QVERIFY(!readPack(m_folder));
        QVERIFY(!removePack(m_folder).ok());
        QVERIFY(QFileInfo::exists(m_folder + "/.parley-gpu-pack.json"));
    }

    void removesWhatItBrought() {
        makePack();
        const Result<qint64> removed = removePack(m_folder);
        QVERIFY(removed.ok());
        QCOMPARE(removed.value(), 3);
        QVERIFY(!QFileInfo::exists(m_folder));
    }

    void keepsWhatOthersPutThere() {
        makePack();
        put(m_folder + "/mine.txt", "mine");
        QVERIFY(removePack(m_folder).ok());
        QCOMPARE(QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{"mine.txt"});
        QVERIFY(!removePack(m_folder).ok());
    }

    void keepsWhatALinkLeadsTo() {
        put(m_place->filePath("elsewhere"), "abc");
        makePack();
        QVERIFY(QFile::remove(m_folder + "/liba.so"));
        QVERIFY(QFile::link(m_place->filePath("elsewhere"), m_folder + "/liba.so"));
        const Result<qint64> removed = removePack(m_folder);
        QVERIFY(removed.ok());
        QCOMPARE(removed.value(), 0);
        QVERIFY(QFileInfo::exists(m_place->filePath("elsewhere")) && !QFileInfo::exists(m_folder));
    }

    void removesWhatWasBegun() {
        put(m_folder + ".part/wheels/x.whl.part", "12345");
        QVERIFY(isPackUnfinished(m_folder));
        QCOMPARE(packPartBytes(m_folder), 5);
        const Result<qint64> removed = removePack(m_folder);
        QVERIFY(removed.ok());
        QCOMPARE(removed.value(), 5);
        QVERIFY(!QFileInfo::exists(m_folder + ".part"));
    }

private:
    void makePack() {
        put(m_folder + "/liba.so", "abc");
        QVERIFY(!writePack(smallPack(m_folder), m_folder));
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestPackFolder)
#include "test_pack_folder.moc"
