// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/help_window.h"

#include "widgets/standard_keys.h"

#include <QAction>
#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace parley::gui {

namespace {

/// A text in a table of Markdown, whatever signs it holds: the names of some keys are signs themselves.
QString escaped(const QString& text) {
    QString safe;
    for (const QChar sign : text) {
        if (sign.unicode() < 128 && (sign.isPunct() || sign.isSymbol())) {
            safe += QLatin1Char('\\');
        }
        safe += sign;
    }
    return safe;
}

/// One table for all groups, so that their columns stand below one another.
QString markdownOf(const QList<KeyGroup>& groups) {
    QString rows = QStringLiteral("| | |\n|---|---|\n");
    for (const KeyGroup& group : groups) {
        rows += QStringLiteral("| **%1** | |\n").arg(escaped(group.title));
        for (const KeyEntry& entry : group.entries) {
            rows += QStringLiteral("| %1 | %2 |\n").arg(escaped(entry.keys), escaped(entry.what));
        }
    }
    return rows;
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
        page->setMarkdown(QString::fromUtf8(file.readAll()) + QStringLiteral("\n# %1\n\n").arg(tr("Keys")) +
                          markdownOf(keys));
    }
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(page);
    auto* leave = new QAction(this);
    leave->setShortcuts(QList<QKeySequence>{Qt::Key_Escape} + ui::standardKeys(QKeySequence::Close));
    connect(leave, &QAction::triggered, this, &QWidget::close);
    addAction(leave);
}

} // namespace parley::gui
