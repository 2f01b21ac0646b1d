// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/error_text.h"
#include "takes/library_notices.h"
#include "takes/take_actions.h"
#include "takes/take_exporter.h"
#include "takes/take_filter.h"
#include "takes/take_handover.h"
#include "takes/take_model.h"
#include "takes/take_tree.h"
#include "takes/takes_panel.h"
#include "widgets/notice_bar.h"

#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <algorithm>

namespace parley::ui {

void TakesPanel::connectActions() {
    connect(m_actions->play, &QAction::triggered, this, [this] { togglePlay(currentTake()); });
    connect(m_actions->compare, &QAction::triggered, this, [this] {
        if (const QList<TakeId> ids = selectedTakes(); ids.size() == 2) {
            Q_EMIT compareRequested(ids.first(), ids.last());
        }
    });
    connect(m_actions->star, &QAction::triggered, this, [this] { toggleStars(selectedTakes()); });
    connect(m_actions->rename, &QAction::triggered, m_list, [this] { m_list->editCurrent(TakeDelegate::Field::Name); });
    connect(m_actions->note, &QAction::triggered, m_list, [this] { m_list->editCurrent(TakeDelegate::Field::Note); });
    connect(m_actions->restore, &QAction::triggered, this, [this] {
        if (const std::optional<Take> take = m_library.take(currentTake())) {
            Q_EMIT restoreRequested(take->recipe);
        }
    });
    connect(m_actions->keepVoice, &QAction::triggered, this, [this] { Q_EMIT keepVoiceRequested(currentTake()); });
    connect(m_actions->copySeed, &QAction::triggered, this, [this] {
        if (const std::optional<Take> take = m_library.take(currentTake())) {
            QGuiApplication::clipboard()->setText(QString::number(take->recipe.settings.seed));
        }
    });
    connect(m_actions->copyFiles, &QAction::triggered, this, &TakesPanel::copySelected);
    connect(m_actions->exportTakes, &QAction::triggered, this, [this] { m_exporter->start(selectedTakes()); });
    connect(m_exporter, &TakeExporter::exported, this, &TakesPanel::exported);
    m_exporter->fillMenu(*m_actions->exportAs->menu(), [this] { return selectedTakes(); });
    connect(m_actions->remove, &QAction::triggered, this, &TakesPanel::removeSelected);
    connect(m_actions->undoRemove, &QAction::triggered, this, &TakesPanel::undoRemove);
}

void TakesPanel::connectList() {
    connect(m_words, &QLineEdit::textChanged, this, &TakesPanel::setWords);
    connect(m_words, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_starredOnly, &QAction::toggled, this, [this](bool only) {
        m_filter->setStarredOnly(only);
        refresh();
    });
    connect(m_list, &TakeTree::playClicked, this, &TakesPanel::togglePlay);
    connect(m_list, &TakeTree::starClicked, this, [this](TakeId id) { toggleStars({id}); });
    connect(m_list, &TakeTree::seekRequested, this, &TakesPanel::seekRequested);
    connect(m_list, &TakeTree::dragStarted, this, &TakesPanel::dragSelected);
    connect(m_list, &TakeTree::selectionTouched, this, &TakesPanel::refresh);
    connect(m_list, &TakeTree::menuRequested, this, [this](const QPoint& place) {
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("takesMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_actions->all());
        menu->popup(place);
    });
    connect(m_handover, &TakeHandover::failed, this,
            [this](const Error& error) { m_notice->tell(Tone::Bad, errorText(error)); });
    connect(m_libraryNotices, &LibraryNotices::exportWanted, this, &TakesPanel::exportTakes);
    // After the model, which was connected first, has heard of them.
    connect(&m_library, &TakeLibrary::added, this, &TakesPanel::refresh);
    connect(&m_library, &TakeLibrary::changed, this, &TakesPanel::refresh);
    connect(&m_library, &TakeLibrary::removed, this, &TakesPanel::refresh);
}

void TakesPanel::setWords(const QString& text) {
    m_filter->setWords(text);
    m_list->setAllOpen(!text.trimmed().isEmpty());
    refresh();
}

void TakesPanel::togglePlay(TakeId id) {
    const PlaybackMark& mark = m_list->mark();
    if (mark.playing && mark.id == id) {
        Q_EMIT pauseRequested();
    } else if (id != 0) {
        Q_EMIT playRequested(id);
    }
}

void TakesPanel::toggleStars(const QList<TakeId>& ids) {
    const auto isStarred = [this](TakeId id) { return m_library.take(id).value_or(Take()).starred; };
    const bool all = std::all_of(ids.begin(), ids.end(), isStarred);
    for (const TakeId id : ids) {
        m_library.setStarred(id, !all);
    }
}

void TakesPanel::removeSelected() {
    QList<TakeId> ids = selectedTakes();
    ids.removeIf([this](TakeId id) { return m_library.take(id).value_or(Take()).state == TakeState::Making; });
    if (ids.isEmpty()) {
        return;
    }
    m_library.remove(ids);
    m_notice->tell(Tone::Neutral, tr("%n take(s) deleted.", nullptr, static_cast<int>(ids.size())),
                   {{.label = tr("Undo"), .run = [this] { undoRemove(); }}});
    refresh();
}

void TakesPanel::undoRemove() {
    if (m_library.canUndoRemove()) {
        m_notice->clear();
        m_library.undoRemove();
        refresh();
    }
}

void TakesPanel::copySelected() {
    m_handover->make(selectedTakes(), [this](const QList<QUrl>& urls) {
        auto* files = new QMimeData;
        files->setUrls(urls);
        QGuiApplication::clipboard()->setMimeData(files);
        m_notice->tell(Tone::Good, tr("%n sound file(s) on the clipboard.", nullptr, static_cast<int>(urls.size())));
    });
}

/// A drag waits until its files are there, which takes a moment; it doesn't begin if the button is up by then.
void TakesPanel::dragSelected() {
    m_handover->make(selectedTakes(), [this](const QList<QUrl>& urls) {
        if (!QGuiApplication::mouseButtons().testFlag(Qt::LeftButton)) {
            return;
        }
        auto* files = new QMimeData;
        files->setUrls(urls);
        auto* drag = new QDrag(m_list); // deletes itself
        drag->setMimeData(files);
        drag->exec(Qt::CopyAction);
    });
}

} // namespace parley::ui
