// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace parley::ui {

/// How much fits into a model, what a voice takes of it included. The defaults are the released model's.
struct ModelLimits {
    int bytes = 1024;  ///< of text
    int tokens = 3072; ///< rows of codes

    bool operator==(const ModelLimits&) const = default;
};

} // namespace parley::ui
