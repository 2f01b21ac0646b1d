// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_files.h"

#include "store/voice_worker.h"

#include <QtConcurrent/QtConcurrentRun>

#include <QFileDialog>
#include <QFileInfo>
#include <QWidget>

namespace parley::ui {

ScriptFiles::ScriptFiles(QWidget* window) : QObject(window), m_window(window) {}

void ScriptFiles::chooseToOpen() {
    auto* dialog = new QFileDialog(m_window, tr("Open a text file"), QFileInfo(m_lastPath).path());
    dialog->setObjectName(QStringLiteral("openScriptDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Text files (*.txt *.text *.md)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ScriptFiles::open);
    dialog->open();
}

void ScriptFiles::chooseToSave(const QString& script) {
    auto* dialog = new QFileDialog(m_window, tr("Save the script"), QFileInfo(m_lastPath).path());
    dialog->setObjectName(QStringLiteral("saveScriptDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->setNameFilters({tr("Text files (*.txt)"), tr("All files (*)")});
    dialog->selectFile(m_lastPath.isEmpty() ? tr("Script.txt") : QFileInfo(m_lastPath).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, script](const QString& path) { save(path, script); });
    dialog->open();
}

void ScriptFiles::open(const QString& path) {
    const int opening = ++m_openings;
    whenDone(this, QtConcurrent::run(&readTextFile, path), [this, opening](const TextFile& file) {
        if (opening != m_openings) {
            return;
        }
        if (!file.ok()) {
            Q_EMIT refused(file);
            return;
        }
        m_lastPath = file.path;
        Q_EMIT opened(file);
    });
}

void ScriptFiles::save(const QString& path, const QString& script) {
    whenDone(this, QtConcurrent::run(&writeTextFile, path, script), [this, path, script](const QString& problem) {
        if (problem.isEmpty()) {
            m_lastPath = path;
            Q_EMIT saved(path, script);
        } else {
            Q_EMIT saveFailed(path, problem);
        }
    });
}

} // namespace parley::ui
