// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/help_window.h"

#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace parley::gui {

HelpWindow::HelpWindow(const QString& language, QWidget* parent) : QWidget(parent, Qt::Window) {
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
        page->setMarkdown(QString::fromUtf8(file.readAll()));
    }
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(page);
}

} // namespace parley::gui
