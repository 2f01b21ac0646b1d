// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/hub/http_server.h"

#include <QHostAddress>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <algorithm>

namespace parley::test {

namespace {

constexpr qint64 kPiece = qint64{64} << 10U;

std::optional<HttpRequest> takeRequest(QByteArray& buffer) {
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    const QByteArrayList lines = buffer.left(end).split('\n');
    buffer.remove(0, end + 4);
    HttpRequest request;
    const QByteArrayList words = lines.first().trimmed().split(' ');
    request.verb = words.value(0);
    request.target = words.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

/// One connection: a request and its answer after the other.
class Connection : public QObject {
public:
    Connection(QTcpSocket* socket, const HttpServer::Handler& handler)
        : QObject(socket), m_socket(socket), m_handler(handler) {
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] { write(); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read();
    }

private:
    void read() {
        m_buffer += m_socket->readAll();
        while (!m_answer) {
            const std::optional<HttpRequest> request = takeRequest(m_buffer);
            if (!request) {
                return;
            }
            begin(*request);
        }
    }

    void begin(const HttpRequest& request) {
        m_answer = m_handler(request);
        m_sent = 0;
        if (m_answer->isSilent) {
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(m_answer->status) + " Whatever\r\n";
        for (const auto& [name, value] : m_answer->headers) {
            head += name + ": " + value + "\r\n";
        }
        const qint64 announced = m_answer->announced >= 0 ? m_answer->announced : m_answer->count;
        head += "Content-Length: " + QByteArray::number(announced) + "\r\n\r\n";
        m_socket->write(head);
        if (request.verb == "HEAD") {
            m_answer.reset();
            return;
        }
        write();
    }

    void write() {
        if (!m_answer || m_answer->isSilent || m_socket->bytesToWrite() > kPiece) {
            return;
        }
        qint64 count = std::min(kPiece, m_answer->count - m_sent);
        if (m_answer->stallAfter >= 0) {
            count = std::min(count, m_answer->stallAfter - m_sent);
        }
        if (m_answer->cutAfter >= 0) {
            count = std::min(count, m_answer->cutAfter - m_sent);
        }
        if (count > 0) {
            m_socket->write(m_answer->bytes(m_answer->from + m_sent, count));
            m_sent += count;
        } else if (m_sent == m_answer->cutAfter) {
            m_answer.reset();
            m_socket->disconnectFromHost();
        } else if (m_sent >= m_answer->count) {
            m_answer.reset();
            read();
        }
    }

    QTcpSocket* m_socket;
    const HttpServer::Handler& m_handler;
    QByteArray m_buffer;
    std::optional<HttpAnswer> m_answer;
    qint64 m_sent = 0;
};

} // namespace

qint64 HttpRequest::from() const {
    const QByteArray range = headers.value("range");
    return range.startsWith("bytes=") ? range.mid(6).split('-').first().toLongLong() : 0;
}

void HttpAnswer::setBody(const QByteArray& text) {
    bytes = [text](qint64 first, qint64 size) { return text.mid(first, size); };
    from = 0;
    count = text.size();
}

void HttpAnswer::set(const QByteArray& name, const QByteArray& value) {
    headers.removeIf([&](const auto& header) { return header.first == name; });
    headers.append({name, value});
}

HttpServer::HttpServer(Handler handler, const std::optional<QSslConfiguration>& tls) : m_handler(std::move(handler)) {
    if (tls) {
        auto* const server = new QSslServer;
        server->setSslConfiguration(*tls);
        m_server = server;
    } else {
        m_server = new QTcpServer;
    }
    QTcpServer* const server = m_server;
    if (!server->listen(QHostAddress::LocalHost)) {
        qFatal("no port on the loopback: %s", qPrintable(server->errorString()));
    }
    m_port = server->serverPort();
    QObject::connect(server, &QTcpServer::pendingConnectionAvailable, server, [this, server] {
        while (QTcpSocket* const socket = server->nextPendingConnection()) {
            new Connection(socket, m_handler);
        }
    });
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    m_thread.start();
}

HttpServer::~HttpServer() {
    m_thread.quit();
    m_thread.wait();
}

} // namespace parley::test
