// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/offer_card.h"

#include "models/managed_model.h"

#include <QPushButton>

namespace parley::ui {

namespace {

QString kindText(const CatalogueEntry& entry) {
    QStringList parts{sizeText(entry.totalBytes())};
    if (!entry.generation.isEmpty()) {
        parts.append(QStringLiteral("Dia ") + entry.generation);
    }
    parts.append({entry.dtype, entry.licence, entry.repository});
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString memoryText(const CatalogueEntry& entry) {
    QStringList parts;
    for (const char* dtype : {"float32", "bfloat16", "int8", "int4"}) {
        if (const qint64 bytes = entry.memory.value(QLatin1String(dtype)); bytes > 0) {
            parts.append(OfferCard::tr("%1 in %2").arg(sizeText(bytes), QLatin1String(dtype)));
        }
    }
    return parts.isEmpty() ? QString() : OfferCard::tr("Memory: %1").arg(parts.join(QStringLiteral(", ")));
}

} // namespace

OfferCard::OfferCard(const CatalogueEntry& entry, QWidget* parent)
    : Card(QStringLiteral("offerCard"), entry.name, parent) {
    addWords(QStringLiteral("offerKind"), kindText(entry));
    addWords(QStringLiteral("offerMemory"), memoryText(entry));
    auto* const download =
        addButton(QStringLiteral("downloadOffer"), tr("Download %1").arg(sizeText(entry.totalBytes())));
    connect(download, &QPushButton::clicked, this, &OfferCard::downloadRequested);
}

} // namespace parley::ui
