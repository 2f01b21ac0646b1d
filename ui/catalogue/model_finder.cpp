// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_finder.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <string>

namespace parley::ui {

namespace {

constexpr int kDepth = 3;

std::filesystem::path toPath(const QString& path) {
    return path.toStdU16String();
}

bool isModel(const CheckpointReport& report) {
    return report.kind == "Dia";
}

QStringList faults(const CheckpointReport& report) {
    QStringList list;
    for (const auto* names : {&report.missing, &report.wrong}) {
        std::transform(names->begin(), names->end(), std::back_inserter(list), &QString::fromStdString);
    }
    return list;
}

FoundModel foundModel(const QString& name, const QString& path, const CheckpointReport& report) {
    FoundModel model;
    model.name = name;
    model.modelPath = path;
    model.bytes = report.bytes;
    model.generation = QString::fromStdString(report.generation);
    model.layout = QString::fromStdString(report.layout);
    const auto most = std::max_element(report.dtypes.begin(), report.dtypes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    model.dtype = most == report.dtypes.end() ? QString() : QString::fromStdString(most->first);
    model.missing = faults(report);
    return model;
}

void look(const Candidate& candidate, const InspectPath& inspect, FoundFiles& findings) {
    const Result<CheckpointReport> report = inspect(toPath(candidate.path));
    if (!report) {
        // Half a download deserves a word; the rest of the disk does not.
        if (candidate.isMain && candidate.isDiaBy) {
            FoundModel broken;
            broken.name = candidate.name;
            broken.modelPath = candidate.path;
            broken.error = report.error();
            findings.models.append(broken);
        }
    } else if (!isModel(report.value())) {
        if (faults(report.value()).isEmpty()) {
            findings.codecs.append(
                {candidate.name, candidate.path, report.value().bytes, QString::fromStdString(report.value().layout)});
        }
    } else {
        findings.models.append(foundModel(candidate.name, candidate.path, report.value()));
    }
}

/// Folders that both paths have in common, from the root on.
qsizetype sharedParts(const QString& a, const QString& b) {
    const QStringList first = a.split(QLatin1Char('/'));
    const QStringList second = b.split(QLatin1Char('/'));
    return std::distance(first.begin(), std::mismatch(first.begin(), first.end(), second.begin(), second.end()).first);
}

QString nearest(const QList<FoundCodec>& codecs, const QString& modelPath) {
    const auto best = std::max_element(codecs.begin(), codecs.end(), [&](const FoundCodec& a, const FoundCodec& b) {
        return sharedParts(a.path, modelPath) < sharedParts(b.path, modelPath);
    });
    return best == codecs.end() ? QString() : best->path;
}

FoundFiles lookThrough(const QList<Candidate>& candidates, const InspectPath& inspect, const std::stop_token& stop) {
    FoundFiles findings;
    QSet<QString> seen;
    QSet<QString> modelFolders; // one repository often holds the same weights in two formats
    for (const Candidate& candidate : candidates) {
        const QFileInfo info(candidate.path);
        const QString canonical = info.canonicalFilePath();
        if (stop.stop_requested() || seen.contains(canonical)) {
            continue;
        }
        seen.insert(canonical);
        const qsizetype before = findings.models.size();
        look(candidate, inspect, findings);
        const bool isSecond = !candidate.isMain && modelFolders.contains(info.absolutePath());
        if (findings.models.size() > before && isSecond) {
            findings.models.removeLast();
        } else if (findings.models.size() > before && candidate.isMain) {
            modelFolders.insert(info.absoluteFilePath());
        }
    }
    return findings;
}

QList<Candidate> candidatesAt(const ModelPlaces& places) {
    QList<Candidate> candidates;
    for (const QString& folder : places.folders) {
        candidates += candidatesBelow(folder, kDepth);
    }
    for (const QString& hub : places.hubCaches) {
        candidates += candidatesInHub(hub);
    }
    return candidates;
}

std::optional<Error> objection(const FoundModel& model) {
    const std::filesystem::path subject = toPath(model.modelPath);
    if (!model.missing.isEmpty()) {
        return Error{ErrorCode::CheckpointCorrupt, subject,
                     phrase("%1 of its weights are missing or don't fit", model.missing.size()),
                     phrase("get the model again"), "the first is " + model.missing.first().toStdString()};
    }
    if (!model.isWhole()) {
        return Error{ErrorCode::OptionInvalid, subject,
                     phrase("has no config.json beside it, which tells its generation"),
                     phrase("put the config.json that was published with it in the same folder")};
    }
    return std::nullopt;
}

} // namespace

QList<FoundModel> findModels(const ModelPlaces& places, const InspectPath& inspect, const std::stop_token& stop) {
    return findAll(places, inspect, stop).models;
}

FoundFiles findAll(const ModelPlaces& places, const InspectPath& inspect, const std::stop_token& stop) {
    FoundFiles findings = lookThrough(candidatesAt(places), inspect, stop);
    for (FoundModel& model : findings.models) {
        model.codecPath = nearest(findings.codecs, model.modelPath);
    }
    std::stable_sort(findings.models.begin(), findings.models.end(),
                     [](const FoundModel& a, const FoundModel& b) { return a.isWhole() && !b.isWhole(); });
    return findings;
}

QString codecNear(const QString& modelPath, const ModelPlaces& places, const InspectPath& inspect) {
    const QFileInfo info(modelPath);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    const QString above = QFileInfo(folder).absolutePath();
    const QList<Candidate> close = candidatesBelow(folder, 1) + candidatesBelow(above, 1);
    const QString beside = nearest(lookThrough(close, inspect, {}).codecs, modelPath);
    return beside.isEmpty() ? nearest(lookThrough(candidatesAt(places), inspect, {}).codecs, modelPath) : beside;
}

Result<FoundModel> checkModel(const QString& modelPath, const QString& codecPath, const ModelPlaces& places,
                              const InspectPath& inspect) {
    const Result<CheckpointReport> report = inspect(toPath(modelPath));
    if (!report) {
        return report.error();
    }
    if (!isModel(report.value())) {
        return Error{ErrorCode::UnsupportedLayout, toPath(modelPath), phrase("is the codec, not the model"),
                     phrase("choose the model here, and this as its codec")};
    }
    FoundModel model = foundModel(modelNameOf(modelPath), modelPath, report.value());
    if (std::optional<Error> why = objection(model)) {
        return *why;
    }
    if (codecPath.isEmpty()) {
        model.codecPath = codecNear(modelPath, places, inspect);
        return model;
    }
    const Result<CheckpointReport> codec = inspect(toPath(codecPath));
    if (!codec) {
        return codec.error();
    }
    if (isModel(codec.value())) {
        return Error{ErrorCode::UnsupportedLayout, toPath(codecPath), phrase("is a model, not the codec"),
                     phrase("choose the codec, descript/dac_44khz")};
    }
    model.codecPath = codecPath;
    return model;
}

} // namespace parley::ui
