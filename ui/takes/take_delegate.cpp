// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_delegate.h"

#include "takes/take_model.h"
#include "takes/take_text.h"
#include "widgets/icons.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QToolTip>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kMostLetters = 1000;

Take takeOf(const QModelIndex& index) {
    return index.data(TakeModel::TakeRole).value<Take>();
}

bool isTake(const QModelIndex& index) {
    return index.data(TakeModel::TakeRole).isValid();
}

} // namespace

TakeDelegate::TakeDelegate(TakeOutlines& outlines, QObject* parent)
    : QStyledItemDelegate(parent), m_outlines(outlines), m_play(icon(QStringLiteral("play"))),
      m_pause(icon(QStringLiteral("pause"))), m_star(icon(QStringLiteral("star"))),
      m_starred(icon(QStringLiteral("star-filled"))) {}

QSize TakeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics metrics(option.font);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {0, isTake(index) ? TakeRowLayout::height(width, metrics, takeOf(index)) : metrics.height() + 20};
}

QWidget* TakeDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& index) const {
    auto* editor = new QLineEdit(parent);
    const bool isName = m_field == Field::Name;
    editor->setObjectName(isName ? QStringLiteral("takeNameEdit") : QStringLiteral("takeNoteEdit"));
    editor->setAccessibleName(isName ? tr("Name of the take") : tr("Note on the take"));
    editor->setPlaceholderText(isName ? shownTakeName({}, index.data(TakeModel::NumberRole).toInt()) : tr("Note"));
    editor->setMaxLength(kMostLetters);
    return editor;
}

void TakeDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* line = qobject_cast<QLineEdit*>(editor);
    // The row may change under the editor, a growing take ten times a second: what was typed stays.
    if (line != nullptr && !line->isModified()) {
        line->setText(index.data(m_field == Field::Name ? TakeModel::NameRole : TakeModel::NoteRole).toString());
    }
}

void TakeDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    const auto* line = qobject_cast<QLineEdit*>(editor);
    if (line != nullptr && line->isModified()) {
        model->setData(index, line->text(), m_field == Field::Name ? TakeModel::NameRole : TakeModel::NoteRole);
    }
}

void TakeDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const {
    const Take take = takeOf(index);
    const TakeRowLayout layout(option.rect, QFontMetrics(option.font), take);
    QRect place = layout.title;
    if (m_field == Field::Note) {
        place = take.note.isEmpty() ? layout.details : layout.note;
    }
    const int height = editor->sizeHint().height();
    editor->setGeometry(place.left() - 4, place.center().y() - height / 2, std::max(place.width(), 120), height);
}

bool TakeDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !isTake(index)) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const Take take = takeOf(index);
    const TakeRowLayout layout(option.rect, QFontMetrics(option.font), take);
    QToolTip::showText(event->globalPos(), toolTip(layout.partAt(event->pos()), index), view);
    return true;
}

QString TakeDelegate::toolTip(TakePart part, const QModelIndex& index) const {
    const Take take = takeOf(index);
    switch (part) {
    case TakePart::Play:
        return m_mark.playing && m_mark.id == take.id ? tr("Pause (Space)") : tr("Play (Space)");
    case TakePart::Star:
        return take.starred ? tr("Take the star away (S)") : tr("Star (S)");
    case TakePart::Outline:
        return tr("Click to play from here");
    case TakePart::Title:
    case TakePart::Note:
    case TakePart::None:
        break;
    }
    QStringList lines{index.data().toString(), takeStateText(take), take.problem, take.note, takeDetails(take)};
    lines += take.recipe.voiceName.isEmpty() ? QString() : tr("Voice: %1").arg(take.recipe.voiceName);
    lines += take.recipe.model.isEmpty() ? QString() : tr("Model: %1").arg(take.recipe.model);
    lines.removeAll(QString());
    // Names and notes are plain text whatever they look like.
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(lines.join(QLatin1Char('\n')).toHtmlEscaped());
}

} // namespace parley::ui
