// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/device_choice.h"

#include "bridge/error_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace parley::ui {

namespace {

QString sentence(const char* text) {
    return QCoreApplication::translate("DeviceChoice", text);
}

QString usesText(const DeviceInfo& device, const ComputeChoice& choice) {
    return sentence(QT_TRANSLATE_NOOP("DeviceChoice", "“Automatic” uses %1, in %2: %3."))
        .arg(localText(device.name), QString::fromStdString(choice.dtype), localText(choice.dtypeReason));
}

} // namespace

QList<DeviceChoice> deviceChoices(const std::vector<DeviceInfo>& devices, const Result<ComputeChoice>& automatic,
                                  const ModelNeed& need) {
    QList<DeviceChoice> choices;
    for (const DeviceInfo& device : devices) {
        QList<DTypeChoice> dtypes;
        for (const std::string& dtype : device.dtypes) {
            dtypes.append({QString::fromStdString(dtype), need(device.id, dtype)});
        }
        const bool isAutomatic = automatic.ok() && automatic.value().device == device.id;
        choices.append({QString::fromStdString(device.id), localText(device.name), device.available,
                        localText(device.reason), dtypes, device.freeBytes,
                        isAutomatic ? usesText(device, automatic.value()) : QString()});
    }
    return choices;
}

const DeviceChoice* automaticDevice(const QList<DeviceChoice>& devices) {
    const auto found = std::find_if(devices.begin(), devices.end(),
                                    [](const DeviceChoice& device) { return !device.automaticUse.isEmpty(); });
    return found == devices.end() ? nullptr : &*found;
}

QString automaticReason(const QList<DeviceChoice>& devices) {
    const DeviceChoice* const best = automaticDevice(devices);
    if (best == nullptr) {
        return sentence(QT_TRANSLATE_NOOP("DeviceChoice", "No device can be used."));
    }
    QString text = best->automaticUse;
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
