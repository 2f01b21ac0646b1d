// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/gpu_pack.h"
#include "downloads/fetch_plan.h"

namespace parley::ui {

/// A wheel, and the members of it that aren't there.
struct PlannedWheel {
    PackWheel wheel;
    QList<PackMember> missing;
    QString path; ///< where it comes together
};

/// What of the pack is not in the folder where it comes together. Reads everything that is there.
[[nodiscard]] QCoro::Task<QList<PlannedWheel>> planWheels(FetchPtr context, GpuPack pack, QString parts);

/// As they are shown: by their packages' names.
[[nodiscard]] QList<PlannedFile> asFiles(const QList<PlannedWheel>& plan);

/// The most that is on the disk at a time, beyond what is there: wheels are removed as soon as they are unpacked.
[[nodiscard]] qint64 roomNeeded(const QList<PlannedWheel>& plan);

} // namespace parley::ui
