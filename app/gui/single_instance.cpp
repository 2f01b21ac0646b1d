// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QLockFile>

namespace parley::gui {

namespace {

constexpr int kAnswerMs = 2000;
constexpr qsizetype kMostBytes = qsizetype{1} << 20U; // paths of some thousand files

QString socketName(const QString& folder) {
    // Sockets have short names, and each folder has an instance of its own.
    const QByteArray hash = QCryptographicHash::hash(QDir(folder).canonicalPath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("parley-") + QString::fromLatin1(hash.toHex().left(24));
}

} // namespace

SingleInstance::SingleInstance(const QString& folder, QObject* parent)
    : QObject(parent), m_name(socketName(folder)), m_lock(std::make_unique<QLockFile>(folder + "/parley.lock")) {
    m_lock->setStaleLockTime(0); // held as long as its process lives, however long that is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim() {
    // A folder that can't be written has no lock; its owner may still look at what is in it.
    if (!m_lock->tryLock(0) && m_lock->error() == QLockFile::LockFailedError) {
        return false;
    }
    QLocalServer::removeServer(m_name); // what a crash left behind
    m_server.listen(m_name);
    return true;
}

bool SingleInstance::handOver(const QStringList& files) const {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kAnswerMs)) {
        return false;
    }
    socket.write(QJsonDocument(QJsonArray::fromStringList(files)).toJson(QJsonDocument::Compact));
    if (!socket.waitForBytesWritten(kAnswerMs)) {
        return false;
    }
    socket.disconnectFromServer();
    return socket.state() == QLocalSocket::UnconnectedState || socket.waitForDisconnected(kAnswerMs);
}

void SingleInstance::receive() {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, socket, [socket] {
            if (socket->bytesAvailable() > kMostBytes) {
                socket->abort();
            }
        });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            QStringList files;
            for (const QJsonValue value : QJsonDocument::fromJson(socket->readAll()).array()) {
                if (QDir::isAbsolutePath(value.toString())) {
                    files << value.toString();
                }
            }
            socket->deleteLater();
            Q_EMIT filesArrived(files);
        });
    }
}

} // namespace parley::gui
