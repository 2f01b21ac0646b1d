// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/copy_card.h"

#include "models/panel_parts.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace parley::ui {

namespace {

constexpr int kBarSteps = 1000;

} // namespace

CopyCard::CopyCard(const ManagedCopy& copy, QWidget* parent)
    : Card(QStringLiteral("copyCard"), copy.name, parent), m_bar(new QProgressBar),
      m_state(addState(QStringLiteral("copyState"), QStringLiteral(" "))),
      m_cancel(addButton(QStringLiteral("cancelCopy"), tr("Cancel"))) {
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the copy"));
    addWidget(m_bar);
    setCopy(copy);
    connect(m_cancel, &QPushButton::clicked, this, &CopyCard::cancelRequested);
}

void CopyCard::setCopy(const ManagedCopy& copy) {
    const bool isCounted = copy.total > 0 && copy.done < copy.total && !copy.isStopping;
    m_bar->setRange(0, isCounted ? kBarSteps : 0); // what can't be counted is shown as busy
    m_bar->setValue(
        isCounted ? static_cast<int>(static_cast<double>(copy.done) / static_cast<double>(copy.total) * kBarSteps) : 0);
    setWords(m_state, copyingText(copy));
    m_cancel->setEnabled(!copy.isStopping);
}

} // namespace parley::ui
