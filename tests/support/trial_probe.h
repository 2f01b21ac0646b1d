// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace parley::test {

/// What is kept of a device around runtime::keptTrial(), in the folder of verdicts that is set.
struct KeptAround {
    bool againstWhileItGoesOn = false; ///< a verdict against it, which another program would heed
    bool nothingWhereItThrows = false;
    bool itsOwnAfterwards = false;
};
[[nodiscard]] KeptAround aTrial();

} // namespace parley::test
