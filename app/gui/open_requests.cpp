// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/open_requests.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFileOpenEvent>
#include <QUrl>
#include <utility>

namespace parley::gui {

OpenRequests::OpenRequests(QObject* parent) : QObject(parent) {
    // Of several files the first text is the script, so they have to come together: the events of one request are all
    // in the queue before a timer without a delay has its turn.
    m_gathering.setSingleShot(true);
    connect(&m_gathering, &QTimer::timeout, this, &OpenRequests::tell);
    QCoreApplication::instance()->installEventFilter(this);
}

bool OpenRequests::eventFilter(QObject* watched, QEvent* event) {
    const auto* const request = dynamic_cast<QFileOpenEvent*>(event);
    if (request == nullptr) {
        return QObject::eventFilter(watched, event);
    }
    const QUrl url = request->url();
    if (url.isLocalFile()) { // an address of the web is none of ours
        m_files << QFileInfo(url.toLocalFile()).absoluteFilePath();
        m_gathering.start(0);
    }
    return true;
}

void OpenRequests::tell() {
    Q_EMIT filesArrived(std::exchange(m_files, {}));
}

} // namespace parley::gui
