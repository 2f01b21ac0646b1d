// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/help_window.h"

#include "widgets/standard_keys.h"

#include <QAction>
#include <QFile>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace parley::gui {

namespace {

constexpr qreal kAboveHeading = 16;
constexpr qreal kAboveGroup = 12;
constexpr int kCellPadding = 3;
constexpr int kKeysShare = 30; // percent of the width

void fillTitle(QTextTable& table, int row, const QString& title) {
    table.mergeCells(row, 0, 1, 2);
    QTextTableCell cell = table.cellAt(row, 0);
    QTextTableCellFormat look;
    look.setTopPadding(kAboveGroup);
    cell.setFormat(look);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    cell.firstCursorPosition().insertText(title, bold);
}

void fillRow(QTextTable& table, int row, const QString& left, const QString& right) {
    table.cellAt(row, 0).firstCursorPosition().insertText(left);
    table.cellAt(row, 1).firstCursorPosition().insertText(right);
}

/// One table for all groups, so that their columns stand below one another.
void appendKeys(QTextDocument& page, const QList<KeyGroup>& groups) {
    QTextTableFormat look;
    look.setBorder(0);
    look.setCellPadding(kCellPadding);
    look.setCellSpacing(0);
    look.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    look.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, kKeysShare),
                                    QTextLength(QTextLength::PercentageLength, 100 - kKeysShare)});
    QTextCursor cursor(&page);
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    int rows = 0;
    for (const KeyGroup& group : groups) {
        rows += 1 + static_cast<int>(group.entries.size());
    }
    if (rows == 0) {
        return;
    }
    QTextTable& table = *cursor.insertTable(rows, 2, look);
    int row = 0;
    for (const KeyGroup& group : groups) {
        fillTitle(table, row, group.title);
        for (const KeyEntry& entry : group.entries) {
            fillRow(table, ++row, entry.keys, entry.what);
        }
        ++row;
    }
}

/// Markdown has no space above headings, which looks as if they belonged to what stands before.
void setHeadingsApart(QTextDocument& page) {
    for (QTextBlock block = page.begin().next(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0) {
            QTextBlockFormat format = block.blockFormat();
            format.setTopMargin(kAboveHeading);
            QTextCursor(block).setBlockFormat(format);
        }
    }
}

} // namespace

HelpWindow::HelpWindow(const QString& language, const QList<KeyGroup>& keys, QWidget* parent)
    : QWidget(parent, Qt::Window) {
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Writing for Dia"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 720);
    auto* page = new QTextBrowser(this);
    page->setAccessibleName(windowTitle());
    page->setFrameShape(QFrame::NoFrame);
    page->setOpenExternalLinks(false);
    page->document()->setDocumentMargin(24);
    QFile file(QStringLiteral(":/help/writing.%1.md").arg(language));
    if (file.open(QIODevice::ReadOnly)) {
        page->setMarkdown(QString::fromUtf8(file.readAll()) + QStringLiteral("\n# %1\n").arg(tr("Keys")));
    }
    setHeadingsApart(*page->document());
    appendKeys(*page->document(), keys);
    page->moveCursor(QTextCursor::Start);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(page);
    auto* leave = new QAction(this);
    leave->setShortcuts(QList<QKeySequence>{Qt::Key_Escape} + ui::standardKeys(QKeySequence::Close));
    connect(leave, &QAction::triggered, this, &QWidget::close);
    addAction(leave);
}

} // namespace parley::gui
