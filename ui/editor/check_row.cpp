// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/check_row.h"

#include "widgets/icons.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace parley::ui {

namespace {

QString iconOf(const ScriptCheck& check) {
    if (check.isSerious()) {
        return QStringLiteral("error");
    }
    const bool advice = check.kind == ScriptCheck::Kind::TooLong || check.kind == ScriptCheck::Kind::TooShort;
    return advice ? QStringLiteral("info") : QStringLiteral("warning");
}

} // namespace

CheckRow::CheckRow(const ScriptCheck& check, QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);

    auto* message = new QToolButton;
    message->setObjectName(QStringLiteral("checkMessage"));
    message->setAutoRaise(true);
    message->setFocusPolicy(Qt::StrongFocus);
    message->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    message->setIcon(icon(iconOf(check)));
    message->setText(check.message);
    message->setToolTip(tr("%1 Click to go there.").arg(check.message));
    message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    message->setAccessibleName(check.message);
    message->setAccessibleDescription(tr("Goes to the place in the script."));
    row->addWidget(message, 1);
    connect(message, &QToolButton::clicked, this, [this, check] { Q_EMIT placeRequested(check); });

    m_first = message;
    if (check.fix.isEmpty()) {
        return;
    }
    auto* fix = new QToolButton;
    fix->setObjectName(QStringLiteral("checkFix"));
    fix->setAutoRaise(true);
    fix->setFocusPolicy(Qt::StrongFocus);
    fix->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fix->setIcon(icon(QStringLiteral("fix")));
    fix->setText(check.fix);
    fix->setAccessibleName(tr("Fix: %1").arg(check.fix));
    fix->setAccessibleDescription(check.message);
    row->addWidget(fix);
    m_first = fix;
    connect(fix, &QToolButton::clicked, this, [this, check] { Q_EMIT fixRequested(check); });
}

void CheckRow::focusFirst() {
    m_first->setFocus(Qt::OtherFocusReason);
}

} // namespace parley::ui
