// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QSslConfiguration>
#include <QThread>
#include <functional>
#include <memory>
#include <optional>

class QTcpServer;

namespace parley::test {

struct HttpRequest {
    QByteArray verb;
    QByteArray target;                     ///< path and query, as they came
    QHash<QByteArray, QByteArray> headers; ///< names in lower case

    [[nodiscard]] QByteArray path() const { return target.split('?').first(); }
    /// The first byte of "Range: bytes=N-"; 0 without one.
    [[nodiscard]] qint64 from() const;
};

/// What goes back, and how the connection misbehaves meanwhile.
struct HttpAnswer {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    std::function<QByteArray(qint64 from, qint64 count)> bytes; ///< of the body; none without it
    qint64 from = 0;                                            ///< where the body begins in `bytes`
    qint64 count = 0;                                           ///< how long it is
    qint64 announced = -1;                                      ///< Content-Length, if it is a lie
    qint64 cutAfter = -1;   ///< the connection breaks after so many bytes of the body
    qint64 stallAfter = -1; ///< nothing more comes after so many
    bool isSilent = false;  ///< not even the headers come

    void setBody(const QByteArray& text);
    void set(const QByteArray& name, const QByteArray& value);
};

/// An HTTP/1.1 server on this machine's loopback, on a thread of its own. The handler is called on that thread.
class HttpServer {
public:
    using Handler = std::function<HttpAnswer(const HttpRequest&)>;
    explicit HttpServer(Handler handler, const std::optional<QSslConfiguration>& tls = {});
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QTcpServer* m_server = nullptr;
    Handler m_handler;
    quint16 m_port = 0;
};

} // namespace parley::test
