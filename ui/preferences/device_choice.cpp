// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/device_choice.h"

#include "bridge/error_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace parley::ui {

namespace {

/// The fastest first.
int rank(const DeviceChoice& device) {
    if (device.id.startsWith(QLatin1String("cuda"))) {
        return 0;
    }
    return device.id == QLatin1String("mps") ? 1 : 2;
}

QString sentence(const char* text) {
    return QCoreApplication::translate("DeviceChoice", text);
}

} // namespace

QList<DeviceChoice> deviceChoices(const std::vector<DeviceInfo>& devices, quint64 freeMainMemory) {
    QList<DeviceChoice> choices;
    for (const DeviceInfo& device : devices) {
        QStringList dtypes;
        for (const std::string& dtype : device.dtypes) {
            dtypes.append(QString::fromStdString(dtype));
        }
        const QString id = QString::fromStdString(device.id);
        const bool hasOwnMemory = id.startsWith(QLatin1String("cuda"));
        choices.append({id, localText(device.name), device.available, localText(device.reason), dtypes,
                        hasOwnMemory ? 0 : freeMainMemory});
    }
    return choices;
}

const DeviceChoice* automaticDevice(const QList<DeviceChoice>& devices) {
    const DeviceChoice* best = nullptr;
    for (const DeviceChoice& device : devices) {
        if (device.available && (best == nullptr || rank(device) < rank(*best))) {
            best = &device;
        }
    }
    return best;
}

QString automaticReason(const QList<DeviceChoice>& devices) {
    const DeviceChoice* const best = automaticDevice(devices);
    if (best == nullptr) {
        return sentence(QT_TRANSLATE_NOOP("DeviceChoice", "No device can be used."));
    }
    QString text = sentence(QT_TRANSLATE_NOOP("DeviceChoice", "“Automatic” uses %1.")).arg(best->name);
    for (const DeviceChoice& device : devices) {
        if (!device.available) {
            text +=
                QLatin1Char(' ') +
                sentence(QT_TRANSLATE_NOOP("DeviceChoice", "%1 can't be used: %2.")).arg(device.name, device.reason);
        }
    }
    return text;
}

} // namespace parley::ui
