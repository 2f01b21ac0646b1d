// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "parley/version.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace parley::ui {

/// One file that is wanted of a wheel.
struct PackMember {
    QString path; ///< in the wheel
    QString name; ///< in the pack, which is one flat folder
    qint64 bytes = 0;
    QByteArray sha256; ///< 64 hexadecimal digits, lower case
    QStringList needs; ///< names of libraries that the loader looks for with it
};

/// One archive of the package index.
struct PackWheel {
    QString package;
    QUrl url;
    qint64 bytes = 0;
    QByteArray sha256;
    QString licence; ///< a PackLicence::id
    QList<PackMember> members;
};

struct PackLicence {
    QString id;
    QString name;
    QUrl url;
};

/// A library in whose place an empty one lies.
struct PackAbsence {
    QString library;
    QString reason; ///< English
};

/// CUDA's libraries for one torch: what the pack consists of and where that comes from (decision 0020).
struct GpuPack {
    QString id; ///< what `parley-cli models` calls it
    QString name;
    QString folder; ///< its own name, below the folder of packs
    QString torch;  ///< the version that it completes
    QList<PackLicence> licences;
    QList<PackWheel> wheels;
    QList<PackAbsence> leftOut;
    QStringList inProgram; ///< libraries that come with the program
    QStringList inSystem;  ///< and with the system

    /// Of all wheels.
    [[nodiscard]] qint64 bytesToFetch() const;
    /// Of all members.
    [[nodiscard]] qint64 bytesUnpacked() const;
};

/// Reads a list. Errors: CheckpointCorrupt, with what is wrong in the detail.
[[nodiscard]] Result<GpuPack> readGpuPack(const QByteArray& json);

/// The list in this file; with an empty path the one that the program was built with. Errors: CheckpointCorrupt,
/// ModelNotFound.
[[nodiscard]] Result<GpuPack> gpuPackList(const QString& path);

/// What the pack's libraries need and nobody brings.
[[nodiscard]] QStringList lacking(const GpuPack& pack);

/// Why a program that was built so can't use the pack; nothing if it can. Errors: DeviceUnavailable.
[[nodiscard]] std::optional<Error> objectionToPack(const GpuPack& pack, const BuildInfo& build);

/// The library without any function that lies under the names of those that are left out; empty where programs are
/// built that can't use the pack.
[[nodiscard]] QByteArray emptyLibrary();

} // namespace parley::ui
