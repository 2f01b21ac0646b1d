// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace parley::gui {

/// Files that the system asks the running program to open: macOS sends them as events to the application, one for each
/// file, where other systems start the program with them. GUI thread.
class OpenRequests : public QObject {
    Q_OBJECT

public:
    /// Listens as long as it lives; there has to be an application.
    explicit OpenRequests(QObject* parent);

    [[nodiscard]] bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Absolute paths: all that were asked for at once.
    void filesArrived(const QStringList& files);

private:
    void tell();

    QStringList m_files;
    QTimer m_gathering;
};

} // namespace parley::gui
