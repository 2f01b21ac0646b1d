// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_handover.h"

#include "store/voice_files.h"
#include "store/voice_worker.h"
#include "takes/export_items.h"

#include <QDir>
#include <QTemporaryDir>

namespace parley::ui {

TakeHandover::TakeHandover(TakeLibrary& library, QObject* parent) : QObject(parent), m_library(library) {}

void TakeHandover::make(const QList<TakeId>& ids, const std::function<void(const QList<QUrl>&)>& done) {
    const QList<ExportItem> items = exportItems(m_library, ids);
    if (items.isEmpty()) {
        return;
    }
    QTemporaryDir folder(QDir::temp().filePath(QStringLiteral("parley-takes-XXXXXX")));
    // Many programs go on using the file that they were given instead of copying it, also after this one has ended.
    folder.setAutoRemove(false);
    if (!folder.isValid()) {
        Q_EMIT failed(
            {ErrorCode::FileUnwritable, toPath(QDir::tempPath()), verbatim(folder.errorString().toStdString()), {}});
        return;
    }
    whenDone(this, parley::ui::exportTakes(items, folder.path(), ExportFormat::Wav24),
             [this, done](const QList<ExportResult>& results) {
                 QList<QUrl> urls;
                 for (const ExportResult& result : results) {
                     if (!result.error) {
                         urls += QUrl::fromLocalFile(result.path);
                     } else {
                         Q_EMIT failed(*result.error);
                     }
                 }
                 if (!urls.isEmpty()) {
                     done(urls);
                 }
             });
}

} // namespace parley::ui
