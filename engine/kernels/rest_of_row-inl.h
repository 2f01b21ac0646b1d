// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Vectors of float32 at the end of a row, for files that Highway compiles once per instruction set. What is left of a
// row goes through the same vector code as the rest, so that a value doesn't depend on its place.
#if defined(PARLEY_REST_OF_ROW_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef PARLEY_REST_OF_ROW_INL_H
#undef PARLEY_REST_OF_ROW_INL_H
#else
#define PARLEY_REST_OF_ROW_INL_H
#endif

#include <hwy/highway.h>

#include <cstddef>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

/// A vector, or the `left` values that there are and zeros behind them.
HWY_INLINE hwy::HWY_NAMESPACE::Vec<hwy::HWY_NAMESPACE::ScalableTag<float>> loadUpTo(const float* from,
                                                                                    std::size_t left) {
    const hwy::HWY_NAMESPACE::ScalableTag<float> d;
    if (left >= hwy::HWY_NAMESPACE::Lanes(d)) {
        return hwy::HWY_NAMESPACE::LoadU(d, from);
    }
    HWY_ALIGN float rest[hwy::HWY_NAMESPACE::MaxLanes(d)] = {};
    for (std::size_t i = 0; i < left; ++i) {
        rest[i] = from[i];
    }
    return hwy::HWY_NAMESPACE::Load(d, rest);
}

/// Stores a vector, or `left` of its values.
HWY_INLINE void storeUpTo(hwy::HWY_NAMESPACE::Vec<hwy::HWY_NAMESPACE::ScalableTag<float>> value, std::size_t left,
                          float* to) {
    const hwy::HWY_NAMESPACE::ScalableTag<float> d;
    if (left >= hwy::HWY_NAMESPACE::Lanes(d)) {
        hwy::HWY_NAMESPACE::StoreU(value, d, to);
        return;
    }
    HWY_ALIGN float rest[hwy::HWY_NAMESPACE::MaxLanes(d)];
    hwy::HWY_NAMESPACE::Store(value, d, rest);
    for (std::size_t i = 0; i < left; ++i) {
        to[i] = rest[i];
    }
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
