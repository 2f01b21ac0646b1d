// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/files/device.h"
#include "engine/files/folder.h"
#include "files/atomic_file.h"
#include "support/file_size_limit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>
#include <csignal>

namespace fs = std::filesystem;
using parley::EngineError;
using parley::ErrorCode;
using parley::files::AtomicFile;

namespace {

/// The code of the failure when 1 MiB is saved; Internal and a test failure when there is none.
ErrorCode failureOfSaving(const fs::path& path) {
    try {
        AtomicFile file(path, ErrorCode::FileUnwritable);
        file.write(bytesOf(QByteArray(1 << 20, 'x')));
        file.commit();
    } catch (const EngineError& failure) {
        if (failure.error().subject.english() != path.string()) {
            qWarning("error is about %s", failure.error().subject.english().c_str());
            return ErrorCode::Internal;
        }
        return failure.error().code;
    }
    qWarning("nothing was thrown");
    return ErrorCode::Internal;
}

bool isPending(int signal) {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return sigismember(&pending, signal) == 1;
}

} // namespace

class TestAtomicFileFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // The defaults, which end the program: the writer itself must see to it that they do not.
        QVERIFY(std::signal(SIGPIPE, SIG_DFL) != SIG_ERR);
        QVERIFY(std::signal(SIGXFSZ, SIG_DFL) != SIG_ERR);
    }

    void fullDiskKeepsTheOldFile() {
        const Folder folder;
        folder.put("a.wav", "old");
        {
            const FileSizeLimit limit(65536);
            QCOMPARE(failureOfSaving(folder.path("a.wav")), ErrorCode::DiskFull);
        }
        QVERIFY(!isPending(SIGXFSZ));
        QCOMPARE(folder.names(), QStringList{"a.wav"});
        QCOMPARE(folder.content("a.wav"), QByteArray("old"));
    }

    void cannotBeUsedAfterAFailure() {
        const Folder folder;
        AtomicFile file(folder.path("a.wav"), ErrorCode::FileUnwritable);
        {
            const FileSizeLimit limit(65536);
            QVERIFY_EXCEPTION_THROWN(file.write(bytesOf(QByteArray(1 << 20, 'x'))), EngineError);
        }
        QVERIFY_EXCEPTION_THROWN(file.write(bytesOf("more")), EngineError);
        QVERIFY_EXCEPTION_THROWN(file.commit(), EngineError);
        QCOMPARE(folder.names(), QStringList());
    }

    void devicesAreWrittenToDirectly() {
        const Folder folder;
        const auto device = fullDevice(folder.path(""));
        if (!device) {
            QSKIP("there is no device to test with");
        }
        fs::create_symlink(*device, folder.path("a.wav"));
        QCOMPARE(failureOfSaving(*device), ErrorCode::DiskFull);
        QCOMPARE(failureOfSaving(folder.path("a.wav")), ErrorCode::DiskFull);
        QVERIFY(fs::is_symlink(folder.path("a.wav")));
        QVERIFY(fs::is_character_file(*device));
    }

    void pipesAreWrittenToDirectly() {
        const Folder folder;
        QCOMPARE(mkfifo(folder.path("a.wav").c_str(), 0600), 0);
        const int reader = open(folder.path("a.wav").c_str(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        AtomicFile file(folder.path("a.wav"), ErrorCode::FileUnwritable);
        file.write(bytesOf("sound"));
        QByteArray heard(5, ' ');
        QCOMPARE(read(reader, heard.data(), 5), ssize_t{5});
        QCOMPARE(heard, QByteArray("sound"));

        AtomicFile another(folder.path("a.wav"), ErrorCode::FileUnwritable);
        another.commit();
        QVERIFY(fs::is_fifo(folder.path("a.wav")));

        close(reader);
        QVERIFY_EXCEPTION_THROWN(file.write(bytesOf("nobody listens")), EngineError);
        QVERIFY(!isPending(SIGPIPE));
        QVERIFY(fs::is_fifo(folder.path("a.wav")));
    }

    void reportsWhereNothingCanBeCreated() {
        // Not even root can; where there is no /proc, the folder is missing.
        QCOMPARE(failureOfSaving("/proc/a.wav"), ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestAtomicFileFailures)
#include "test_atomic_file_failures.moc"
