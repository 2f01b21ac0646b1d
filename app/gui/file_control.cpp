// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/file_control.h"

#include "editor/dropped_files.h"
#include "editor/script_panel.h"
#include "gui/main_window.h"
#include "gui/making_control.h"
#include "store/export.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <utility>

namespace parley::gui {

namespace {

bool isSound(const QString& file) {
    if (ui::isSoundFile(file)) {
        return true;
    }
    const QMimeType type = QMimeDatabase().mimeTypeForFile(file);
    return type.name().startsWith(QLatin1String("audio/")) || type.name().startsWith(QLatin1String("video/"));
}

} // namespace

FileControl::FileControl(MainWindow& window, MakingControl& making)
    : QObject(&window), m_window(window), m_making(making) {
    connect(&window, &MainWindow::filesDropped, this, &FileControl::open);
    // Queued: the editor is still at work on its text when it tells of a drop.
    connect(window.script, &ui::ScriptPanel::filesDropped, this, &FileControl::open, Qt::QueuedConnection);
}

void FileControl::open(const QStringList& files) {
    bool textOpened = false; // there is one script
    for (const QString& file : files) {
        if (QFileInfo(file).isDir()) {
            m_window.voices->addFile(file);
        } else if (isSound(file)) {
            openSound(file);
        } else if (!std::exchange(textOpened, true)) {
            m_window.script->openScriptFile(file);
        }
    }
}

void FileControl::openSound(const QString& file) {
    if (const auto recipe = ui::recipeInFile(file)) {
        m_making.restore(*recipe);
    } else {
        m_window.voices->addFile(file);
    }
}

} // namespace parley::gui
