// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/linear_kernels.h"
#include "kernels/linear_weights.h"
#include "kernels/packed_tiles.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace parley::kernels {

/// Plain C++, for processors without anything better, and as the others' neighbour in tests.
struct PortableOps {
    static constexpr std::size_t kParts = 1;
    using Floats = std::array<float, kPanelRows>;
    using Dots8 = std::array<std::int32_t, kPanelRows>;
    using Dots4 = Dots8;
    using Bytes = std::array<std::int8_t, kStepBytes>;

    static Floats zero() { return {}; }
    static Floats load(const std::byte* from) {
        Floats out;
        std::memcpy(out.data(), from, sizeof out);
        return out;
    }
    static Floats spread(const float* value) {
        Floats out;
        out.fill(*value);
        return out;
    }
    static void store(const Floats& v, float* to) { std::copy(v.begin(), v.end(), to); }
    static Floats multiply(Floats a, const Floats& b) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            a[i] *= b[i];
        }
        return a;
    }
    static Floats multiplyAdd(const Floats& a, const Floats& b, Floats c) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            c[i] += a[i] * b[i];
        }
        return c;
    }

    static Bytes loadBytes(const std::byte* from) {
        Bytes out;
        std::memcpy(out.data(), from, sizeof out);
        return out;
    }
    static Bytes load8(const std::byte* from) { return loadBytes(from); }
    static Dots8 start8(const std::int32_t* /*shift128*/) { return {}; }
    static Dots8 dot8(Dots8 dots, const Bytes& weights, const std::int8_t* activations) {
        for (std::size_t i = 0; i < dots.size(); ++i) {
            for (std::size_t k = 0; k < 4; ++k) {
                dots[i] += weights[i * 4 + k] * activations[k];
            }
        }
        return dots;
    }
    static Floats finish8(const Dots8& dots) {
        Floats out;
        std::transform(dots.begin(), dots.end(), out.begin(), [](std::int32_t v) { return static_cast<float>(v); });
        return out;
    }

    static Bytes lower4(Bytes bytes) {
        for (std::int8_t& byte : bytes) {
            byte = static_cast<std::int8_t>(byte & 15);
        }
        return bytes;
    }
    static Bytes upper4(Bytes bytes) {
        for (std::int8_t& byte : bytes) {
            byte = static_cast<std::int8_t>((byte >> 4) & 15);
        }
        return bytes;
    }
    static Dots4 start4(const std::int32_t* shift8) {
        Dots4 out;
        out.fill(*shift8);
        return out;
    }
    static Dots4 dot4(const Dots4& dots, const Bytes& weights, const std::int8_t* activations) {
        return dot8(dots, weights, activations);
    }
    static Floats finish4(const Dots4& dots, const std::int32_t* /*shift8*/) { return finish8(dots); }
    static Floats scales4(const std::byte* bfloat16) {
        Floats out;
        for (std::size_t i = 0; i < out.size(); ++i) {
            std::uint16_t half = 0;
            std::memcpy(&half, bfloat16 + i * sizeof half, sizeof half);
            const std::uint32_t bits = std::uint32_t{half} << 16U;
            std::memcpy(&out[i], &bits, sizeof bits);
        }
        return out;
    }
};

void int8Portable(const Panel& panel) {
    int8Panel<PortableOps>(panel, std::make_index_sequence<1>());
}

void int4Portable(const Panel& panel) {
    int4Panel<PortableOps>(panel, std::make_index_sequence<1>());
}

} // namespace parley::kernels
