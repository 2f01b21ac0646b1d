// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_handover.h"

#include "store/voice_files.h"
#include "store/voice_worker.h"
#include "takes/export_items.h"
#include "takes/handover_folder.h"

#include <QDir>
#include <QtConcurrent>

namespace parley::ui {

TakeHandover::TakeHandover(TakeLibrary& library, QObject* parent)
    : QObject(parent), m_library(library),
      m_tidying(QtConcurrent::run([] { removeOldHandovers(QDir::temp(), QDateTime::currentDateTime()); })) {}

TakeHandover::~TakeHandover() {
    m_tidying.waitForFinished();
}

void TakeHandover::make(const QList<TakeId>& ids, const std::function<void(const QList<QUrl>&)>& done) {
    const QList<ExportItem> items = exportItems(m_library, ids);
    if (items.isEmpty()) {
        return;
    }
    QStringList sources;
    for (const ExportItem& item : items) {
        sources += item.take.soundFile; // empty: it is in memory alone, and nothing that is made of it goes
    }
    QString problem;
    const QString folder = makeHandoverFolder(QDir::temp(), sources, problem);
    if (folder.isEmpty()) {
        Q_EMIT failed({ErrorCode::FileUnwritable, toPath(QDir::tempPath()), verbatim(problem.toStdString()), {}});
        return;
    }
    whenDone(this, parley::ui::exportTakes(items, folder, ExportFormat::Wav24),
             [this, folder, done](const QList<ExportResult>& results) {
                 QList<QUrl> urls;
                 for (const ExportResult& result : results) {
                     if (!result.error) {
                         urls += QUrl::fromLocalFile(result.path);
                     } else {
                         Q_EMIT failed(*result.error);
                     }
                 }
                 if (urls.isEmpty()) {
                     removeIfEmpty(folder);
                 } else {
                     done(urls);
                 }
             });
}

} // namespace parley::ui
