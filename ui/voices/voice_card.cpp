// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_card.h"

#include "voices/voice_list_model.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kGap = 4;     // around a card
constexpr int kPadding = 8; // inside it
constexpr double kRadius = 6;

struct CardParts {
    QRect card;
    QRect picture;
    QRect name;
    QRect detail;
};

QFont nameFont(const QFont& font) {
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

CardParts partsOf(const QStyleOptionViewItem& option) {
    CardParts parts;
    const int line = option.fontMetrics.lineSpacing();
    parts.card = option.rect.adjusted(0, 0, 0, -kGap);
    const QRect inner = parts.card.adjusted(kPadding + kGap, kPadding, -kPadding, -kPadding);
    const int pictureWidth = std::min(line * 4, inner.width() / 3);
    parts.picture = {inner.left(), inner.top() + 2, pictureWidth, 2 * line - 4};
    const int textLeft = parts.picture.right() + kPadding + kGap;
    const int textWidth = inner.right() - textLeft;
    parts.name = {textLeft, inner.top(), textWidth, line};
    parts.detail = {textLeft, inner.top() + line, textWidth, line};
    return parts;
}

void paintGround(QPainter& painter, const QRect& card, const QStyleOptionViewItem& option) {
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool focused = chosen && option.state.testFlag(QStyle::State_HasFocus);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QPalette& palette = option.palette;
    QColor ground = palette.color(chosen ? QPalette::Highlight : QPalette::Text);
    ground.setAlphaF(chosen ? 0.18F : hovered ? 0.08F : 0.04F);
    QColor edge = palette.color(QPalette::Highlight);
    edge.setAlphaF(focused ? 1.0F : chosen ? 0.6F : 0.0F);
    painter.setPen(QPen(edge, focused ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

/// Bars from the middle, as the large waveforms have them.
void paintShape(QPainter& painter, const QRect& place, const QList<float>& shape, const QColor& colour) {
    constexpr int kBar = 3;
    const int bars = place.width() / kBar;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (int bar = 0; bar < bars && !shape.isEmpty(); ++bar) {
        const qsizetype first = shape.size() * bar / bars;
        const qsizetype end = std::max(shape.size() * (bar + 1) / bars, first + 1);
        const float loudest = *std::max_element(shape.begin() + first, shape.begin() + end);
        const double height = std::max(2.0, static_cast<double>(loudest) * place.height());
        painter.drawRoundedRect(QRectF(place.left() + bar * kBar, place.center().y() - height / 2, kBar - 1, height), 1,
                                1);
    }
}

void paintLine(QPainter& painter, const QRect& place, const QString& text, const QColor& colour) {
    painter.setPen(colour);
    painter.drawText(place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace

void VoiceCard::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const CardParts parts = partsOf(option);
    const QPalette& palette = option.palette;
    const QColor text = palette.color(QPalette::Text);
    QColor quiet = text;
    quiet.setAlphaF(0.75F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, parts.card, option);
    const auto shape = index.data(VoiceListModel::ShapeRole).value<QList<float>>();
    const QString problem = index.data(VoiceListModel::ProblemRole).toString();
    if (index.data(VoiceListModel::IdRole).toString().isEmpty()) {
        icon(QStringLiteral("voice")).paint(painter, parts.picture);
    } else if (shape.isEmpty() && !problem.isEmpty()) {
        icon(QStringLiteral("warning"), toneColour(Tone::Bad, palette)).paint(painter, parts.picture);
    } else {
        paintShape(*painter, parts.picture, shape, palette.color(QPalette::Highlight));
    }
    painter->setFont(nameFont(option.font));
    paintLine(*painter, parts.name, index.data(Qt::DisplayRole).toString(), text);
    painter->setFont(option.font);
    if (problem.isEmpty()) {
        paintLine(*painter, parts.detail, index.data(VoiceListModel::DetailRole).toString(), quiet);
    } else {
        paintLine(*painter, parts.detail, problem, toneColour(Tone::Bad, palette));
    }
    painter->restore();
}

QSize VoiceCard::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const {
    const int line = option.fontMetrics.lineSpacing();
    return {line * 10, line * 2 + 2 * kPadding + kGap};
}

void VoiceCard::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                     const QModelIndex& /*index*/) const {
    const QRect name = partsOf(option).name;
    editor->setGeometry(name.left() - kGap, name.top() - kGap, name.width() + kGap, editor->sizeHint().height());
}

} // namespace parley::ui
