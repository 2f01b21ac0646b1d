// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output_clash.h"

#include <algorithm>
#include <system_error>

namespace parley::cli {

namespace {

namespace fs = std::filesystem;

/// Whether both are one file, there already or not.
bool areSame(const fs::path& a, const fs::path& b) {
    std::error_code error;
    // Absolute first: of a relative path that isn't there, nothing would be resolved.
    const auto whole = [&](const fs::path& path) { return fs::weakly_canonical(fs::absolute(path, error), error); };
    return !a.empty() && !b.empty() && (whole(a) == whole(b) || fs::equivalent(a, b, error));
}

Result<std::monostate> requireUnread(std::span<const fs::path> read, const fs::path& target) {
    if (std::ranges::any_of(read, [&](const fs::path& source) { return areSame(source, target); })) {
        return Error{ErrorCode::OptionInvalid,
                     target,
                     verbatim("is read, and would be written over"),
                     verbatim("choose another name for the output"),
                     {}};
    }
    return std::monostate{};
}

} // namespace

Result<std::monostate> checkClashes(std::span<const fs::path> read, std::span<const SayTask> tasks,
                                    const fs::path& codes) {
    for (const SayTask& task : tasks) {
        if (auto unread = requireUnread(read, task.out); !unread) {
            return unread;
        }
        if (areSame(task.out, codes)) {
            return Error{ErrorCode::OptionInvalid,
                         codes,
                         verbatim("is to hold both the sound and its codes"),
                         verbatim("give --out and --codes names of their own"),
                         {}};
        }
    }
    return requireUnread(read, codes);
}

} // namespace parley::cli
