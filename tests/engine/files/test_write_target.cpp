// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/files/folder.h"
#include "files/write_target.h"

#include <sys/stat.h>
#include <unistd.h>

#include <QTest>
#include <string>

namespace fs = std::filesystem;
using parley::EngineError;
using parley::ErrorCode;
using parley::files::checkWritable;
using parley::files::findWriteTarget;

namespace {

/// The problem that checkWritable() names; empty when it has none.
QString problemWith(const fs::path& path) {
    try {
        checkWritable(path, ErrorCode::FileUnwritable);
    } catch (const EngineError& failure) {
        if (failure.error().code != ErrorCode::FileUnwritable || failure.error().subject.english() != path.string()) {
            return QStringLiteral("wrong code or subject");
        }
        return QString::fromStdString(failure.error().problem.english());
    }
    return {};
}

} // namespace

class TestWriteTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("problem");
        QTest::newRow("missing folder") << QByteArray("nowhere/a.wav") << "there is no folder";
        QTest::newRow("a folder") << QByteArray("folder") << "is a folder";
        QTest::newRow("a folder, with slash") << QByteArray("folder/") << "is a folder";
        QTest::newRow("no name") << QByteArray("nowhere/") << "names no file";
        QTest::newRow("inside a file") << QByteArray("file/a.wav") << "can't be written";
        QTest::newRow("zero byte") << QByteArray("a\0.wav", 6) << "zero byte";
        QTest::newRow("endless links") << QByteArray("loop") << "in a circle";
        QTest::newRow("link into nowhere") << QByteArray("astray") << "there is no folder";
    }

    void refuses() {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, problem);
        const Folder folder;
        folder.put("file", "content");
        fs::create_directory(folder.path("folder"));
        fs::create_symlink("loop", folder.path("loop"));
        fs::create_symlink("nowhere/a.wav", folder.path("astray"));
        const QString found = problemWith(folder.path("") / name.toStdString());
        QVERIFY2(found.contains(problem), qPrintable(found));
    }

    void refusesTheEmptyName() { QVERIFY(!problemWith({}).isEmpty()); }

    void refusesWhatIsProtected() {
        if (geteuid() == 0) {
            QSKIP("root may write everywhere");
        }
        const Folder folder;
        folder.put("a.wav", "old");
        QCOMPARE(chmod(folder.path("a.wav").c_str(), 0444), 0);
        fs::create_directory(folder.path("locked"));
        QCOMPARE(chmod(folder.path("locked").c_str(), 0555), 0);
        QVERIFY(!problemWith(folder.path("a.wav")).isEmpty());
        QVERIFY(!problemWith(folder.path("locked/a.wav")).isEmpty());
    }

    void allowsAndWritesNothing() {
        const Folder folder;
        folder.put("old.wav", "old");
        QCOMPARE(problemWith(folder.path("new.wav")), QString());
        QCOMPARE(problemWith(folder.path("old.wav")), QString());
        QCOMPARE(problemWith("a name in the working folder.wav"), QString());
        QCOMPARE(problemWith("/dev/null"), QString());
        QCOMPARE(folder.names(), QStringList{"old.wav"});
    }

    void tellsWhatIsThere() {
        const Folder folder;
        folder.put("old.wav", "old");
        QCOMPARE(chmod(folder.path("old.wav").c_str(), 0640), 0);
        fs::create_symlink("old.wav", folder.path("link.wav"));
        const auto target = findWriteTarget(folder.path("link.wav"), ErrorCode::FileUnwritable);
        QCOMPARE(target.path, folder.path("old.wav"));
        QVERIFY(target.existingMode == mode_t{0640});
        QVERIFY(!target.isDevice);
        QVERIFY(findWriteTarget("/dev/null", ErrorCode::FileUnwritable).isDevice);
    }
};

QTEST_GUILESS_MAIN(TestWriteTarget)
#include "test_write_target.moc"
