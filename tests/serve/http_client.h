// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QTcpSocket>

namespace parley::test {

/// Keeps a server that hangs from hanging the tests.
inline constexpr int kAnswerMs = 60'000;

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

} // namespace parley::test
