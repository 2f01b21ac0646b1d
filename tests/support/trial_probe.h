// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <optional>

namespace parley::test {

/// What is kept of a device around runtime::keptTrial(), in the folder of verdicts that is set.
struct KeptAround {
    bool offeredWhileItGoesOn = false; ///< to others, since the program hasn't ended in it
    bool againstWhereItEndsAll = false;
    bool nothingWhereItThrows = false;
    bool itsOwnAfterwards = false;
};
[[nodiscard]] KeptAround aTrial();

/// Whether a program that comes while another one is at its trial waits for it, and takes its verdict.
[[nodiscard]] bool takesTheVerdictOfAnother();

/// What becomes of one that is stopped while it waits: the code of its error.
[[nodiscard]] std::optional<ErrorCode> stoppedWhileAnotherTries();

} // namespace parley::test
