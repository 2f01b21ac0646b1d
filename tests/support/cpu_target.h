// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/device.h"

namespace parley::test {

/// A profile of any device, to be computed by the CPU.
[[nodiscard]] backend::ComputeTarget onTheCpu(const backend::BackendProfile& profile);

} // namespace parley::test
