// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/notice_bar.h"

#include "widgets/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>
#include <memory>

namespace parley::ui {
namespace {

QString iconName(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return QStringLiteral("info");
    case Tone::Good:
        return QStringLiteral("check");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Bad:
        return QStringLiteral("error");
    }
    return QStringLiteral("info");
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel), m_text(new QLabel), m_buttons(new QHBoxLayout) {
    m_icon->setObjectName(QStringLiteral("noticeIcon"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    // File names and model texts are part of many messages; they must not be taken for markup.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const close = new QToolButton;
    close->setObjectName(QStringLiteral("noticeClose"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close (Esc)"));
    m_buttons->setSpacing(8);

    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(close, 0, Qt::AlignTop);

    const auto dismiss = [this] {
        clear();
        Q_EMIT closed();
    };
    connect(close, &QToolButton::clicked, this, dismiss);
    auto* const escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, dismiss);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void NoticeBar::tell(Tone tone, const QString& text, const QList<Action>& actions) {
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    removeButtons();
    for (const Action& action : actions) {
        addButton(action);
    }
    updateIcon();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::clear() {
    hide();
    m_text->clear();
    setAccessibleName({});
    removeButtons();
}

QString NoticeBar::text() const {
    return m_text->text();
}

void NoticeBar::addButton(const Action& action) {
    auto* const button = new QPushButton(action.label);
    button->setObjectName(QStringLiteral("noticeAction%1").arg(m_buttons->count()));
    connect(button, &QPushButton::clicked, this, [this, run = action.run] {
        clear();
        Q_EMIT closed();
        if (run) {
            run();
        }
    });
    m_buttons->addWidget(button, 0, Qt::AlignVCenter);
}

void NoticeBar::removeButtons() {
    while (const std::unique_ptr<QLayoutItem> item{m_buttons->takeAt(0)}) {
        // One of them may be the sender of the signal that is being handled.
        item->widget()->hide();
        item->widget()->deleteLater();
    }
}

void NoticeBar::updateIcon() {
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const QIcon picture = icon(iconName(m_tone), toneColour(m_tone, palette()));
    m_icon->setPixmap(picture.pixmap(QSize(size, size), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        updateIcon();
    }
}

void NoticeBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = toneColour(m_tone, palette());
    edge.setAlphaF(0.45F);
    painter.setPen(edge);
    painter.setBrush(toneGround(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace parley::ui
