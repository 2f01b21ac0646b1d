// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/own_ops.h"

#include <c10/cuda/CUDAStream.h>

namespace parley::cuda {

Stream currentStream() {
    return c10::cuda::getCurrentCUDAStream().stream();
}

} // namespace parley::cuda
