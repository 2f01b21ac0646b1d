// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/speaker_margin.h"

#include "editor/script_editor.h"

#include <QPaintEvent>
#include <QPainter>

namespace parley::ui {

namespace {

constexpr int kSpace = 20; // 8 pixels left of the letters, the bar and the space before it

} // namespace

SpeakerMargin::SpeakerMargin(ScriptEditor* editor) : QWidget(editor), m_editor(editor) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

int SpeakerMargin::wantedWidth() const {
    return fontMetrics().horizontalAdvance(QStringLiteral("S2")) + kSpace;
}

void SpeakerMargin::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().base());
    QFont letters = m_editor->font();
    letters.setBold(true);
    letters.setPointSizeF(letters.pointSizeF() * 0.85);
    painter.setFont(letters);
    for (const VisibleBlock& visible : m_editor->visibleBlocks()) {
        paintSpeakers(painter, visible, palette(), width());
    }
}

} // namespace parley::ui
