// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_files.h"

#include "parley/audio.h"
#include "store/take_part.h"
#include "store/voice_files.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr auto kSoundSuffix = ".wav";
constexpr auto kPartSuffix = ".part";
constexpr double kMostSeconds = 3.0 * 3600.0; // as much as a SoundTrack holds

std::optional<TakeRow> rowInFile(const QFileInfo& info) {
    const QString path = info.absoluteFilePath();
    const QDateTime made = info.lastModified().toUTC();
    if (path.endsWith(QLatin1String(kPartSuffix))) {
        const std::optional<PartContent> part = readPart(path);
        return part ? rowFromNotes(part->notes, info.completeBaseName(), made) : std::nullopt;
    }
    const Result<std::string> notes = readRecipe(toPath(path));
    return notes.ok() ? rowFromNotes(QByteArray::fromStdString(notes.value()), info.completeBaseName(), made)
                      : std::nullopt;
}

} // namespace

QString takeSoundPath(const QString& folder, const QString& file) {
    return QDir(folder).absoluteFilePath(file + QLatin1String(kSoundSuffix));
}

QString takePartPath(const QString& folder, const QString& file) {
    return QDir(folder).absoluteFilePath(file + QLatin1String(kPartSuffix));
}

bool isTakeFileName(const QString& file) {
    return !file.isEmpty() && !file.startsWith(QLatin1Char('.')) && !file.contains(QLatin1Char('/')) &&
           !file.contains(QLatin1Char('\\')) && !file.contains(QChar(u'\0'));
}

TakeState takeStateFrom(int value) {
    const bool known = value >= static_cast<int>(TakeState::Making) && value <= static_cast<int>(TakeState::Failed);
    return known ? static_cast<TakeState>(value) : TakeState::Failed;
}

double takeSpeed(double value) {
    return std::isfinite(value) ? std::clamp(value, kSpeedRange.least, kSpeedRange.most) : 1.0;
}

double soundSeconds(double value) {
    return std::isfinite(value) ? std::clamp(value, 0.0, kMostSeconds) : 0.0;
}

TakeId newTakeId(const QDateTime& made) {
    constexpr int kRandomBits = 20;
    return (made.toMSecsSinceEpoch() << kRandomBits) + QRandomGenerator::global()->bounded(1 << kRandomBits);
}

QByteArray takeNotes(const TakeRow& row) {
    const Take& take = row.take;
    QJsonObject object = QJsonDocument::fromJson(toJson(take.recipe)).object();
    object.insert(QLatin1String("take"), QJsonObject{{"id", QString::number(take.id)}, // too large for JSON's numbers
                                                     {"made", take.made.toString(Qt::ISODateWithMs)},
                                                     {"state", static_cast<int>(take.state)},
                                                     {"problem", take.problem},
                                                     {"seconds", take.seconds},
                                                     {"steps", take.steps},
                                                     {"speed", take.speed},
                                                     {"starred", take.starred},
                                                     {"name", take.name},
                                                     {"note", take.note}});
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<TakeRow> rowFromNotes(const QByteArray& notes, const QString& file, const QDateTime& made) {
    const std::optional<Recipe> recipe = recipeFromJson(notes);
    if (!recipe || !isTakeFileName(file)) {
        return std::nullopt;
    }
    const QJsonObject kept = QJsonDocument::fromJson(notes).object().value(QLatin1String("take")).toObject();
    TakeRow row;
    row.file = file;
    Take& take = row.take;
    take.recipe = *recipe;
    take.made = QDateTime::fromString(kept.value(QLatin1String("made")).toString(), Qt::ISODateWithMs).toUTC();
    if (!take.made.isValid()) {
        take.made = made;
    }
    take.id = kept.value(QLatin1String("id")).toString().toLongLong();
    take.state = takeStateFrom(kept.value(QLatin1String("state")).toInt(static_cast<int>(TakeState::Whole)));
    take.problem = kept.value(QLatin1String("problem")).toString();
    take.seconds = soundSeconds(kept.value(QLatin1String("seconds")).toDouble());
    take.steps = kept.value(QLatin1String("steps")).toInteger();
    take.speed = takeSpeed(kept.value(QLatin1String("speed")).toDouble(recipe->settings.speed));
    take.starred = kept.value(QLatin1String("starred")).toBool();
    take.name = kept.value(QLatin1String("name")).toString();
    take.note = kept.value(QLatin1String("note")).toString();
    return row;
}

QList<TakeRow> takesInFiles(const QString& folder) {
    QList<TakeRow> rows;
    QSet<QString> files;
    QSet<TakeId> ids;
    // A sound file comes before its part file, which is only there still if the program ended between two steps.
    for (const char* suffix : {kSoundSuffix, kPartSuffix}) {
        const QFileInfoList infos =
            QDir(folder).entryInfoList({QLatin1Char('*') + QLatin1String(suffix)}, QDir::Files, QDir::Name);
        for (const QFileInfo& info : infos) {
            std::optional<TakeRow> row = rowInFile(info);
            if (!row || files.contains(row->file)) {
                continue;
            }
            while (row->take.id <= 0 || ids.contains(row->take.id)) { // a copy of another take's file
                row->take.id = newTakeId(row->take.made);
            }
            files += row->file;
            ids += row->take.id;
            rows += *row;
        }
    }
    return rows;
}

} // namespace parley::ui
