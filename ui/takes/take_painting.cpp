// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_delegate.h"
#include "takes/take_model.h"
#include "takes/take_text.h"
#include "widgets/colour_contrast.h"
#include "widgets/theme.h"
#include "widgets/waveform_picture.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace parley::ui {

namespace {

/// For what is read second; 70 % keeps more than 4.5 : 1 against Base.
QColor quietText(const QPalette& palette) {
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.70);
}

Tone stateTone(TakeState state) {
    return state == TakeState::Failed ? Tone::Bad : state == TakeState::Making ? Tone::Good : Tone::Warning;
}

/// Draws as much of the text as fits and returns the place behind it.
QRect drawText(QPainter& painter, const QRect& place, const QString& text, const QColor& colour,
               Qt::Alignment alignment = Qt::AlignLeft) {
    const QFontMetrics metrics(painter.font());
    const QString line = metrics.elidedText(QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')), Qt::ElideRight,
                                            std::max(place.width(), 0));
    painter.setPen(colour);
    painter.drawText(place, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, line);
    return place.adjusted(metrics.horizontalAdvance(line), 0, 0, 0);
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option) {
    const QColor highlight = option.palette.color(QPalette::Active, QPalette::Highlight);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        const QColor base = option.palette.color(QPalette::Base);
        painter.fillRect(option.rect, mix(highlight, base, selected ? 0.18 : 0.06));
    }
    if (selected) {
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), highlight);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(highlight);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace

void TakeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    painter->setFont(option.font);
    paintGround(*painter, option);
    if (index.data(TakeModel::TakeRole).isValid()) {
        paintTake(*painter, option, index);
    } else {
        paintScript(*painter, option, index);
    }
    painter->restore();
}

void TakeDelegate::paintScript(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRect line = option.rect.adjusted(8, 6, -12, 0);
    const bool open = option.state.testFlag(QStyle::State_Open);
    QStyleOption arrow;
    arrow.palette = option.palette;
    arrow.state = QStyle::State_Enabled;
    arrow.rect = QRect(line.left(), line.center().y() - 6, 12, 12);
    option.widget->style()->drawPrimitive(open ? QStyle::PE_IndicatorArrowDown : QStyle::PE_IndicatorArrowRight, &arrow,
                                          &painter, option.widget);

    const QString count = tr("%n take(s)", nullptr, index.model()->rowCount(index));
    const int countWidth = QFontMetrics(option.font).horizontalAdvance(count);
    drawText(painter, line, count, quietText(option.palette), Qt::AlignRight);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    drawText(painter, line.adjusted(20, 0, -countWidth - 16, 0), index.data().toString(),
             option.palette.color(QPalette::Text));
}

void TakeDelegate::paintTake(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Take take = index.data(TakeModel::TakeRole).value<Take>();
    const TakeRowLayout layout(option.rect, QFontMetrics(option.font), take);
    const QPalette& palette = option.palette;
    const QColor quiet = quietText(palette);
    const bool playing = m_mark.playing && m_mark.id == take.id;
    (playing ? m_pause : m_play).paint(&painter, layout.play.adjusted(4, 4, -4, -4));
    if (take.starred || option.state.testFlag(QStyle::State_MouseOver) ||
        option.state.testFlag(QStyle::State_Selected)) {
        (take.starred ? m_starred : m_star).paint(&painter, layout.star.adjusted(5, 5, -5, -5));
    }
    drawText(painter, layout.title, index.data().toString(), palette.color(QPalette::Text));
    drawText(painter, layout.seconds, secondsText(take.seconds), quiet, Qt::AlignRight);
    QRect details = layout.details;
    if (const QString state = takeStateText(take); !state.isEmpty()) {
        details = drawText(painter, details, state, toneColour(stateTone(take.state), palette));
        details = drawText(painter, details, QStringLiteral(" · "), quiet);
    }
    drawText(painter, details, takeDetails(take), quiet);
    drawText(painter, layout.problem, take.problem, toneColour(Tone::Bad, palette));
    drawText(painter, layout.note, take.note, quiet);
    paintOutline(painter, layout.outline, palette, take);
}

void TakeDelegate::paintOutline(QPainter& painter, const QRect& place, const QPalette& palette,
                                const Take& take) const {
    WaveformPicture picture;
    picture.area = place;
    picture.seconds = TakeOutlines::room(take);
    picture.palette = palette;
    if (m_mark.id == take.id) {
        picture.position = m_mark.seconds;
    } else {
        // Only one take has a position; the line at the beginning of all others is cut off.
        painter.setClipRect(place.adjusted(1, 0, 0, 0), Qt::IntersectClip);
    }
    picture.paint(painter, m_outlines.of(take.id));
}

} // namespace parley::ui
