// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine_speed/apart.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>

namespace parley::benchmarks {

namespace {

[[noreturn]] void workAndLeave(const std::function<void()>& work) {
    int status = EXIT_SUCCESS;
    try {
        work();
    } catch (const std::exception& error) {
        std::cerr << "engine-speed: " << error.what() << "\n";
        status = EXIT_FAILURE;
    }
    std::cout << std::flush;
    _exit(status); // what the parent registered to be done at exit is the parent's
}

} // namespace

std::string runApart(const std::function<void()>& work) {
    std::cout << std::flush; // else the child would write it too
    const pid_t child = fork();
    if (child < 0) {
        return std::string("no new process: ") + std::strerror(errno);
    }
    if (child == 0) {
        workAndLeave(work);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return std::string("lost the process: ") + std::strerror(errno);
        }
    }
    if (WIFSIGNALED(status)) {
        return "ended by signal " + std::to_string(WTERMSIG(status)) +
               (WTERMSIG(status) == SIGKILL ? " (out of memory?)" : "");
    }
    return WEXITSTATUS(status) == EXIT_SUCCESS ? "" : "failed";
}

} // namespace parley::benchmarks
