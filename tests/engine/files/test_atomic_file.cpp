// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/files/folder.h"
#include "files/atomic_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <QTest>
#include <string>

namespace fs = std::filesystem;
using parley::ErrorCode;
using parley::files::AtomicFile;

namespace {

void save(const fs::path& path, const QByteArray& content) {
    AtomicFile file(path, ErrorCode::FileUnwritable);
    file.write(bytesOf(content));
    file.commit();
}

/// A umask for the length of a test.
class Umask {
public:
    explicit Umask(mode_t mask) : m_previous(umask(mask)) {}
    ~Umask() { umask(m_previous); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;
    Umask(Umask&&) = delete;
    Umask& operator=(Umask&&) = delete;

private:
    mode_t m_previous;
};

mode_t modeOf(const fs::path& path) {
    struct stat status = {};
    return stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appearsOnlyWhenCommitted() {
        const Folder folder;
        AtomicFile file(folder.path("a.wav"), ErrorCode::FileUnwritable);
        file.write(bytesOf("one "));
        file.write(bytesOf("two"));
        const QString part = QStringLiteral(".a.wav.%1.part").arg(getpid());
        QCOMPARE(folder.names(), QStringList{part});
        file.commit();
        QCOMPARE(folder.names(), QStringList{"a.wav"});
        QCOMPARE(folder.content("a.wav"), QByteArray("one two"));
    }

    void leavesNothingWithoutCommit() {
        const Folder folder;
        folder.put("a.wav", "old");
        {
            AtomicFile file(folder.path("a.wav"), ErrorCode::FileUnwritable);
            file.write(bytesOf("new"));
        }
        QCOMPARE(folder.names(), QStringList{"a.wav"});
        QCOMPARE(folder.content("a.wav"), QByteArray("old"));
    }

    void replacesAndKeepsPermissions_data() {
        QTest::addColumn<unsigned>("mode");
        QTest::newRow("secret") << 0600U;
        QTest::newRow("for the group") << 0660U;
        QTest::newRow("for all") << 0666U;
    }

    void replacesAndKeepsPermissions() {
        QFETCH(const unsigned, mode);
        const Umask mask(0022);
        const Folder folder;
        folder.put("a.wav", "old and longer");
        QCOMPARE(chmod(folder.path("a.wav").c_str(), mode), 0);
        save(folder.path("a.wav"), "new");
        QCOMPARE(folder.content("a.wav"), QByteArray("new"));
        QCOMPARE(modeOf(folder.path("a.wav")), mode);
    }

    void givesNewFilesTheUsualPermissions() {
        const Umask mask(0027);
        const Folder folder;
        save(folder.path("a.wav"), "new");
        QCOMPARE(modeOf(folder.path("a.wav")), 0640U);
    }

    void keepsLinks_data() {
        QTest::addColumn<bool>("exists");
        QTest::newRow("to a file") << true;
        QTest::newRow("to nothing yet") << false;
    }

    void keepsLinks() {
        QFETCH(const bool, exists);
        const Folder folder;
        fs::create_directory(folder.path("deep"));
        if (exists) {
            folder.put("deep/a.wav", "old");
        }
        fs::create_symlink("deep/a.wav", folder.path("second"));
        fs::create_symlink(folder.path("second"), folder.path("first"));
        save(folder.path("first"), "new");
        QVERIFY(fs::is_symlink(folder.path("first")));
        QVERIFY(fs::is_symlink(folder.path("second")));
        QVERIFY(!fs::is_symlink(folder.path("deep/a.wav")));
        QCOMPARE(folder.content("deep/a.wav"), QByteArray("new"));
    }

    void passesOverPartsOfKilledPrograms() {
        const Folder folder;
        const std::string part = ".a.wav." + std::to_string(getpid()) + ".part";
        folder.put(part.c_str(), "left behind");
        save(folder.path("a.wav"), "new");
        QCOMPARE(folder.content("a.wav"), QByteArray("new"));
        QCOMPARE(folder.content(part.c_str()), QByteArray("left behind"));
    }

    void letsTwoWriteTheSameName() {
        const Folder folder;
        AtomicFile first(folder.path("a.wav"), ErrorCode::FileUnwritable);
        AtomicFile second(folder.path("a.wav"), ErrorCode::FileUnwritable);
        first.write(bytesOf("first"));
        second.write(bytesOf("second"));
        second.commit();
        QCOMPARE(folder.content("a.wav"), QByteArray("second"));
        first.commit();
        QCOMPARE(folder.content("a.wav"), QByteArray("first"));
        QCOMPARE(folder.names(), QStringList{"a.wav"});
    }

    void takesTheLongestNames() {
        const Folder folder;
        std::string name = "a"; // an odd start, so that the cut would fall inside a character
        while (name.size() < 253) {
            name += "ä";
        }
        save(folder.path(name.c_str()), "new");
        QCOMPARE(folder.names(), QStringList{QString::fromStdString(name)});
    }

    void writesIntoTheWorkingFolder() {
        const Folder folder;
        const fs::path before = fs::current_path();
        fs::current_path(folder.path("."));
        save("a.wav", "new");
        fs::current_path(before);
        QCOMPARE(folder.content("a.wav"), QByteArray("new"));
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "test_atomic_file.moc"
