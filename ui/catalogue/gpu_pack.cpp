// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/gpu_pack.h"

#include <QFile>
#include <QSet>
#include <numeric>

namespace parley::ui {

qint64 GpuPack::bytesToFetch() const {
    return std::accumulate(wheels.begin(), wheels.end(), qint64{0},
                           [](qint64 sum, const PackWheel& wheel) { return sum + wheel.bytes; });
}

qint64 GpuPack::bytesUnpacked() const {
    qint64 sum = 0;
    for (const PackWheel& wheel : wheels) {
        for (const PackMember& member : wheel.members) {
            sum += member.bytes;
        }
    }
    return sum;
}

Result<GpuPack> gpuPackList(const QString& path) {
    constexpr qint64 kMostBytes = qint64{4} << 20U;
    QFile file(path.isEmpty() ? QStringLiteral(":/parley/gpu_pack.json") : path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::ModelNotFound,
                     verbatim(file.fileName().toStdString()),
                     phrase("can't be read"),
                     {},
                     file.errorString().toStdString()};
    }
    return readGpuPack(file.read(kMostBytes));
}

QStringList lacking(const GpuPack& pack) {
    QSet<QString> there(pack.inProgram.begin(), pack.inProgram.end());
    QSet<QString> needed;
    there.unite(QSet<QString>(pack.inSystem.begin(), pack.inSystem.end()));
    for (const PackAbsence& absence : pack.leftOut) {
        there.insert(absence.library);
    }
    for (const PackWheel& wheel : pack.wheels) {
        for (const PackMember& member : wheel.members) {
            there.insert(member.name);
            needed.unite(QSet<QString>(member.needs.begin(), member.needs.end()));
        }
    }
    QStringList missing = needed.subtract(there).values();
    missing.sort();
    return missing;
}

std::optional<Error> objectionToPack(const GpuPack& pack, const BuildInfo& build) {
    const auto objection = [&](Phrase problem, Phrase remedy) {
        return Error{ErrorCode::DeviceUnavailable, verbatim(pack.name.toStdString()), std::move(problem),
                     std::move(remedy)};
    };
    if (build.cuda.empty()) {
        return objection(phrase("is of no use to this program, which was built for CPUs alone"),
                         phrase("get the one that is built for NVIDIA GPUs"));
    }
    if (build.torch != pack.torch.toStdString()) {
        return objection(
            phrase("is for torch %1, and this program has %2", pack.torch.toStdString(), std::string(build.torch)),
            phrase("get the pack of a Parley of the same version"));
    }
#if !defined(__linux__) || !defined(__x86_64__)
    return objection(phrase("is for Linux on 64-bit PCs alone"), {});
#else
    return std::nullopt;
#endif
}

QByteArray emptyLibrary() {
    QFile file(QStringLiteral(":/parley/libparley_absent.so"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace parley::ui
