// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_impl.h"

#include <algorithm>
#include <cmath>

namespace parley::ui {
namespace {

constexpr double kMargin = 6.0;    // room for half a handle
constexpr double kGripReach = 8.0; // how near a press must be to a handle

} // namespace

double WaveformView::Impl::soundSeconds() const {
    return track ? track->seconds() : 0.0;
}

WaveformPicture WaveformView::Impl::picture(const QWidget& widget) const {
    WaveformPicture picture;
    picture.area = QRectF(widget.rect()).adjusted(kMargin, 4.0, -kMargin, -4.0);
    picture.seconds = std::max(expectedSeconds, soundSeconds());
    picture.position = position;
    picture.selection = selection;
    if (widget.hasFocus()) {
        picture.focus = part;
    }
    picture.palette = widget.palette();
    return picture;
}

WaveformPart WaveformView::Impl::partAt(const WaveformPicture& picture, double place) const {
    if (!selection) {
        return WaveformPart::Position;
    }
    const double toFrom = std::abs(place - picture.placeOf(selection->from));
    const double toTo = std::abs(place - picture.placeOf(selection->to));
    if (std::min(toFrom, toTo) > kGripReach) {
        return WaveformPart::Position;
    }
    if (toFrom == toTo) { // both handles lie on one another: take the one that can move to this side
        return place > picture.placeOf(selection->to) ? WaveformPart::To : WaveformPart::From;
    }
    return toFrom < toTo ? WaveformPart::From : WaveformPart::To;
}

double WaveformView::Impl::timeOf(WaveformPart which) const {
    if (!selection || which == WaveformPart::Position) {
        return position;
    }
    return which == WaveformPart::From ? selection->from : selection->to;
}

WaveformView::Selection WaveformView::Impl::withEnd(WaveformPart which, double time) const {
    Selection changed = selection.value_or(Selection{0.0, soundSeconds()});
    if (which == WaveformPart::From) {
        changed.from = std::clamp(time, 0.0, std::max(0.0, changed.to - kLeastSelection));
    } else {
        const double least = changed.from + kLeastSelection;
        changed.to = std::clamp(time, least, std::max(least, soundSeconds()));
    }
    return changed;
}

std::optional<WaveformPart> WaveformView::Impl::nextPart(bool next) const {
    if (!selection || part == (next ? WaveformPart::To : WaveformPart::Position)) {
        return std::nullopt;
    }
    if (next) {
        return part == WaveformPart::Position ? WaveformPart::From : WaveformPart::To;
    }
    return part == WaveformPart::To ? WaveformPart::From : WaveformPart::Position;
}

} // namespace parley::ui
