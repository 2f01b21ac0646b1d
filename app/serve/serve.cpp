// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/serve.h"

#include "serve/api.h"
#include "serve/http_server.h"

namespace parley::serve {

namespace {

/// Beside those that wait for sound: connections that are idle, or ask for something short.
constexpr std::size_t kMoreThreads = 16;

std::string addressOf(const std::string& host, int port) {
    const bool isSix = host.find(':') != std::string::npos;
    return "http://" + (isSix ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

} // namespace

Result<std::monostate> serve(const ServeOptions& options, const std::stop_token& stop) {
    if (options.key.empty() && !isLoopback(options.host)) {
        return Error{ErrorCode::OptionInvalid, verbatim("--host " + options.host),
                     verbatim("can be reached by other machines, and there is no key"),
                     verbatim("give one with --key-file or PARLEY_API_KEY")};
    }
    Desk desk(options.model, options.queue, options.unloadAfter, options.log);
    Api api(desk, Gate(options.key), VoiceFolder(options.voices), options.modelName, options.log);
    HttpServer server(api, options.queue + kMoreThreads, kMostBodyBytes);
    // Before the model: a port that is taken is told at once.
    const Result<int> port = server.bind(options.host, options.port);
    if (!port) {
        return port.error();
    }
    desk.open();
    options.onListening(addressOf(options.host, port.value()));
    server.run(stop, [&] { desk.close(); });
    if (!stop.stop_requested()) {
        return Error{ErrorCode::NetworkFailed,
                     verbatim(addressOf(options.host, port.value())),
                     verbatim("can't be listened at any more"),
                     {}};
    }
    return std::monostate{};
}

} // namespace parley::serve
