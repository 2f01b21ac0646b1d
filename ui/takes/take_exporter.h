// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/export.h"
#include "store/take_library.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>

class QFileDialog;
class QMenu;

namespace parley::ui {

class NoticeBar;

/// Takes to files: asks for the place, writes in the background, and says in a notice what became of it.
class TakeExporter : public QObject {
    Q_OBJECT

public:
    TakeExporter(TakeLibrary& library, NoticeBar& notice, QWidget* window);

    /// By its key; an unknown one changes nothing.
    void setFormat(const QString& key);
    /// One take: the dialog offers all formats. More: they take the preferred one.
    void start(const QList<TakeId>& ids);
    void startAs(const QList<TakeId>& ids, ExportFormat format);
    /// An entry for each format, which exports what `ids` returns then.
    void fillMenu(QMenu& menu, const std::function<QList<TakeId>()>& ids);

Q_SIGNALS:
    /// Their sound is in files of its own now.
    void exported(const QList<parley::ui::TakeId>& ids);

private:
    void ask(const QList<ExportItem>& items, const QList<ExportFormat>& formats, ExportFormat preferred);
    void askForFile(QFileDialog& dialog, const ExportItem& item, const QList<ExportFormat>& formats,
                    ExportFormat preferred);
    void askForFolder(QFileDialog& dialog, const QList<ExportItem>& items, ExportFormat format);
    void report(const QList<ExportResult>& results, const QList<ExportItem>& items);
    void reportFailure(const QList<ExportResult>& results, const QList<ExportItem>& items);

    TakeLibrary& m_library;
    NoticeBar& m_notice;
    QWidget* m_window;
    ExportFormat m_format = ExportFormat::Wav16;
    QString m_folder; ///< where the last files went
    QPointer<QFileDialog> m_dialog;
};

} // namespace parley::ui
