// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "http_client.h"

#include <sys/socket.h>

#include <QHostAddress>
#include <QJsonDocument>
#include <algorithm>
#include <limits>

namespace parley::test {

QJsonObject Answer::json() const {
    return QJsonDocument::fromJson(body).object();
}

QString Answer::error(const char* name) const {
    return json().value(QLatin1String("error")).toObject().value(QLatin1String(name)).toString();
}

Client::Client(quint16 port) {
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(kAnswerMs);
}

void Client::send(const QByteArray& bytes) {
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(kAnswerMs)) {
    }
}

void Client::closeWriting() {
    shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

bool Client::readMore() {
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(kAnswerMs)) {
        return false;
    }
    m_unread += m_socket.readAll();
    return true;
}

bool Client::isClosed() {
    while (readMore()) {
        m_unread.clear();
    }
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

Answer Client::readHead() {
    Answer answer;
    while (!m_unread.contains("\r\n\r\n")) {
        if (!readMore()) {
            return answer;
        }
    }
    const qsizetype end = m_unread.indexOf("\r\n\r\n");
    QByteArrayList lines = m_unread.left(end).split('\n');
    m_unread.remove(0, end + 4);
    answer.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return answer;
}

/// Moves what is there of the body into the answer. Whether more is to come.
bool Client::decode(Answer& answer) {
    if (answer.headers.value("transfer-encoding") != "chunked") {
        answer.body += m_unread;
        m_unread.clear();
        answer.isWhole = answer.headers.contains("content-length") &&
                         answer.body.size() == answer.headers.value("content-length").toLongLong();
        return !answer.isWhole;
    }
    while (true) {
        const qsizetype line = m_unread.indexOf("\r\n");
        const qsizetype size = line < 0 ? -1 : m_unread.left(line).toLongLong(nullptr, 16);
        if (size < 0 || m_unread.size() < line + 2 + size + 2) {
            return true;
        }
        answer.body += m_unread.mid(line + 2, size);
        m_unread.remove(0, line + 2 + size + 2);
        if (size == 0) {
            answer.isWhole = true;
            return false;
        }
    }
}

bool Client::readBody(Answer& answer, qsizetype atLeast) {
    while (decode(answer) && answer.body.size() < atLeast) {
        if (!readMore()) {
            break;
        }
    }
    return answer.body.size() >= atLeast;
}

Answer Client::readAnswer() {
    Answer answer = readHead();
    if (answer.status != 0) {
        (void)readBody(answer, std::numeric_limits<qsizetype>::max());
    }
    return answer;
}

QByteArray requestBytes(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                        const Headers& headers) {
    QByteArray bytes = method + " " + path + " HTTP/1.1\r\n";
    const auto has = [&](const char* name) {
        return std::any_of(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
    };
    if (!has("Host")) {
        bytes += "Host: localhost\r\n";
    }
    if (!body.isEmpty() && !has("Content-Length") && !has("Transfer-Encoding")) {
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    if (!body.isEmpty() && !has("Content-Type")) {
        bytes += "Content-Type: application/json\r\n";
    }
    for (const auto& [name, value] : headers) {
        bytes += name + ": " + value + "\r\n";
    }
    return bytes + "\r\n" + body;
}

} // namespace parley::test
