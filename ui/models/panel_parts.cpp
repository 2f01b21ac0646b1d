// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/panel_parts.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLayout>

namespace parley::ui {

Heading::Heading(const QString& text, double scale) : QLabel(text), m_scale(scale) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    applyFont();
}

void Heading::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        applyFont();
    }
}

void Heading::applyFont() {
    QFont font = QApplication::font();
    font.setBold(true);
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * m_scale);
    } else {
        font.setPixelSize(qRound(font.pixelSize() * m_scale));
    }
    setFont(font);
}

LinkedText::LinkedText(const QString& text) : QLabel(text) {
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setOpenExternalLinks(true);
}

void LinkedText::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        const QString words = text();
        clear(); // the same text again would change nothing
        setText(words);
    }
}

ToneLabel::ToneLabel(const QString& text) : QLabel(text) {}

void ToneLabel::setTone(Tone tone) {
    m_tone = tone;
    applyTone();
}

void ToneLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyTone();
    }
}

void ToneLabel::applyTone() {
    QPalette colours = QApplication::palette(this);
    if (m_tone != Tone::Neutral) {
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text}) { // the ground decides which
            colours.setColor(role, toneColour(m_tone, colours));
        }
    }
    setPalette(colours);
}

void fitHeight(QWidget& dialog, int width) {
    dialog.setMinimumWidth(width);
    dialog.resize(width, dialog.layout()->totalHeightForWidth(width));
}

QLabel* makeHint(const QString& name, const QString& text, bool links) {
    QLabel* const hint = links ? new LinkedText(text) : new QLabel(text);
    hint->setObjectName(name);
    if (!links) {
        hint->setTextFormat(Qt::PlainText);
    }
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    return hint;
}

} // namespace parley::ui
