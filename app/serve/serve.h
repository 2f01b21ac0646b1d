// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "parley/model_options.h"
#include "serve/log.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace parley::serve {

struct ServeOptions {
    ModelOptions model;
    std::string modelName;        ///< what clients call it
    std::filesystem::path voices; ///< folder; empty: none
    std::string host = "127.0.0.1";
    int port = 8000;                     ///< 0: any that is free
    std::string key{};                   ///< empty: none, which only a loopback host allows
    std::size_t queue = 32;              ///< scripts in hand at a time, those that are spoken included
    std::chrono::seconds unloadAfter{0}; ///< the model goes out of memory after so long without a script; 0: never
    Log log;
    std::function<void(const std::string& address)> onListening; ///< called once, before the model is there
};

/// Serves until `stop`. Errors: OptionInvalid (a host that others reach without a key), NetworkFailed (the port is
/// taken, or was lost).
[[nodiscard]] Result<std::monostate> serve(const ServeOptions& options, const std::stop_token& stop);

} // namespace parley::serve
