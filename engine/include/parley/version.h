// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace parley {

/// What a program was built from. Nothing in it is ever freed.
struct BuildInfo {
    std::string_view version; ///< "0.1.0", as project() in CMakeLists.txt says
    std::string_view commit;  ///< twelve digits, with "-dirty" for a changed checkout; empty: not built from a clone
    std::string_view torch;   ///< "2.13.0"; empty: built without
    std::string_view cuda;    ///< "13.0", the toolkit that LibTorch was built with; empty: LibTorch is for CPUs alone
    std::string_view updates; ///< the address that knows the newest release; empty: there is none
};

[[nodiscard]] BuildInfo buildInfo() noexcept;

/// What --version prints: the program's name and version, then commit, torch and CUDA, a line each.
[[nodiscard]] std::string versionReport(std::string_view program);

} // namespace parley
