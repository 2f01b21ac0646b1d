// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/library_notices.h"

#include "bridge/error_text.h"
#include "widgets/notice_bar.h"

#include <utility>

namespace parley::ui {

LibraryNotices::LibraryNotices(TakeLibrary& library, QWidget* parent)
    : QObject(parent), m_library(library), m_bar(new NoticeBar(parent)) {
    m_bar->setObjectName(QStringLiteral("takesProblem"));
    tellNotice(library.notice());
    connect(&library, &TakeLibrary::noticeChanged, this, [this](const QString& notice) {
        if (m_unsaved.isEmpty()) {
            tellNotice(notice);
        }
    });
    connect(&library, &TakeLibrary::soundNotSaved, this, [this](TakeId id, const Error& error) {
        if (!m_unsaved.contains(id)) {
            m_unsaved += id;
        }
        m_reason = errorText(error);
        tell();
    });
    connect(&library, &TakeLibrary::changed, this, &LibraryNotices::forgetSaved);
    connect(&library, &TakeLibrary::removed, this, &LibraryNotices::forgetSaved);
}

QWidget* LibraryNotices::bar() const {
    return m_bar;
}

void LibraryNotices::tellNotice(const QString& notice) {
    if (notice.isEmpty()) {
        m_bar->clear();
    } else {
        m_bar->tell(Tone::Warning, notice);
    }
}

void LibraryNotices::tell() {
    const QString text = tr("The sound of %n take(s) could not be saved and is only in memory until Parley is closed.",
                            nullptr, static_cast<int>(m_unsaved.size()));
    const auto saveElsewhere = [this] {
        const QList<TakeId> ids = m_unsaved;
        tell(); // until they are in the library, or the person closes the message
        Q_EMIT exportWanted(ids);
    };
    m_bar->tell(Tone::Bad, text + QLatin1Char(' ') + m_reason,
                {{.label = tr("Try again"), .run = [this] { saveAgain(); }},
                 {.label = tr("Save elsewhere…"), .run = saveElsewhere}});
}

void LibraryNotices::saveAgain() {
    const QList<TakeId> ids = std::exchange(m_unsaved, {});
    for (const TakeId id : ids) {
        m_library.retrySave(id); // says so again if it fails again
    }
}

void LibraryNotices::forgetSaved() {
    if (m_unsaved.isEmpty()) {
        return;
    }
    const qsizetype gone = m_unsaved.removeIf([this](TakeId id) { return !m_library.hasUnsavedSound(id); });
    if (m_unsaved.isEmpty()) {
        tellNotice(m_library.notice());
    } else if (gone > 0) {
        tell();
    }
}

} // namespace parley::ui
