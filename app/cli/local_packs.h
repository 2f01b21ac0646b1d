// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/pack_folder.h"

#include <string>

namespace parley::cli {

/// ui::ownGpuPack() of this process's environment.
[[nodiscard]] Result<ui::GpuPack> ownPack();

/// GPU packs of this user on this machine.
class LocalPacks {
public:
    LocalPacks();

    /// The folder of a pack that lies there or would.
    [[nodiscard]] QString folderOf(const ui::GpuPack& pack) const;
    /// Whole ones and begun ones.
    [[nodiscard]] QStringList folders() const { return ui::packFolders(m_folder); }
    /// The folder of the pack that a person means: "gpu-pack", a folder's name, or the path of one elsewhere. Errors:
    /// ModelNotFound, and those of ownPack().
    [[nodiscard]] Result<QString> named(const std::string& name) const;

private:
    QString m_folder;
};

/// The absolute path of the pack, whole or begun, that lies at this path; empty: none.
[[nodiscard]] QString packAt(const std::string& path);

/// What the machine and this program make of the pack.
struct PackUse {
    bool isOffered = false; ///< it is not here and would help
    Phrase objection;       ///< why it wouldn't
};
[[nodiscard]] PackUse useOf(const ui::GpuPack& pack);

} // namespace parley::cli
