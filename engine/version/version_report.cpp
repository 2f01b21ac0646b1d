// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/version.h"

namespace parley {

namespace {

std::string line(std::string_view what, std::string_view value, std::string_view otherwise) {
    return std::string(what) + ": " + std::string(value.empty() ? otherwise : value) + '\n';
}

} // namespace

std::string versionReport(std::string_view program) {
    const BuildInfo build = buildInfo();
    return std::string(program) + ' ' + std::string(build.version) + '\n' + line("commit", build.commit, "unknown") +
           line("torch", build.torch, "none") + line("CUDA", build.cuda, "none");
}

} // namespace parley
