// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli_runner.h"

#include <QHash>
#include <QJsonObject>
#include <QTcpSocket>
#include <memory>

namespace parley::test {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// What came back for one request.
struct Answer {
    int status = 0;                        ///< 0: no answer came
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool isWhole = false; ///< the body ended as it should

    [[nodiscard]] QJsonObject json() const;
    /// The field `name` of {"error": …}.
    [[nodiscard]] QString error(const char* name) const;
    [[nodiscard]] QByteArray told() const { return QByteArray::number(status) + " " + body.left(300); }
};

/// One connection to a server, by hand, so that it can behave badly.
class Client {
public:
    explicit Client(quint16 port);

    void send(const QByteArray& bytes);
    /// Reads until a head is there: status and headers alone.
    [[nodiscard]] Answer readHead();
    /// Reads on until at least so much of the body is there. False if it ended before.
    [[nodiscard]] bool readBody(Answer& answer, qsizetype atLeast);
    /// Head and body.
    [[nodiscard]] Answer readAnswer();
    /// Whether the server has closed the connection, or does so.
    [[nodiscard]] bool isClosed();
    /// Says that nothing more will be sent, and listens on.
    void closeWriting();
    void hangUp() { m_socket.abort(); }

private:
    bool readMore();
    bool decode(Answer& answer);

    QTcpSocket m_socket;
    QByteArray m_unread;
};

/// A request as bytes. A Host header is added unless there is one, and a length where there is a body.
[[nodiscard]] QByteArray requestBytes(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                                      const Headers& headers = {});

/// A request for speech with these fields, and few tokens and a fixed seed where they say nothing else.
[[nodiscard]] QByteArray speechBytes(QJsonObject fields, const Headers& headers = {});

/// `parley-cli serve` on a free port, its model loaded or not to be loaded.
class Served {
public:
    explicit Served(const QStringList& more = {}, const QList<Variable>& environment = {},
                    const QStringList& model = {"--demo"});
    ~Served();

    /// Empty, or why it didn't start.
    [[nodiscard]] QByteArray fault() const { return m_fault; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QProcess& process() { return *m_process; }

    [[nodiscard]] Answer ask(const QByteArray& bytes) const;
    [[nodiscard]] Answer get(const QByteArray& path, const Headers& headers = {}) const {
        return ask(requestBytes("GET", path, {}, headers));
    }
    /// A line of /metrics; -1 where there is none.
    [[nodiscard]] double metric(const QByteArray& name) const;

    Folder folder; ///< its working directory

private:
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QByteArray m_fault;
};

} // namespace parley::test
