// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/export.h"

#include "parley/audio.h"
#include "parley/audio_stream.h"
#include "store/take_entry.h"
#include "store/take_files.h"
#include "store/voice_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QtConcurrent>
#include <new>
#include <utility>

namespace parley::ui {

namespace {

constexpr qsizetype kMostNameBytes = 180; // leaves room for a number and a suffix in the 255 of a file name

SampleFormat sampleFormat(ExportFormat format) {
    if (format == ExportFormat::WavFloat) {
        return SampleFormat::Float32;
    }
    return format == ExportFormat::Wav24 || format == ExportFormat::Flac ? SampleFormat::Pcm24 : SampleFormat::Pcm16;
}

Result<AudioClip> soundOf(const ExportItem& item) {
    if (!item.take.soundFile.isEmpty() && (!item.sound || !item.sound->isComplete())) {
        AudioClip clip;
        const auto read = streamAudio(toPath(item.take.soundFile), [&clip](std::span<const float> samples) {
            clip.samples.insert(clip.samples.end(), samples.begin(), samples.end());
            return true;
        });
        return read.ok() ? Result<AudioClip>(std::move(clip)) : Result<AudioClip>(read.error());
    }
    if (!item.sound || item.sound->size() == 0) {
        return Error{ErrorCode::AudioUnreadable, {}, phrase("this take has no sound"), {}};
    }
    return item.sound->clip();
}

ExportResult write(const ExportItem& item, const QString& path, ExportFormat format) {
    ExportResult result{path, {}, true};
    try {
        const Result<AudioClip> sound = soundOf(item);
        if (!sound.ok()) {
            result.error = sound.error();
            return result;
        }
        const SoundNotes notes{takeTitle(item.take).toStdString(), toJson(item.take.recipe).toStdString()};
        const Result<NotesOutcome> written = writeAudio(
            toPath(path), changeTempo(sound.value(), takeSpeed(item.take.speed)), sampleFormat(format), notes);
        if (written.ok()) {
            result.recipeKept = written.value().recipeKept;
        } else {
            result.error = written.error();
        }
    } catch (const std::bad_alloc&) {
        result.error = Error{ErrorCode::OutOfMemory, toPath(path), phrase("there is not enough memory for this sound"),
                             phrase("close other programs")};
    }
    return result;
}

/// The format follows from the suffix, so the name has to have it.
QString withSuffix(const QString& path, ExportFormat format) {
    const QFileInfo info(path);
    return info.suffix().compare(exportFormatSuffix(format), Qt::CaseInsensitive) == 0
               ? path
               : freeExportPath(info.absolutePath(), info.fileName(), format);
}

} // namespace

QFuture<ExportResult> exportTake(SoundTrackPtr sound, Take take, QString path, ExportFormat format) {
    return QtConcurrent::run([item = ExportItem{std::move(sound), std::move(take)}, path = std::move(path), format] {
        return write(item, withSuffix(path, format), format);
    });
}

QFuture<QList<ExportResult>> exportTakes(QList<ExportItem> items, QString folder, ExportFormat format) {
    const auto work = [items = std::move(items), folder = std::move(folder),
                       format](QPromise<QList<ExportResult>>& promise) {
        QList<ExportResult> results;
        promise.setProgressRange(0, static_cast<int>(items.size()));
        for (const ExportItem& item : items) {
            if (promise.isCanceled()) {
                return;
            }
            results += write(item, freeExportPath(folder, exportName(item.take), format), format);
            promise.setProgressValue(static_cast<int>(results.size()));
        }
        promise.addResult(results);
    };
    return QtConcurrent::run(work);
}

QString exportName(const Take& take) {
    QString name;
    const QString title = takeTitle(take);
    for (const QChar letter : title) {
        const bool bad =
            letter.unicode() < u' ' || letter.unicode() == 0x7F || QStringLiteral("/\\:*?\"<>|").contains(letter);
        name += bad ? QLatin1Char(' ') : letter;
    }
    name = name.simplified();
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('-'))) { // hidden files, options
        name = name.mid(1).trimmed();
    }
    while (name.endsWith(QLatin1Char('.'))) {
        name = name.chopped(1).trimmed();
    }
    while (name.toUtf8().size() > kMostNameBytes) {
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    }
    if (name.isEmpty()) {
        name = QCoreApplication::translate("Export", "Take");
    }
    const qint64 seed = take.recipe.settings.seed;
    return seed < 0 ? name : QStringLiteral("%1 %2").arg(name).arg(seed);
}

QString freeExportPath(const QString& folder, const QString& name, ExportFormat format) {
    const QDir dir(folder);
    const QString suffix = exportFormatSuffix(format);
    QString path = dir.absoluteFilePath(QStringLiteral("%1.%2").arg(name, suffix));
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number) {
        path = dir.absoluteFilePath(QStringLiteral("%1 %2.%3").arg(name).arg(number).arg(suffix));
    }
    return path;
}

std::optional<Recipe> recipeInFile(const QString& path) {
    const Result<std::string> recipe = readRecipe(toPath(path));
    return recipe.ok() ? recipeFromJson(QByteArray::fromStdString(recipe.value())) : std::nullopt;
}

} // namespace parley::ui
