// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"
#include "takes/take_outlines.h"
#include "takes/take_row_layout.h"

#include <QIcon>
#include <QStyledItemDelegate>

namespace parley::ui {

/// Where playback is: one take at a time.
struct PlaybackMark {
    TakeId id = 0;
    bool playing = false;
    double seconds = 0; ///< of the take's sound at tempo 1.0
};

/// Paints the rows of the list of takes and edits names and notes in place.
class TakeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Field { Name, Note };

    explicit TakeDelegate(TakeOutlines& outlines, QObject* parent = nullptr);

    void setMark(const PlaybackMark& mark) { m_mark = mark; }
    [[nodiscard]] const PlaybackMark& mark() const { return m_mark; }
    /// What the next editor is for.
    void setField(Field field) { m_field = field; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintScript(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintTake(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintOutline(QPainter& painter, const QRect& place, const QPalette& palette, const Take& take) const;
    [[nodiscard]] QString toolTip(TakePart part, const QModelIndex& index) const;

    TakeOutlines& m_outlines;
    PlaybackMark m_mark;
    Field m_field = Field::Name;
    QIcon m_play;
    QIcon m_pause;
    QIcon m_star;
    QIcon m_starred;
};

} // namespace parley::ui
