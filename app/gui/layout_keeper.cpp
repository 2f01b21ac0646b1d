// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/layout_keeper.h"

#include "store/settings_store.h"

#include <QEvent>
#include <QSplitter>
#include <utility>

namespace parley::gui {

namespace {

constexpr int kRestMs = 300; // a drag ends in one state worth keeping
constexpr QLatin1String kWindow("window");

bool isWholeShown(const QSplitter& splitter) {
    for (int i = 0; i < splitter.count(); ++i) {
        if (splitter.widget(i)->isHidden()) {
            return false;
        }
    }
    return true;
}

} // namespace

LayoutKeeper::LayoutKeeper(ui::SettingsStore& settings, QWidget& window, QList<QSplitter*> splitters)
    : QObject(&window), m_settings(settings), m_window(window), m_splitters(std::move(splitters)) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRestMs);
    connect(&m_soon, &QTimer::timeout, this, &LayoutKeeper::save);
    for (const QSplitter* splitter : m_splitters) {
        connect(splitter, &QSplitter::splitterMoved, &m_soon, qOverload<>(&QTimer::start));
    }
    window.installEventFilter(this);
}

void LayoutKeeper::restore() {
    m_window.restoreGeometry(m_settings.windowState(kWindow));
    for (QSplitter* splitter : m_splitters) {
        splitter->restoreState(m_settings.windowState(splitter->objectName()));
    }
}

void LayoutKeeper::save() {
    m_soon.stop();
    m_settings.setWindowState(kWindow, m_window.saveGeometry());
    for (const QSplitter* splitter : m_splitters) {
        if (isWholeShown(*splitter)) { // a hidden part would come back without its size
            m_settings.setWindowState(splitter->objectName(), splitter->saveState());
        }
    }
}

bool LayoutKeeper::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    // Before it is shown it only takes the size that it is built with.
    if (m_window.isVisible() && (type == QEvent::Move || type == QEvent::Resize || type == QEvent::WindowStateChange)) {
        m_soon.start();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace parley::gui
