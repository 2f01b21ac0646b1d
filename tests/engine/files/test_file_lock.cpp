// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/files/folder.h"
#include "files/file_lock.h"
#include "parley/error.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QTest>
#include <array>
#include <csignal>
#include <future>

using parley::EngineError;
using parley::files::FileLock;
using Kind = FileLock::Kind;
using State = FileLock::State;

namespace {

constexpr std::chrono::minutes kPatience{5};

} // namespace

class TestFileLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void excludesOthers() {
        const Folder folder;
        const auto path = folder.path("lock");
        {
            const FileLock lock = FileLock::tried(path, Kind::Exclusive);
            QVERIFY(lock.isHeld());
            QVERIFY(FileLock::tried(path, Kind::Exclusive).state() == State::Foreign);
            QVERIFY(FileLock::tried(path, Kind::Shared).state() == State::Foreign);
            QVERIFY(FileLock::waitedFor(path, std::chrono::milliseconds(0), {}).state() == State::Foreign);
        }
        const FileLock shared = FileLock::tried(path, Kind::Shared);
        QVERIFY(shared.isHeld());
        QVERIFY(FileLock::tried(path, Kind::Shared).isHeld());
        QVERIFY(FileLock::tried(path, Kind::Exclusive).state() == State::Foreign);
    }

    void isFreeWhereThereIsNoFile() {
        const Folder folder;
        QVERIFY(FileLock::tried(folder.path("lock"), Kind::Shared).isHeld());
        QCOMPARE(folder.names(), QStringList());
    }

    void isUnknownWhereNoneCanBe() {
        const Folder folder;
        QVERIFY(FileLock().state() == State::Unknown);
        QVERIFY(FileLock::tried(folder.path("missing/lock"), Kind::Exclusive).state() == State::Unknown);
        QVERIFY(FileLock::waitedFor(folder.path("missing/lock"), kPatience, {}).state() == State::Unknown);
        QVERIFY(FileLock::tried(folder.path(std::string(300, 'x').c_str()), Kind::Shared).state() == State::Unknown);
    }

    void endsWithItsProgram() {
        const Folder folder;
        const auto path = folder.path("lock");
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        const pid_t child = fork();
        if (child == 0) {
            const FileLock lock = FileLock::tried(path, Kind::Exclusive);
            (void)!write(pipe[1], "x", 1);
            pause();
        }
        char byte = 0;
        QCOMPARE(read(pipe[0], &byte, 1), ssize_t{1});
        QVERIFY(FileLock::tried(path, Kind::Exclusive).state() == State::Foreign);
        QCOMPARE(kill(child, SIGKILL), 0);
        QCOMPARE(waitpid(child, nullptr, 0), child);
        QVERIFY(FileLock::tried(path, Kind::Exclusive).isHeld());
    }

    void isWaitedForUntilItIsFree() {
        const Folder folder;
        const auto path = folder.path("lock");
        auto lock = std::make_unique<FileLock>(FileLock::tried(path, Kind::Exclusive));
        auto waiting =
            std::async(std::launch::async, [&] { return FileLock::waitedFor(path, kPatience, {}).isHeld(); });
        lock.reset();
        QVERIFY(waiting.get());
    }

    void waitingCanBeStopped() {
        const Folder folder;
        const auto path = folder.path("lock");
        const FileLock lock = FileLock::tried(path, Kind::Exclusive);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN((void)FileLock::waitedFor(path, kPatience, stop.get_token()), EngineError);
    }
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "test_file_lock.moc"
