// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace parley::ui {

/// Colours tags and sounds of a script and underlines what is wrong with them. A block's state is the speaker at its
/// end (1 or 2; -1 or 0 for nobody), which the margin reads.
class ScriptHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    ScriptHighlighter(QTextDocument* document, QPalette palette);

    /// After a change of the theme.
    void setPalette(const QPalette& palette);

protected:
    void highlightBlock(const QString& text) override;

private:
    void markTags(const QString& text);
    void markNonVerbals(const QString& text);
    void markFaults(const QString& text);
    void underline(qsizetype start, qsizetype length);

    QPalette m_palette;
};

} // namespace parley::ui
