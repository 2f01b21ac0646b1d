// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/found_models_view.h"

#include "models/model_card.h"
#include "models/panel_parts.h"
#include "widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::ui {

FoundModelsView::FoundModelsView(QWidget* parent)
    : QWidget(parent), m_again(new QToolButton(this)), m_busy(new QProgressBar(this)),
      m_state(makeHint(QStringLiteral("searchState"), {})), m_list(new QWidget(this)),
      m_cards(new QVBoxLayout(m_list)) {
    setObjectName(QStringLiteral("foundModels"));
    m_again->setObjectName(QStringLiteral("searchModels"));
    m_again->setText(tr("Look again"));
    m_again->setToolTip(tr("Look through the models folder and the caches of other programs. Nothing is downloaded."));
    m_again->setIcon(icon(QStringLiteral("search")));
    m_again->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_again->setAutoRaise(true);
    m_again->setFocusPolicy(Qt::StrongFocus);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumHeight(4);
    m_busy->setAccessibleName(tr("Looking for models"));
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(8);
    auto* const top = new QHBoxLayout;
    top->addWidget(new Heading(tr("On this machine"), 1.1), 1);
    top->addWidget(m_again);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_busy);
    column->addWidget(m_state);
    column->addWidget(m_list);
    connect(m_again, &QToolButton::clicked, this, &FoundModelsView::search);
    m_state->setText(tr("Models that other programs downloaded can be used where they lie."));
    m_busy->hide();
    m_list->hide();
}

void FoundModelsView::search() {
    setSearching(true);
    m_state->setText(tr("Looking for models…"));
    m_state->show();
    Q_EMIT searchRequested();
}

void FoundModelsView::setSearching(bool searching) {
    m_busy->setVisible(searching);
    m_again->setEnabled(!searching);
}

void FoundModelsView::setFound(const QList<FoundModel>& models) {
    setSearching(false);
    while (QLayoutItem* const item = m_cards->takeAt(0)) {
        // A card may be the sender of the signal that is being handled.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const FoundModel& model : models) {
        auto* const card = new ModelCard(model, m_list);
        connect(card, &ModelCard::chosen, this, [this, model] { Q_EMIT chosen(model); });
        m_cards->addWidget(card);
    }
    m_list->setVisible(!models.isEmpty());
    m_state->setVisible(models.isEmpty());
    m_state->setText(tr("No model was found in the models folder or in the caches of other programs."));
}

void FoundModelsView::setChoosable(bool choosable) {
    m_list->setEnabled(choosable);
}

} // namespace parley::ui
