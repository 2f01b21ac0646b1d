// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/text_replacement.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextCursor>
#include <algorithm>

namespace parley::ui {

void replaceWholeText(QPlainTextEdit& edit, const QString& text) {
    const QString old = edit.toPlainText();
    const qsizetype shorter = std::min(old.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == text[head]) {
        ++head;
    }
    if (head > 0 && old[head - 1].isHighSurrogate()) {
        --head; // a pair is one character
    }
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == text[text.size() - 1 - tail]) {
        ++tail;
    }
    if (tail > 0 && old[old.size() - tail].isLowSurrogate()) {
        --tail;
    }
    if (head == old.size() && head == text.size()) {
        return;
    }
    QTextCursor cursor(edit.document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(head, text.size() - tail - head));
}

} // namespace parley::ui
