// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/pack_plan.h"

#include <QFileInfo>
#include <algorithm>

namespace parley::ui {

QCoro::Task<QList<PlannedWheel>> planWheels(FetchPtr context, GpuPack pack, QString parts) {
    QList<PlannedWheel> plan;
    for (const PackWheel& wheel : pack.wheels) {
        PlannedWheel planned;
        planned.wheel = wheel;
        planned.path = parts + QStringLiteral("/wheels/") + wheel.package + QStringLiteral(".whl");
        for (const PackMember& member : wheel.members) {
            CatalogueFile file;
            file.path = member.name;
            file.bytes = member.bytes;
            file.sha256 = member.sha256;
            const QString path = parts + QLatin1Char('/') + member.name;
            const bool isThere = co_await isRight(context, path, file);
            if (!isThere) {
                planned.missing.append(member);
            }
        }
        plan.append(planned);
    }
    co_return plan;
}

QList<PlannedFile> asFiles(const QList<PlannedWheel>& plan) {
    QList<PlannedFile> files;
    for (const PlannedWheel& planned : plan) {
        PlannedFile file;
        file.file.path = planned.wheel.package;
        file.file.bytes = planned.wheel.bytes;
        file.isThere = planned.missing.isEmpty();
        files.append(file);
    }
    return files;
}

qint64 roomNeeded(const QList<PlannedWheel>& plan) {
    qint64 most = 0;
    qint64 unpacked = 0;
    for (const PlannedWheel& planned : plan) {
        if (planned.missing.isEmpty()) {
            continue;
        }
        const qint64 here = QFileInfo(planned.path).size() + QFileInfo(planned.path + QStringLiteral(".part")).size();
        for (const PackMember& member : planned.missing) {
            unpacked += member.bytes;
        }
        most = std::max(most, unpacked + planned.wheel.bytes - here);
    }
    return most;
}

} // namespace parley::ui
