// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/waiting_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kVersion = 1;
constexpr QLatin1String kVersionKey("parley-queue");
constexpr QLatin1String kWaitingKey("waiting");

} // namespace

WaitingFile::WaitingFile(const QString& path, QObject* parent) : QObject(parent), m_file(path, kVersionKey, kVersion) {
    connect(&m_file, &AutosavedFile::noticeChanged, this, &WaitingFile::noticeChanged);
}

QList<Recipe> WaitingFile::load() {
    QList<Recipe> recipes;
    const QJsonArray rows = m_file.load().value(kWaitingKey).toArray();
    for (const auto& row : rows) {
        const auto recipe = recipeFromJson(QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact));
        if (recipe && !recipe->script.trimmed().isEmpty()) {
            recipes.append(*recipe);
        }
    }
    m_saved = {{kWaitingKey, rows}};
    return recipes;
}

void WaitingFile::save(const QList<Recipe>& recipes) {
    QJsonArray rows;
    for (const Recipe& recipe : recipes) {
        rows.append(QJsonDocument::fromJson(toJson(recipe)).object());
    }
    const QJsonObject now{{kWaitingKey, rows}};
    m_file.save(std::exchange(m_saved, now), now);
}

} // namespace parley::ui
