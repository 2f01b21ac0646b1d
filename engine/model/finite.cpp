// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/finite.h"

#include "parley/error.h"

#include <ATen/core/Tensor.h>

namespace parley::model {

void requireFinite(const at::Tensor& x, const std::string& place) {
    if (!x.isfinite().all().item<bool>()) {
        throw EngineError(ErrorCode::NumericFailure, verbatim(place), phrase("the numbers ran over (NaN or infinity)"),
                          phrase("try %1 float32; if it was that already, the checkpoint is damaged", "--dtype"));
    }
}

} // namespace parley::model
