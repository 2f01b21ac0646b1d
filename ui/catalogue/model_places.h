// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace parley::ui {

/// Where models may lie on this machine; none of it needs to exist.
struct ModelPlaces {
    QStringList folders;   ///< looked through to a depth of three
    QStringList hubCaches; ///< of the Hugging Face hub: folders that hold models--owner--name
};

/// The given folder (or none) and the caches of other programs, found as those programs find them.
[[nodiscard]] ModelPlaces modelPlaces(const QString& modelsFolder, const QProcessEnvironment& environment,
                                      const QString& home);

/// Whether a file is one of several that hold a model's weights together, by its name.
[[nodiscard]] bool isShard(const QString& path);

/// What a person calls the model or codec at this path: its repository for a snapshot of a hub cache, which is named by
/// a commit, else the file's or folder's own name.
[[nodiscard]] QString modelNameOf(const QString& path);

/// What may be a checkpoint, by its name alone.
struct Candidate {
    QString path;         ///< as ModelOptions::model takes it: absolute, a folder or a file
    QString name;         ///< what a person calls it: "nari-labs/Dia-1.6B-0626", a folder's or a file's name
    bool isMain = false;  ///< the one that its folder is about
    bool isDiaBy = false; ///< its repository's name or its config.json says that it is Dia

    bool operator==(const Candidate&) const = default;
};

/// Candidates in a folder and in those below it. Any thread; bounded, whatever lies there.
[[nodiscard]] QList<Candidate> candidatesBelow(const QString& folder, int depth);

/// Candidates of one hub cache, the newest snapshot of each repository that may be Dia or its codec. Any thread.
[[nodiscard]] QList<Candidate> candidatesInHub(const QString& hubCache);

} // namespace parley::ui
