// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/file_check.h"
#include "catalogue/gpu_pack.h"

#include <QProcessEnvironment>

namespace parley::ui {

/// A GPU pack in a folder of its own, which holds `.parley-gpu-pack.json` once it is whole. While it comes, its folder
/// has `.part` after its name.
struct PackHere {
    QString folder; ///< absolute
    QString name;
    QString torch;              ///< the version that it completes
    QList<CatalogueFile> files; ///< exact sizes and hashes; paths are plain names
};

/// The list of this program's GPU pack; $PARLEY_GPU_PACK_LIST names another one, of a mirror. Errors, whose remedy
/// names that variable: CheckpointCorrupt, ModelNotFound.
[[nodiscard]] Result<GpuPack> ownGpuPack(const QProcessEnvironment& environment);

/// Where the packs of this user lie: where the engine looks for them (backend/cuda_libraries.h).
[[nodiscard]] QString gpuPacksFolder(const QProcessEnvironment& environment, const QString& home);

/// What the pack's folder will hold: all members and an empty library for each that is left out.
[[nodiscard]] PackHere contentsOf(const GpuPack& pack, const QString& folder);

/// The pack that this folder holds; nothing if it is none that Parley brought.
[[nodiscard]] std::optional<PackHere> readPack(const QString& folder);
/// Notes what the folder `in` holds. Errors: FileUnwritable.
[[nodiscard]] std::optional<Error> writePack(const PackHere& pack, const QString& in);
[[nodiscard]] QList<FileExpected> expectedFiles(const PackHere& pack);
/// Of all its files.
[[nodiscard]] qint64 bytesOf(const PackHere& pack);

/// Where a pack comes together that will lie in that folder.
[[nodiscard]] QString packPartFolder(const QString& folder);
/// Whether a pack was begun for that folder and isn't whole.
[[nodiscard]] bool isPackUnfinished(const QString& folder);
/// Bytes of it that are on the disk.
[[nodiscard]] qint64 packPartBytes(const QString& folder);

/// Folders of packs that Parley brought or began below this one.
[[nodiscard]] QStringList packFolders(const QString& packsFolder);

/// Removes what Parley brought to this folder, whole or begun, and nothing else; the folder, too, if nothing else is in
/// it. Gives the bytes that were removed. Errors: OptionInvalid when there is no pack of ours, FileUnwritable, also
/// while one is on its way.
[[nodiscard]] Result<qint64> removePack(const QString& folder);

} // namespace parley::ui
