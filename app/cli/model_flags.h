// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/model_options.h"

#include <CLI/CLI.hpp>

namespace parley::cli {

/// Which of the shared flags a command takes.
struct ModelFlags {
    bool model = true;
    bool codec = true;
    bool hasDefault = false;  ///< whether a model of this machine is taken if none is named
    bool packedCache = false; ///< whether the command loads models in a way that can keep packed weights
};

/// Adds --model, --codec, --demo, --device, --dtype, --threads and what belongs to them, with the reference's
/// spellings.
void addModelFlags(CLI::App& command, ModelOptions& options, ModelFlags flags);

/// Throws CLI::RequiredError if neither a path nor --demo was given, unless there is a default.
void requireModel(const ModelOptions& options, ModelFlags flags);

/// What to say, on stderr, when the demo's model is used.
void announceDemo(const ModelOptions& options);

} // namespace parley::cli
