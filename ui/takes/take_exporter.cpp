// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_exporter.h"

#include "bridge/error_text.h"
#include "store/voice_worker.h"
#include "takes/export_items.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>
#include <QUrl>
#include <algorithm>

namespace parley::ui {

namespace {

QString nameFilter(ExportFormat format) {
    return QStringLiteral("%1 (*.%2)").arg(exportFormatName(format), exportFormatSuffix(format));
}

} // namespace

TakeExporter::TakeExporter(TakeLibrary& library, NoticeBar& notice, QWidget* window)
    : QObject(window), m_library(library), m_notice(notice), m_window(window),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::MusicLocation)) {}

void TakeExporter::setFormat(const QString& key) {
    m_format = exportFormatFromKey(key).value_or(m_format);
}

void TakeExporter::start(const QList<TakeId>& ids) {
    ask(exportItems(m_library, ids), exportFormats(), m_format);
}

void TakeExporter::startAs(const QList<TakeId>& ids, ExportFormat format) {
    ask(exportItems(m_library, ids), {format}, format);
}

void TakeExporter::fillMenu(QMenu& menu, const std::function<QList<TakeId>()>& ids) {
    const QList<ExportFormat> formats = exportFormats();
    for (const ExportFormat format : formats) {
        QAction* action = menu.addAction(exportFormatName(format));
        action->setObjectName(QStringLiteral("exportAs-") + exportFormatKey(format));
        connect(action, &QAction::triggered, this, [this, ids, format] { startAs(ids(), format); });
    }
}

void TakeExporter::ask(const QList<ExportItem>& items, const QList<ExportFormat>& formats, ExportFormat preferred) {
    if (items.isEmpty()) {
        m_notice.tell(Tone::Neutral, tr("There is no finished sound to export."));
        return;
    }
    if (m_dialog) {
        m_dialog->raise(); // one question at a time
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new QFileDialog(m_window);
    m_dialog->setObjectName(QStringLiteral("takeExportDialog"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setDirectory(m_folder);
    if (items.size() == 1) {
        askForFile(*m_dialog, items.first(), formats, preferred);
    } else {
        askForFolder(*m_dialog, items, preferred);
    }
    m_dialog->open();
}

void TakeExporter::askForFile(QFileDialog& dialog, const ExportItem& item, const QList<ExportFormat>& formats,
                              ExportFormat preferred) {
    QStringList filters;
    std::transform(formats.begin(), formats.end(), std::back_inserter(filters), nameFilter);
    dialog.setWindowTitle(tr("Export take"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setNameFilters(filters);
    dialog.selectNameFilter(nameFilter(preferred));
    dialog.setDefaultSuffix(exportFormatSuffix(preferred));
    dialog.selectFile(exportName(item.take) + QLatin1Char('.') + exportFormatSuffix(preferred));
    const auto chosen = [filters, formats, preferred](const QString& filter) {
        const qsizetype at = filters.indexOf(filter);
        return at < 0 ? preferred : formats[at];
    };
    connect(&dialog, &QFileDialog::filterSelected, &dialog,
            [&dialog, chosen](const QString& filter) { dialog.setDefaultSuffix(exportFormatSuffix(chosen(filter))); });
    connect(&dialog, &QFileDialog::fileSelected, this, [this, &dialog, item, chosen](const QString& path) {
        m_folder = QFileInfo(path).absolutePath();
        whenDone(this, exportTake(item.sound, item.take, path, chosen(dialog.selectedNameFilter())),
                 [this, item](const ExportResult& result) { report({result}, {item}); });
    });
}

void TakeExporter::askForFolder(QFileDialog& dialog, const QList<ExportItem>& items, ExportFormat format) {
    const auto count = static_cast<int>(items.size());
    dialog.setWindowTitle(tr("Export %n take(s) as %1: choose a folder", nullptr, count).arg(exportFormatName(format)));
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    connect(&dialog, &QFileDialog::fileSelected, this, [this, items, format, count](const QString& folder) {
        m_folder = folder;
        QFuture<QList<ExportResult>> future = exportTakes(items, folder, format);
        m_notice.tell(Tone::Neutral, tr("Exporting %n take(s)…", nullptr, count),
                      {{.label = tr("Stop"), .run = [future]() mutable { future.cancel(); }}});
        whenDone(this, future, [this, items](const QList<ExportResult>& results) { report(results, items); });
    });
}

void TakeExporter::report(const QList<ExportResult>& results, const QList<ExportItem>& items) {
    QList<TakeId> ids;
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (results[i].ok()) {
            ids += items[i].take.id;
        }
    }
    Q_EMIT exported(ids);
    if (!std::all_of(results.begin(), results.end(), [](const ExportResult& result) { return result.ok(); })) {
        reportFailure(results, items);
        return;
    }
    const QFileInfo first(results.first().path);
    QString text = results.size() == 1 ? tr("Exported as “%1”.").arg(first.fileName())
                                       : tr("%n take(s) exported.", nullptr, static_cast<int>(results.size()));
    const bool kept =
        std::all_of(results.begin(), results.end(), [](const ExportResult& result) { return result.recipeKept; });
    if (!kept) {
        text += QLatin1Char(' ') + tr("The script is too long for this format's notes, so it is not in the file.");
    }
    m_notice.tell(kept ? Tone::Good : Tone::Warning, text,
                  {{.label = tr("Show in folder"), .run = [folder = first.absolutePath()] {
                        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                    }}});
}

void TakeExporter::reportFailure(const QList<ExportResult>& results, const QList<ExportItem>& items) {
    QList<TakeId> failed;
    QString reason;
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (const std::optional<Error>& error = results[i].error) {
            failed += items[i].take.id;
            reason = reason.isEmpty() ? errorText(*error) : reason;
        }
    }
    const QString text = results.size() == 1
                             ? tr("The take could not be exported.")
                             : tr("%1 of %n take(s) could not be exported.", nullptr, static_cast<int>(results.size()))
                                   .arg(failed.size());
    m_notice.tell(Tone::Bad, text + QLatin1Char(' ') + reason,
                  {{.label = tr("Save elsewhere…"), .run = [this, failed] { start(failed); }}});
}

} // namespace parley::ui
