// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/log_pane.h"

#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace parley::ui {

namespace {

/// Any thread. Why the file could not be written; empty if it was.
QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : file.errorString();
}

QColor colourOf(LogLevel level, const QPalette& palette) {
    switch (level) {
    case LogLevel::Error:
        return toneColour(Tone::Bad, palette);
    case LogLevel::Warning:
        return toneColour(Tone::Warning, palette);
    case LogLevel::Info:
        return palette.color(QPalette::Text);
    case LogLevel::Debug:
        return palette.color(QPalette::PlaceholderText);
    }
    return palette.color(QPalette::Text);
}

} // namespace

LogPane::LogPane(Log& log, QWidget* parent)
    : QWidget(parent), m_log(log), m_text(new QPlainTextEdit), m_notice(new NoticeBar) {
    setObjectName(QStringLiteral("logPane"));
    m_notice->setObjectName(QStringLiteral("logNotice"));
    m_text->setObjectName(QStringLiteral("logText"));
    m_text->setAccessibleName(tr("Log"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setMaximumBlockCount(Log::kMostLines);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setPlaceholderText(tr("What the program does is told here, without a word of your scripts."));
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buildButtons(*buttons);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(4);
    rows->addWidget(m_notice);
    rows->addWidget(m_text, 1);
    rows->addLayout(buttons);

    connect(&m_log, &Log::added, this, &LogPane::append);
    connect(&m_log, &Log::cleared, m_text, &QPlainTextEdit::clear);
    refill();
}

void LogPane::buildButtons(QHBoxLayout& row) {
    const auto add = [&](const char* name, const char* iconName, const QString& text, const QString& help,
                         const auto& run) {
        auto* const button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(iconName)));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(help);
        button->setAccessibleDescription(help);
        connect(button, &QToolButton::clicked, this, run);
        row.addWidget(button);
    };
    add("logCopy", "copy", tr("Copy"), tr("Copies the whole log"),
        [this] { QGuiApplication::clipboard()->setText(m_log.toText()); });
    add("logSave", "export", tr("Save…"), tr("Saves the log as a text file"), [this] { askWhere(); });
    row.addStretch(1);
    add("logClear", "trash", tr("Clear"), tr("Empties the log"), [this] { m_log.clear(); });
}

void LogPane::append(const LogLine& line) {
    QScrollBar* const bar = m_text->verticalScrollBar();
    const bool follows = bar->value() >= bar->maximum();
    QTextCharFormat format;
    format.setForeground(colourOf(line.level, palette()));
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    if (!m_text->document()->isEmpty()) {
        cursor.insertBlock();
    }
    cursor.insertText(line.toText(), format);
    if (follows) {
        bar->setValue(bar->maximum());
    }
}

void LogPane::refill() {
    m_text->clear();
    // The digits of times and steps then stand below each other.
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    m_text->setFont(font);
    for (const LogLine& line : m_log.lines()) {
        append(line);
    }
}

void LogPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refill();
    }
}

void LogPane::askWhere() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* const dialog = new QFileDialog(this, tr("Save the log"), folder, tr("Text files (*.txt)"));
    dialog->setObjectName(QStringLiteral("logSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("parley-log.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPane::saveTo);
    dialog->open();
}

void LogPane::saveTo(const QString& path) {
    const auto tell = [this, path](const QString& fault) {
        const QString name = QDir::toNativeSeparators(path);
        if (fault.isEmpty()) {
            m_notice->tell(Tone::Good, tr("The log was saved as %1.").arg(name));
        } else {
            m_notice->tell(Tone::Bad, tr("The log can't be saved as %1: %2").arg(name, fault),
                           {{tr("Choose another place"), [this] { askWhere(); }}});
        }
    };
    auto* const watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [tell, watcher] {
        tell(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run(writeWhole, path, m_log.toText().toUtf8()));
}

} // namespace parley::ui
