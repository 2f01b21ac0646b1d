// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_impl.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <optional>

// The half of WaveformView that listens to the mouse and the keyboard.
namespace parley::ui {
namespace {

/// Where a key moves a time, or nothing if it isn't one of those that do. Seconds.
std::optional<double> moved(const QKeyEvent& event, bool handle, double time, double length) {
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const double usual = handle ? 0.1 : 1.0;
    const double step = shift ? usual / 10.0 : usual;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return time - step;
    case Qt::Key_Right:
    case Qt::Key_Up:
        return time + step;
    case Qt::Key_PageDown:
        return time - 5.0;
    case Qt::Key_PageUp:
        return time + 5.0;
    case Qt::Key_Home:
        return 0.0;
    case Qt::Key_End:
        return length;
    default:
        return std::nullopt;
    }
}

} // namespace

void WaveformView::moveTo(WaveformPart part, double time) {
    if (part == WaveformPart::Position) {
        const double place = std::clamp(time, 0.0, m_impl->soundSeconds());
        setPosition(place);
        Q_EMIT seekRequested(place);
        return;
    }
    const Selection changed = m_impl->withEnd(part, time);
    if (m_impl->selection != changed) {
        m_impl->selection = changed;
        update();
        tellValue();
        Q_EMIT selectionChanged(changed);
    }
}

void WaveformView::movePart(double seconds) {
    if (m_impl->track && std::isfinite(seconds)) {
        moveTo(m_impl->part, seconds);
    }
}

void WaveformView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_impl->track) {
        QWidget::mousePressEvent(event);
        return;
    }
    const WaveformPicture picture = m_impl->picture(*this);
    const double place = event->position().x();
    const WaveformPart part = m_impl->partAt(picture, place);
    m_impl->dragged = part;
    choosePart(part);
    if (m_impl->part == WaveformPart::Position) { // a handle moves with the mouse, not to it
        moveTo(m_impl->part, picture.timeAt(place));
    }
    update();
}

void WaveformView::mouseMoveEvent(QMouseEvent* event) {
    const WaveformPicture picture = m_impl->picture(*this);
    const double place = event->position().x();
    if (m_impl->dragged) {
        moveTo(*m_impl->dragged, picture.timeAt(place));
        return;
    }
    const bool handle = m_impl->partAt(picture, place) != WaveformPart::Position;
    setCursor(handle ? Qt::SplitHCursor : Qt::ArrowCursor);
}

void WaveformView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_impl->dragged.reset();
    }
}

void WaveformView::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const WaveformPart part = m_impl->part;
    const auto time = moved(*event, part != WaveformPart::Position, m_impl->timeOf(part), m_impl->soundSeconds());
    if (!m_impl->track || !plain || !time) {
        QWidget::keyPressEvent(event);
        return;
    }
    moveTo(part, *time);
}

void WaveformView::focusInEvent(QFocusEvent* event) {
    if (event->reason() == Qt::TabFocusReason) {
        choosePart(WaveformPart::Position);
    } else if (event->reason() == Qt::BacktabFocusReason && m_impl->selection) {
        choosePart(WaveformPart::To);
    }
    QWidget::focusInEvent(event);
}

bool WaveformView::focusNextPrevChild(bool next) {
    if (const auto part = m_impl->nextPart(next)) {
        choosePart(*part);
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

} // namespace parley::ui
