// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/subprocess.h"

#include "files/file_descriptor.h"
#include "files/system_reason.h"
#include "parley/error.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

extern char** environ; // NOLINT: POSIX leaves this declaration to the program

namespace parley {
namespace {

constexpr std::size_t kMaxErrorBytes = 4096;
constexpr std::size_t kPieceBytes = 65536;

struct Pipe {
    files::FileDescriptor readEnd;
    files::FileDescriptor writeEnd;
};

Pipe openPipe() {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        throw EngineError(ErrorCode::Internal, verbatim("pipe"), files::systemReason(errno));
    }
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC); // macOS has no pipe2()
    }
    return {files::FileDescriptor(ends[0]), files::FileDescriptor(ends[1])};
}

/// What the new process does before the program begins: its three standard streams and plain signal handling.
class SpawnPlan {
public:
    SpawnPlan(int output, int errors) {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, errors, STDERR_FILENO);
        posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigaddset(&signals, SIGPIPE);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_actions);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    SpawnPlan(SpawnPlan&&) = delete;
    SpawnPlan& operator=(SpawnPlan&&) = delete;

    /// Zero or an errno.
    [[nodiscard]] int start(std::vector<std::string> arguments, pid_t& child) const {
        std::vector<char*> pointers;
        pointers.reserve(arguments.size() + 1);
        for (std::string& argument : arguments) {
            pointers.push_back(argument.data());
        }
        pointers.push_back(nullptr);
        return posix_spawnp(&child, pointers.front(), &m_actions, &m_attributes, pointers.data(), environ);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// A running program; killed when it is left without wait().
class Child {
public:
    explicit Child(pid_t pid) : m_pid(pid) {}
    ~Child() {
        if (m_pid > 0) {
            kill(m_pid, SIGKILL);
            static_cast<void>(wait());
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    Child(Child&&) = delete;
    Child& operator=(Child&&) = delete;

    /// Whether it ended well.
    bool wait() noexcept {
        int status = 0;
        pid_t ended = 0;
        do {
            ended = waitpid(m_pid, &status, 0);
        } while (ended < 0 && errno == EINTR);
        m_pid = -1;
        return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

private:
    pid_t m_pid;
};

/// Hands over what `source` has; closes it at its end.
void drain(files::FileDescriptor& source, const std::function<void(std::span<const std::byte>)>& output) {
    std::array<std::byte, kPieceBytes> piece; // NOLINT: read() fills it
    const ssize_t count = read(source.get(), piece.data(), piece.size());
    if (count > 0) {
        output(std::span(piece).first(static_cast<std::size_t>(count)));
    } else if (count == 0 || errno != EINTR) {
        source.reset();
    }
}

} // namespace

ProgramReport runProgram(const std::vector<std::string>& arguments,
                         const std::function<void(std::span<const std::byte>)>& output,
                         std::chrono::milliseconds timeLimit) {
    Pipe outputPipe = openPipe();
    Pipe errorPipe = openPipe();
    pid_t pid = -1;
    const SpawnPlan plan(outputPipe.writeEnd.get(), errorPipe.writeEnd.get());
    if (const int error = plan.start(arguments, pid); error != 0) {
        return {ProgramEnd::NotStarted, std::generic_category().message(error)};
    }
    Child child(pid);
    outputPipe.writeEnd.reset();
    errorPipe.writeEnd.reset();

    ProgramReport report;
    const auto keepErrors = [&](std::span<const std::byte> bytes) {
        const std::size_t count = std::min(bytes.size(), kMaxErrorBytes - report.errors.size());
        report.errors.append(reinterpret_cast<const char*>(bytes.data()), count);
    };
    const auto deadline = std::chrono::steady_clock::now() + timeLimit;
    while (outputPipe.readEnd.isOpen() || errorPipe.readEnd.isOpen()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        // poll() passes over the closed ones, which are negative.
        std::array<pollfd, 2> waiting{pollfd{outputPipe.readEnd.get(), POLLIN, 0},
                                      pollfd{errorPipe.readEnd.get(), POLLIN, 0}};
        const int ready = left.count() > 0 ? poll(waiting.data(), waiting.size(), static_cast<int>(left.count())) : 0;
        if (ready == 0) {
            report.end = ProgramEnd::TimedOut;
            return report;
        }
        if (ready > 0 && waiting[0].revents != 0) {
            drain(outputPipe.readEnd, output);
        }
        if (ready > 0 && waiting[1].revents != 0) {
            drain(errorPipe.readEnd, keepErrors);
        }
    }
    report.end = child.wait() ? ProgramEnd::Succeeded : ProgramEnd::Failed;
    return report;
}

} // namespace parley
