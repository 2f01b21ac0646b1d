// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/notice_bar.h"

#include "widgets/icons.h"
#include "widgets/notice_layout.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>

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
    : QFrame(parent), m_icon(new QLabel), m_text(new QLabel), m_close(new QToolButton) {
    m_icon->setObjectName(QStringLiteral("noticeIcon"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    // File names and model texts are part of many messages; they must not be taken for markup.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(QStringLiteral("noticeClose"));
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_parts = new NoticeLayout(this, m_icon, m_text, m_close);
    m_parts->setContentsMargins(12, 6, 6, 6);

    const auto dismiss = [this] {
        clear();
        Q_EMIT closed();
    };
    connect(m_close, &QToolButton::clicked, this, dismiss);
    auto* const escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, dismiss);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // less would cut off text
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
    update(); // the ground is of the tone, and the parts alone would paint themselves anew
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
    button->setObjectName(QStringLiteral("noticeAction%1").arg(m_actions++));
    connect(button, &QPushButton::clicked, this, [this, run = action.run] {
        clear();
        Q_EMIT closed();
        if (run) {
            run();
        }
    });
    button->setAutoDefault(false);
    m_parts->addWidget(button);
    setTabOrder(button, m_close);
}

void NoticeBar::removeButtons() {
    m_parts->removeButtons();
    m_actions = 0;
}

void NoticeBar::updateIcon() {
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const QIcon picture = icon(iconName(m_tone), toneColour(m_tone, palette()));
    m_icon->setPixmap(picture.pixmap(QSize(size, size), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange) {
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
