// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

class QLockFile;

namespace parley::gui {

/// One Parley at a time for each data folder, so that two never write the same library: the first one owns a lock, and
/// later ones hand it the files they were started with. GUI thread.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// `folder` must exist.
    explicit SingleInstance(const QString& folder, QObject* parent = nullptr);
    SingleInstance(const SingleInstance&) = delete;
    SingleInstance& operator=(const SingleInstance&) = delete;
    ~SingleInstance() override;

    /// True if this is the first one; from then on it listens.
    [[nodiscard]] bool claim();
    /// Tells the first one to come to the front and open these files (absolute paths). False if it doesn't answer.
    [[nodiscard]] bool handOver(const QStringList& files) const;

Q_SIGNALS:
    void filesArrived(const QStringList& files);

private:
    void receive();

    QString m_name;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace parley::gui
