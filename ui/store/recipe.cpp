// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/recipe.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace parley::ui {

namespace {

constexpr int kRecipeVersion = 1;
constexpr qsizetype kMostBytes = qsizetype{4} << 20U;

QString text(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toString();
}

} // namespace

QByteArray Recipe::scriptKey() const {
    return QCryptographicHash::hash(script.trimmed().toUtf8(), QCryptographicHash::Sha256).toHex();
}

QByteArray toJson(const Recipe& recipe) {
    const QJsonObject object{{"parley", kRecipeVersion},
                             {"script", recipe.script},
                             {"voiceName", recipe.voiceName},
                             {"voiceHash", QString::fromLatin1(recipe.voiceHash)},
                             {"voiceTranscript", recipe.voiceTranscript},
                             {"settings", toJson(recipe.settings)},
                             {"model", recipe.model},
                             {"device", recipe.device},
                             {"dtype", recipe.dtype},
                             {"version", recipe.version}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Recipe> recipeFromJson(const QByteArray& json) {
    if (json.size() > kMostBytes) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("parley")).toInt(0) != kRecipeVersion) {
        return std::nullopt;
    }
    Recipe recipe;
    recipe.script = text(object, "script");
    recipe.voiceName = text(object, "voiceName");
    recipe.voiceHash = text(object, "voiceHash").toLatin1();
    recipe.voiceTranscript = text(object, "voiceTranscript");
    recipe.settings = generationSettingsFromJson(object.value(QLatin1String("settings")).toObject());
    recipe.model = text(object, "model");
    recipe.device = text(object, "device");
    recipe.dtype = text(object, "dtype");
    recipe.version = text(object, "version");
    return recipe;
}

} // namespace parley::ui
