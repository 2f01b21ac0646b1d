// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_highlighter.h"

#include "editor/non_verbals.h"
#include "editor/script_text.h"
#include "widgets/theme.h"

#include <QTextCharFormat>
#include <QTextDocument>
#include <utility>

namespace parley::ui {

namespace {

constexpr qreal kGapBehindChip = 3; // pixels: the chip around a tag covers some of the space behind it

} // namespace

ScriptHighlighter::ScriptHighlighter(QTextDocument* document, QPalette palette)
    : QSyntaxHighlighter(document), m_palette(std::move(palette)) {}

void ScriptHighlighter::setPalette(const QPalette& palette) {
    m_palette = palette;
    rehighlight();
}

void ScriptHighlighter::highlightBlock(const QString& text) {
    markTags(text);
    markNonVerbals(text);
    markFaults(text);
}

void ScriptHighlighter::markTags(const QString& text) {
    QTextCharFormat gap;
    gap.setFontWordSpacing(kGapBehindChip);
    int speaker = previousBlockState();
    for (const TagSpan& tag : tagSpans(text)) {
        QTextCharFormat letters;
        letters.setFontWeight(QFont::Bold);
        letters.setForeground(speakerColour(tag.speaker, m_palette));
        setFormat(static_cast<int>(tag.start), static_cast<int>(kTagLength), letters);
        if (tag.end() < text.size() && text[tag.end()] == QLatin1Char(' ')) {
            setFormat(static_cast<int>(tag.end()), 1, gap);
        }
        if (tag.speaker == speaker) {
            underline(tag.start, kTagLength);
        }
        speaker = tag.speaker;
    }
    setCurrentBlockState(speaker);
}

void ScriptHighlighter::markNonVerbals(const QString& text) {
    QTextCharFormat sound;
    sound.setFontItalic(true);
    sound.setForeground(toneColour(Tone::Good, m_palette));
    for (const TextSpan& span : listedNonVerbals(text)) {
        setFormat(static_cast<int>(span.start), static_cast<int>(span.length), sound);
    }
}

void ScriptHighlighter::markFaults(const QString& text) {
    using Kind = ScriptWarning::Kind;
    for (const LintSpan& span : lintSpans(text)) {
        if (span.kind == Kind::TagCase || span.kind == Kind::UnlistedNonVerbal) {
            underline(span.start, span.length);
        }
    }
}

void ScriptHighlighter::underline(qsizetype start, qsizetype length) {
    QTextCharFormat marked = format(static_cast<int>(start));
    marked.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    marked.setUnderlineColor(toneColour(Tone::Warning, m_palette));
    setFormat(static_cast<int>(start), static_cast<int>(length), marked);
}

} // namespace parley::ui
