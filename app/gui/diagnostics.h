// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "parley/devices.h"

#include <QString>
#include <vector>

namespace parley::gui {

/// What a person asking for help should send along: versions, system, devices, model and the log, without the script.
[[nodiscard]] QString diagnostics(const QString& version, const ui::ModelState& model,
                                  const std::vector<DeviceInfo>& devices, const QString& log);

} // namespace parley::gui
