// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/text_file.h"

#include <QObject>
#include <QString>

class QWidget;

namespace parley::ui {

/// Reads and writes scripts as text files, off the GUI thread. GUI thread.
class ScriptFiles : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`.
    explicit ScriptFiles(QWidget* window);

    void chooseToOpen();
    void chooseToSave(const QString& script);
    /// Ends with opened() or refused(); of several the last one counts.
    void open(const QString& path);
    /// Ends with saved() or saveFailed().
    void save(const QString& path, const QString& script);

Q_SIGNALS:
    void opened(const parley::ui::TextFile& file);
    void refused(const parley::ui::TextFile& file);
    void saved(const QString& path, const QString& script);
    void saveFailed(const QString& path, const QString& problem);

private:
    QWidget* m_window;
    QString m_lastPath;
    int m_openings = 0;
};

} // namespace parley::ui
