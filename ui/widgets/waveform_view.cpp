// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_view.h"

#include "widgets/waveform_accessible.h"
#include "widgets/waveform_impl.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace parley::ui {
namespace {

constexpr int kGrowthMs = 50;
constexpr std::size_t kSamplesAtATime = std::size_t{1} << 20U; // about a millisecond of work

} // namespace

WaveformView::WaveformView(QWidget* parent) : QWidget(parent), m_impl(std::make_unique<Impl>()) {
    QAccessible::installFactory(makeWaveformAccessible);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Waveform"));
}

WaveformView::~WaveformView() = default;

void WaveformView::setTrack(SoundTrackPtr track) {
    if (track == m_impl->track) {
        return;
    }
    m_impl->track = std::move(track);
    m_impl->peaks.clear();
    m_impl->position = 0;
    m_impl->dragged.reset();
    m_impl->growth.stop();
    if (m_impl->track) {
        m_impl->peaks.update(*m_impl->track, kSamplesAtATime);
        if (!m_impl->track->isComplete() || m_impl->peaks.sampleCount() < m_impl->track->size()) {
            m_impl->growth.start(kGrowthMs, this);
        }
    }
    update();
}

const SoundTrackPtr& WaveformView::track() const noexcept {
    return m_impl->track;
}

void WaveformView::setPosition(double seconds) {
    const double before = std::exchange(m_impl->position, std::isfinite(seconds) ? std::max(0.0, seconds) : 0.0);
    if (before == m_impl->position) {
        return;
    }
    update();
    // Thirty times a second would keep a screen reader talking.
    if (m_impl->part == WaveformPart::Position && std::floor(before) != std::floor(m_impl->position)) {
        tellValue();
    }
}

void WaveformView::tellValue() {
    QAccessibleValueChangeEvent event(this, partTime());
    QAccessible::updateAccessibility(&event);
}

WaveformPart WaveformView::part() const noexcept {
    return m_impl->part;
}

double WaveformView::partTime() const {
    return m_impl->timeOf(m_impl->part);
}

void WaveformView::choosePart(WaveformPart part) {
    if (std::exchange(m_impl->part, part) == part) {
        return;
    }
    update();
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    tellValue();
}

double WaveformView::position() const noexcept {
    return m_impl->position;
}

void WaveformView::setSelection(const std::optional<Selection>& selection) {
    const double before = partTime();
    m_impl->selection = selection;
    if (selection) {
        const auto [first, last] = std::minmax(selection->from, selection->to);
        m_impl->selection = Selection{first, last};
    } else {
        choosePart(WaveformPart::Position);
        m_impl->dragged.reset();
    }
    if (selection && partTime() != before) {
        tellValue();
    }
    update();
}

std::optional<WaveformView::Selection> WaveformView::selection() const noexcept {
    return m_impl->selection;
}

void WaveformView::setExpectedSeconds(double seconds) {
    m_impl->expectedSeconds = std::isfinite(seconds) ? std::max(0.0, seconds) : 0.0;
    update();
}

QSize WaveformView::sizeHint() const {
    const int line = QFontMetrics(font()).height();
    return {line * 20, line * 3};
}

QSize WaveformView::minimumSizeHint() const {
    const int line = QFontMetrics(font()).height();
    return {line * 4, line + 8};
}

void WaveformView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    m_impl->picture(*this).paint(painter, m_impl->peaks);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void WaveformView::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_impl->growth.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    // Asked for first: what is appended before the end is seen by the update that follows.
    const bool complete = m_impl->track->isComplete();
    const std::size_t news = m_impl->peaks.update(*m_impl->track, kSamplesAtATime);
    if (complete && m_impl->peaks.sampleCount() >= m_impl->track->size()) {
        m_impl->growth.stop();
    }
    if (news > 0) {
        update();
    }
}

} // namespace parley::ui
