// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace parley::backend {

/// What may still be taken of a device's memory, in bytes; 0 if it doesn't tell. What this process has set aside and
/// doesn't use counts as free. PARLEY_FREE_MEMORY is taken instead, as for main memory. The engine's thread.
[[nodiscard]] std::uint64_t freeBytesOf(at::Device device);

/// Hands memory that was set aside back to the system where devices share it with all programs; between two jobs.
void releaseUnused(at::Device device);
/// The same on every device, and of main memory: after a model is gone. Throws c10::Error where a device is gone, too.
void giveBack(at::Device device);

/// Makes torch compute the same with a device each time, in float32 where float32 is asked for, or in TF32 where that
/// is allowed; before the first work.
void prepareDevice(at::Device device, bool tf32 = false);

/// Whether CUDA's products of float32 may be rounded to TF32 (10 bits of mantissa), in the whole process. Nothing else
/// heeds it: not other formats, nor other devices.
void allowTf32(bool allowed);

} // namespace parley::backend
