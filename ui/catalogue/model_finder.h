// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/model_places.h"
#include "parley/inspect.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace parley::ui {

/// inspectCheckpoint() for the checkpoint at this path. It needs the engine, which this room knows nothing of.
using InspectPath = std::function<Result<CheckpointReport>(const std::filesystem::path& path)>;

/// A model on this machine, with the codec to use it with.
struct FoundModel {
    QString name;               ///< what a person calls it
    QString modelPath;          ///< absolute, as ModelOptions::model takes it
    QString codecPath;          ///< the same for the codec; empty: none was found
    quint64 bytes = 0;          ///< of the model's weights
    QString generation;         ///< "0.1", "0626"; "unknown" if its config.json is missing
    QStringList missing;        ///< tensors that are absent or don't fit
    std::optional<Error> error; ///< why it can't be read
    QString layout{};           ///< "transformers", "reference"
    QString dtype{};            ///< of most of its weights

    /// True if nothing but the codec may be missing.
    [[nodiscard]] bool isWhole() const { return !error && missing.isEmpty() && generation != QLatin1String("unknown"); }
};

/// A codec on this machine that is whole.
struct FoundCodec {
    QString name;
    QString path; ///< absolute, as ModelOptions::codec takes it
    quint64 bytes = 0;
    QString layout; ///< "transformers", "descript"
};

struct FoundFiles {
    QList<FoundModel> models;
    QList<FoundCodec> codecs;
};

/// As findModels(), and the codecs by themselves.
[[nodiscard]] FoundFiles findAll(const ModelPlaces& places, const InspectPath& inspect,
                                 const std::stop_token& stop = {});

/// Models at these places, the usable ones first, each with the codec that lies nearest. Reads headers only and never
/// the network; takes up to seconds, so call it on a worker. What is neither Dia nor its codec is passed over.
[[nodiscard]] QList<FoundModel> findModels(const ModelPlaces& places, const InspectPath& inspect,
                                           const std::stop_token& stop = {});

/// The codec beside a model, else the one at `places` that lies nearest; empty: there is none. On a worker, as above.
[[nodiscard]] QString codecNear(const QString& modelPath, const ModelPlaces& places, const InspectPath& inspect);

/// The model that a person pointed to. Without a codec path, a codec beside the model or at `places` is taken; if there
/// is none, FoundModel::codecPath stays empty. Errors: those of the engine, and UnsupportedLayout when model and codec
/// are mixed up, CheckpointCorrupt when tensors are missing, OptionInvalid when config.json is. On a worker, as above.
[[nodiscard]] Result<FoundModel> checkModel(const QString& modelPath, const QString& codecPath,
                                            const ModelPlaces& places, const InspectPath& inspect);

} // namespace parley::ui
