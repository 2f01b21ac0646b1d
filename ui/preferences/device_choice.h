// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/devices.h"

#include <QList>
#include <QString>
#include <functional>
#include <string>
#include <vector>

namespace parley::ui {

/// A number format that a device computes in.
struct DTypeChoice {
    QString id;            ///< "bfloat16"
    quint64 needBytes = 0; ///< what the full model takes in it

    bool operator==(const DTypeChoice&) const = default;
};

/// A device as the preferences show it.
struct DeviceChoice {
    QString id;   ///< "cpu", "cuda:0", "mps"
    QString name; ///< what a person calls it
    bool available = false;
    QString reason;            ///< why it isn't available
    QList<DTypeChoice> dtypes; ///< those that work there, Auto's first
    quint64 freeBytes = 0;     ///< of the memory that it computes in; 0: not known
    QString automaticUse{};    ///< what "auto" does with it, as a sentence; empty: "auto" stands for another one

    bool operator==(const DeviceChoice&) const = default;
};

/// Bytes that the full model takes on a device in a number format.
using ModelNeed = std::function<quint64(const std::string& device, const std::string& dtype)>;

/// listDevices() for the preferences; `automatic` is what chooseCompute() takes of them by itself.
[[nodiscard]] QList<DeviceChoice> deviceChoices(const std::vector<DeviceInfo>& devices,
                                                const Result<ComputeChoice>& automatic, const ModelNeed& need);

/// The device that "auto" stands for. Null if there is none.
[[nodiscard]] const DeviceChoice* automaticDevice(const QList<DeviceChoice>& devices);

/// Which device "auto" takes, and why not the others, in sentences.
[[nodiscard]] QString automaticReason(const QList<DeviceChoice>& devices);

} // namespace parley::ui
