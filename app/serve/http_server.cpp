// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/http_server.h"

#include "serve/connection.h"
#include "serve/connection_stream.h"
#include "serve/http_messages.h"

#include <condition_variable>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>

namespace parley::serve {

namespace {

/// The library hands a handler its request and nothing of the connection it came by; but a handler runs on its
/// connection's thread.
thread_local Connection* currentConnection = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

constexpr int kMostRequests = 1000; // by one connection
constexpr std::size_t kRoomForChunkSizes = std::size_t{64} << 10U;

} // namespace

class HttpServer::Impl final : public httplib::Server {
public:
    Impl(HttpHandler& handler, std::size_t threads, std::size_t mostBodyBytes)
        : m_handler(handler), m_mostBodyBytes(mostBodyBytes) {
        new_task_queue = [this, threads] {
            m_isListening.set_value();
            return new httplib::ThreadPool(threads); // NOLINT(cppcoreguidelines-owning-memory): theirs
        };
        set_keep_alive_max_count(kMostRequests);
        // The library's own would let a second server have the same port.
        set_socket_options([](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        set_pre_routing_handler([this](const auto& request, auto& response) {
            return answerHead(request, response) ? HandlerResponse::Handled : HandlerResponse::Unhandled;
        });
        set_expect_100_continue_handler([this](const auto& request, auto& response) {
            return answerHead(request, response) ? response.status : 100;
        });
        Post(".*", [this](const auto& request, auto& response, const auto& read) { answer(request, response, read); });
        set_exception_handler([this](const auto& request, auto& response, const std::exception_ptr&) {
            fill(request, response, m_handler.answerFault(500, "something went wrong inside the server"));
        });
        set_error_handler([this](const auto& request, auto& response) { nameError(request, response); });
        set_post_routing_handler([](const auto& request, auto& response) { sayIfLast(request, response); });
        set_logger([this](const auto& request, const auto& response) {
            m_handler.onAnswered(headOf(request), response.status);
        });
    }

    std::future<void> listening() { return m_isListening.get_future(); }
    void wake() noexcept { m_wakeUp.ring(); }
    /// The library lets five clients wait to be let in; a sixth would try again after a second.
    void widenDoor() { ::listen(svr_sock_, SOMAXCONN); }

private:
    /// Everything that needs no body. Whether that was all.
    bool answerHead(const httplib::Request& request, httplib::Response& response) {
        const HttpHead head = headOf(request);
        if (!hasBody(head)) {
            currentConnection->endRequest();
        }
        const std::optional<HttpReply> reply = m_handler.answerHead(head);
        if (reply) {
            fill(request, response, *reply);
        }
        return reply.has_value();
    }

    void answer(const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& read) {
        Connection& connection = *currentConnection;
        HttpRequest whole{headOf(request), {}, [&connection] { return connection.clientIsThere(); }};
        bool fits = true;
        const bool came = read([&](const char* bytes, std::size_t size) {
            fits = whole.body.size() + size <= m_mostBodyBytes;
            if (fits) {
                whole.body.append(bytes, size);
            }
            return fits;
        });
        if (!came) {
            fill(request, response,
                 fits ? m_handler.answerFault(400, "the body ended early, or came too slowly")
                      : m_handler.answerFault(413,
                                              "the body is longer than " + std::to_string(m_mostBodyBytes) + " bytes"));
            return;
        }
        connection.endRequest();
        fill(request, response, m_handler.answer(whole));
    }

    /// What the library refuses by itself, in our shape.
    void nameError(const httplib::Request& request, httplib::Response& response) {
        if (response.body.empty()) {
            fill(request, response,
                 m_handler.answerFault(response.status, response.status == 414
                                                            ? "the path is too long"
                                                            : "this is no HTTP request, or its head is too long"));
        }
    }

    /// What is left unread of a request would be taken for the next one.
    static void sayIfLast(const httplib::Request&, httplib::Response& response) {
        response.headers.erase("Accept-Ranges"); // there are no ranges here
        if (!currentConnection->isBetween()) {
            response.headers.erase("Keep-Alive");
            response.headers.erase("Connection");
            response.set_header("Connection", "close");
        }
    }

    /// Parts of requests that nothing here understands.
    static void simplify(httplib::Request& request) {
        request.ranges.clear();
        request.headers.erase("Range");
        request.headers.erase("Accept-Encoding");
    }

    bool process_and_close_socket(socket_t socket) override {
        Connection connection(socket, m_wakeUp);
        ConnectionStream stream(connection);
        currentConnection = &connection;
        bool goesOn = true;
        for (int left = kMostRequests; goesOn && left > 0 && svr_sock_ != INVALID_SOCKET; --left) {
            bool isLast = false;
            goesOn = connection.waitForRequest() &&
                     processRequest(*this, stream, left == 1, isLast,
                                    [&](httplib::Request& request) {
                                        simplify(request);
                                        connection.allowBody(m_mostBodyBytes + kRoomForChunkSizes);
                                    }) &&
                     !isLast && connection.isBetween();
        }
        currentConnection = nullptr;
        return goesOn;
    }

    /// The library's newer versions want the addresses.
    template <typename Self, typename Setup>
    static bool processRequest(Self& self, httplib::Stream& stream, bool isLast, bool& isClosed, const Setup& setup) {
        if constexpr (requires { self.process_request(stream, isLast, isClosed, setup); }) {
            return self.process_request(stream, isLast, isClosed, setup);
        } else {
            return self.process_request(stream, {}, 0, {}, 0, isLast, isClosed, setup);
        }
    }

    HttpHandler& m_handler;
    std::size_t m_mostBodyBytes;
    WakeUp m_wakeUp;
    std::promise<void> m_isListening;
};

HttpServer::HttpServer(HttpHandler& handler, std::size_t threads, std::size_t mostBodyBytes)
    : m_impl(std::make_unique<Impl>(handler, threads, mostBodyBytes)) {}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::bind(const std::string& host, int port) {
    errno = 0;
    const int taken = port == 0 ? m_impl->bind_to_any_port(host) : (m_impl->bind_to_port(host, port) ? port : -1);
    if (taken < 0) {
        const int reason = errno;
        return Error{ErrorCode::NetworkFailed, verbatim(host + ":" + std::to_string(port)),
                     verbatim("can't be listened at"), verbatim("choose others with --host and --port"),
                     reason == 0 ? "no such address" : std::generic_category().message(reason)};
    }
    m_impl->widenDoor();
    return taken;
}

void HttpServer::run(const std::stop_token& stop, const std::function<void()>& onStop) {
    std::mutex mutex;
    std::condition_variable_any changed;
    bool hasEnded = false; // by itself: the system took the socket away
    const std::jthread stopper([&, listening = m_impl->listening()] {
        listening.wait(); // before that, a stop would pass unheard
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, stop, [&] { return hasEnded; });
        }
        m_impl->stop();
        m_impl->wake();
        onStop();
    });
    m_impl->listen_after_bind();
    const std::scoped_lock lock(mutex);
    hasEnded = true;
    changed.notify_one();
}

} // namespace parley::serve
