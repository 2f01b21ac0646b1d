// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"
#include "models/card.h"

namespace parley::ui {

/// A model that can be downloaded: what it is, its licence, what it needs, and the button that brings it.
class OfferCard : public Card {
    Q_OBJECT

public:
    explicit OfferCard(const CatalogueEntry& entry, QWidget* parent = nullptr);

Q_SIGNALS:
    void downloadRequested();
};

} // namespace parley::ui
