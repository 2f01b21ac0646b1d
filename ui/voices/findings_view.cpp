// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/findings_view.h"

#include "widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <memory>
#include <utility>

namespace parley::ui {

namespace {

QString iconName(Tone tone) {
    switch (tone) {
    case Tone::Good:
        return QStringLiteral("check");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Bad:
        return QStringLiteral("error");
    case Tone::Neutral:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

FindingsView::FindingsView(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
}

void FindingsView::setFindings(const QList<VoiceFinding>& findings) {
    if (findings == m_findings) {
        return;
    }
    m_findings = findings;
    rebuild();
}

void FindingsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        rebuild();
    }
}

void FindingsView::rebuild() {
    while (const std::unique_ptr<QLayoutItem> item{m_rows->takeAt(0)}) {
        delete item->widget();
    }
    QStringList texts;
    for (const VoiceFinding& finding : std::as_const(m_findings)) {
        addRow(finding);
        texts += finding.text;
    }
    setAccessibleName(texts.join(QLatin1Char(' ')));
}

void FindingsView::addRow(const VoiceFinding& finding) {
    auto* row = new QWidget(this);
    auto* mark = new QLabel(row);
    const int size = fontMetrics().height();
    mark->setPixmap(icon(iconName(finding.tone), toneColour(finding.tone, palette()))
                        .pixmap(QSize(size, size), devicePixelRatioF()));
    mark->setAlignment(Qt::AlignTop);
    auto* text = new QLabel(finding.text, row);
    text->setTextFormat(Qt::PlainText); // names of others are part of it
    text->setWordWrap(true);
    QPalette colours = text->palette();
    if (finding.tone == Tone::Bad || finding.tone == Tone::Warning) {
        colours.setColor(QPalette::WindowText, toneColour(finding.tone, palette()));
    }
    text->setPalette(colours);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(mark);
    layout->addWidget(text, 1);
    m_rows->addWidget(row);
}

} // namespace parley::ui
