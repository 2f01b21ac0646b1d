// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>
#include <QRectF>
#include <QStyle>

class QPainter;
class QStyleOption;

namespace parley::ui {

/// Draws the pieces that FlatStyle's controls are made of, in the colours and the state of one control. Leaves the
/// painter as it was.
class FlatPainter {
public:
    /// Both must outlive it.
    FlatPainter(QPainter& painter, const QStyleOption& option);
    ~FlatPainter();
    FlatPainter(const FlatPainter&) = delete;
    FlatPainter& operator=(const FlatPainter&) = delete;
    FlatPainter(FlatPainter&&) = delete;
    FlatPainter& operator=(FlatPainter&&) = delete;

    /// The ground of a button; the one that Return presses is filled with the highlight.
    void button(const QRectF& place, bool isDefault) const;
    /// The ground of a button without an edge, seen only under the mouse, pressed or checked.
    void quietButton(const QRectF& place) const;
    /// The ground and edge of what can be typed into.
    void field(const QRectF& place) const;
    /// An edge alone, around lists and texts.
    void frame(const QRectF& place) const;
    /// The ground of a chosen row, or of one under the mouse.
    void row(const QRectF& place, bool rounded) const;
    /// The mark of the keyboard's focus.
    void focus(const QRectF& place) const;
    /// The same within a chosen row.
    void rowFocus(const QRectF& place) const;
    void checkBox(const QRectF& place) const;
    void radioButton(const QRectF& place) const;
    void chevron(const QRectF& place, QStyle::PrimitiveElement arrow) const;

    /// A rounded line, `part` of it filled with the highlight.
    void track(const QRectF& place, const QRectF& part) const;
    void knob(const QRectF& place) const;
    /// The part of a scroll bar, or of a splitter, that is dragged.
    void thumb(const QRectF& place, bool active) const;
    /// The line under the tab that is shown.
    void tabLine(const QRectF& tab) const;
    /// A thin line between parts.
    void separator(const QRectF& place) const;

private:
    [[nodiscard]] bool has(QStyle::StateFlag flag) const { return m_state.testFlag(flag); }
    [[nodiscard]] bool isPointedAt() const { return has(QStyle::State_MouseOver) && has(QStyle::State_Enabled); }
    [[nodiscard]] QColor colour(QPalette::ColorRole role) const;
    [[nodiscard]] QColor highlight() const { return m_palette.color(QPalette::Active, QPalette::Highlight); }
    /// The highlight, where it has to be seen against a control's ground.
    [[nodiscard]] QColor focusColour() const;
    /// As much of the text's colour as `share` says on the window's.
    [[nodiscard]] QColor shade(double share) const;
    void mark(const QRectF& place, double radius) const;

    QPainter& m_painter;
    const QPalette& m_palette;
    QStyle::State m_state;
};

} // namespace parley::ui
