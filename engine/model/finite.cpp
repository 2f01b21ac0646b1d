// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/finite.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cmath>

namespace parley::model {

bool areFinite(std::span<const float> values) noexcept {
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

EngineError ranOver(const Phrase& place, at::ScalarType dtype) {
    return {ErrorCode::NumericFailure, place, phrase("the numbers ran over (NaN or infinity)"),
            dtype == at::kFloat
                ? phrase("the checkpoint is damaged: download it again")
                : phrase("use %1 float32; if they run over there, too, the checkpoint is damaged", "--dtype")};
}

void requireFinite(const at::Tensor& x, const Phrase& place, at::ScalarType dtype) {
    if (!x.isfinite().all().item<bool>()) {
        throw ranOver(place, dtype);
    }
}

} // namespace parley::model
