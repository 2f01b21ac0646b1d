// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_text.h"

#include <algorithm>
#include <vector>

namespace parley::ui {

namespace {

/// For every byte of the UTF-8 form the UTF-16 unit it belongs to; one more entry for the end.
std::vector<qsizetype> unitOfEachByte(QStringView text) {
    std::vector<qsizetype> units;
    units.reserve(static_cast<std::size_t>(text.size()) + 1);
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        const auto bytes = static_cast<std::size_t>(text.sliced(at, length).toUtf8().size());
        units.insert(units.end(), bytes, at);
        at += length;
    }
    units.push_back(text.size());
    return units;
}

bool isUnwantedControl(QChar c) {
    const bool control = c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0);
    return control && c != u'\n' && c != u'\t';
}

} // namespace

QList<TagSpan> tagSpans(QStringView text) {
    QList<TagSpan> tags;
    for (qsizetype at = text.indexOf(u'['); at >= 0 && at + kTagLength <= text.size();
         at = text.indexOf(u'[', at + 1)) {
        const QChar letter = text[at + 1];
        const QChar digit = text[at + 2];
        if ((letter == u'S' || letter == u's') && (digit == u'1' || digit == u'2') && text[at + 3] == u']') {
            tags.append({at, digit == u'1' ? 1 : 2, letter == u'S'});
        }
    }
    return tags;
}

QString tagText(int speaker) {
    return speaker == 1 ? QStringLiteral("[S1]") : QStringLiteral("[S2]");
}

QList<LintSpan> lintSpans(const QString& script) {
    const std::vector<ScriptWarning> warnings = lintScript(script.toStdString());
    if (warnings.empty()) {
        return {};
    }
    const std::vector<qsizetype> units = unitOfEachByte(script);
    const auto unitAt = [&units](std::size_t byte) { return units[std::min(byte, units.size() - 1)]; };
    QList<LintSpan> spans;
    for (const ScriptWarning& warning : warnings) {
        const qsizetype start = unitAt(warning.offset);
        spans.append({warning.kind, start, unitAt(warning.offset + warning.length) - start});
    }
    return spans;
}

QString scriptForModel(const QString& script, bool closingTag) {
    return closingTag ? QString::fromStdString(withClosingTag(script.toStdString())) : script;
}

QString cleanedText(QString text) {
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar& c : text) {
        const bool lineEnd = c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ||
                             c == QChar(0xFDD0) || c == QChar(0xFDD1); // the last two mean frames to QTextDocument
        c = lineEnd ? QChar(u'\n') : c == QChar::Nbsp ? QChar(u' ') : c;
    }
    text.removeIf(isUnwantedControl);
    return text;
}

} // namespace parley::ui
