// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_actions.h"

#include "takes/export_items.h"
#include "widgets/icons.h"

#include <QMenu>
#include <QWidget>
#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

bool hasSound(const Take& take) {
    return take.seconds > 0 || take.state == TakeState::Making;
}

} // namespace

TakeActions::TakeActions(QWidget* list)
    : QObject(list), play(make("takePlay", QStringLiteral("play"), {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter})),
      compare(make("takeCompare", QStringLiteral("ab-compare"), {Qt::Key_C})),
      star(make("takeStar", QStringLiteral("star"), {Qt::Key_S})), rename(make("takeRename", {}, {Qt::Key_F2})),
      note(make("takeNote", QStringLiteral("note"), {Qt::Key_N})),
      restore(make("takeRestore", QStringLiteral("restore"), {Qt::Key_R})),
      keepVoice(make("takeKeepVoice", QStringLiteral("voice"), {Qt::Key_V})), copySeed(make("takeCopySeed", {}, {})),
      copyFiles(make("takeCopyFiles", QStringLiteral("copy"), {QKeySequence(QKeySequence::Copy)})),
      exportTakes(make("takeExport", QStringLiteral("export"), {Qt::CTRL | Qt::Key_E})),
      exportAs(make("takeExportAs", {}, {})),
      remove(make("takeRemove", QStringLiteral("trash"), {QKeySequence(QKeySequence::Delete), Qt::Key_Backspace})),
      undoRemove(make("takeUndoRemove", QStringLiteral("undo"), {QKeySequence(QKeySequence::Undo)})) {
    compare->setText(tr("Compare the two (A/B)"));
    rename->setText(tr("Rename…"));
    note->setText(tr("Write a note…"));
    restore->setText(tr("Restore script and settings"));
    keepVoice->setText(tr("Keep this voice"));
    copySeed->setText(tr("Copy the seed"));
    copyFiles->setText(tr("Copy as sound file"));
    exportTakes->setText(tr("Export…"));
    exportAs->setText(tr("Export as"));
    remove->setText(tr("Delete"));
    undoRemove->setText(tr("Undo deleting"));
    // From the script as well: what was heard last goes out with one key.
    exportTakes->setShortcutContext(Qt::WindowShortcut);
    auto* formats = new QMenu(list);
    formats->setObjectName(QStringLiteral("takeFormats"));
    exportAs->setMenu(formats);

    const auto separator = [this] {
        auto* action = new QAction(this);
        action->setSeparator(true);
        return action;
    };
    m_all = {play,     compare,     separator(), star,        rename,   note,        separator(), restore,   keepVoice,
             copySeed, separator(), copyFiles,   exportTakes, exportAs, separator(), remove,      undoRemove};
    list->addActions(m_all);
    update({});
}

QAction* TakeActions::make(const char* name, const QString& iconName, const QList<QKeySequence>& keys) {
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    if (!iconName.isEmpty()) {
        action->setIcon(icon(iconName));
    }
    return action;
}

void TakeActions::update(const Situation& situation) {
    const QList<Take>& selected = situation.selected;
    const Take& current = situation.current;
    const bool one = current.id != 0;
    const bool any = !selected.isEmpty();
    play->setEnabled(one && hasSound(current));
    play->setText(situation.playing ? tr("Pause") : tr("Play"));
    play->setIcon(icon(situation.playing ? QStringLiteral("pause") : QStringLiteral("play")));
    compare->setEnabled(selected.size() == 2 && std::all_of(selected.begin(), selected.end(), hasSound));
    star->setEnabled(any);
    const bool allStarred =
        any && std::all_of(selected.begin(), selected.end(), [](const Take& take) { return take.starred; });
    star->setText(allStarred ? tr("Take the star away") : tr("Star"));
    for (QAction* action : {rename, note, restore}) {
        action->setEnabled(one);
    }
    keepVoice->setEnabled(one && isExportable(current));
    copySeed->setEnabled(one && current.recipe.settings.seed >= 0);
    const bool exportable = std::any_of(selected.begin(), selected.end(), isExportable);
    for (QAction* action : {copyFiles, exportTakes, exportAs}) {
        action->setEnabled(exportable);
    }
    exportTakes->setText(selected.size() > 1 ? tr("Export %n take(s)…", nullptr, static_cast<int>(selected.size()))
                                             : tr("Export…"));
    // A take that is being made is stopped in the queue before it can go.
    remove->setEnabled(std::any_of(selected.begin(), selected.end(),
                                   [](const Take& take) { return take.state != TakeState::Making; }));
    undoRemove->setEnabled(situation.canUndoRemove);
    for (QAction* action : std::as_const(m_all)) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1 (%2)").arg(action->text(), keys));
    }
}

} // namespace parley::ui
