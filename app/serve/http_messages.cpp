// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/http_messages.h"

namespace parley::serve {

namespace {

void setStream(const httplib::Request& request, httplib::Response& response, const HttpReply& reply) {
    const auto provider = [stream = reply.stream](std::size_t, httplib::DataSink& sink) {
        const bool whole = stream([&](std::string_view bytes) { return sink.write(bytes.data(), bytes.size()); });
        if (whole) {
            sink.done();
        }
        return whole;
    };
    if (request.version == "HTTP/1.0") { // knows no pieces; the end of the connection is the end of the body
        response.set_content_provider(reply.contentType, provider);
        response.set_header("Connection", "close");
    } else {
        response.set_chunked_content_provider(reply.contentType, provider);
    }
}

} // namespace

HttpHead headOf(const httplib::Request& request) {
    return {request.method, request.path, {request.headers.begin(), request.headers.end()}};
}

bool hasBody(const HttpHead& head) {
    const std::vector<std::string> lengths = head.values("Content-Length");
    const bool hasLength = !lengths.empty() && !(lengths.size() == 1 && lengths.front() == "0");
    return hasLength || !head.values("Transfer-Encoding").empty();
}

void fill(const httplib::Request& request, httplib::Response& response, const HttpReply& reply) {
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers) {
        response.set_header(name, value);
    }
    if (reply.stream) {
        setStream(request, response, reply);
    } else {
        response.set_content(reply.body, reply.contentType);
    }
}

} // namespace parley::serve
