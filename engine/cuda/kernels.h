// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

struct CUstream_st; // cudaStream_t's; CUDA's headers stay out of here

// The kernels' addresses and sizes. All of it lies on the current device, rows are contiguous unless a stride (in
// elements) says otherwise. The functions give work to a stream and wait for nothing; they throw std::runtime_error
// where the device refuses it.
namespace parley::cuda {

using Stream = CUstream_st*;

enum class Number { Float32, Float16, Bfloat16 };

/// How many pieces of a length cover a count.
[[nodiscard]] constexpr std::int64_t piecesOf(std::int64_t count, std::int64_t each) noexcept {
    return (count + each - 1) / each;
}

/// DeviceOps::embedTwice(). tokens [rows, channels], offsets [channels], out [rows, 2, width].
struct EmbedTwice {
    Number format = Number::Float32; ///< of the table
    std::int64_t rows = 0;
    std::int64_t channels = 0;
    std::int64_t width = 0;
    const void* table = nullptr;
    const std::int64_t* offsets = nullptr;
    const std::int64_t* tokens = nullptr;
    float* out = nullptr;
};
void embedTwice(const EmbedTwice& work, Stream stream);

/// A set of DeviceOps::addNorm()'s. x [rows, width]; first and second, if any, are added.
struct NormSet {
    std::int64_t rows = 0;
    float* x = nullptr;
    std::int64_t xStride = 0;
    const void* first = nullptr; ///< in the format of activations
    std::int64_t firstStride = 0;
    const float* second = nullptr;
    std::int64_t secondStride = 0;
    const float* weight = nullptr;
    void* out = nullptr;
    std::int64_t outStride = 0;
};
struct AddNorm {
    Number activations = Number::Float32;
    std::int64_t width = 0; ///< kMostNormed at most
    float eps = 0;
    NormSet sets[2] = {}; // NOLINT(modernize-avoid-c-arrays): a kernel's argument
};
inline constexpr std::int64_t kMostNormed = 8192;
void addNorm(const AddNorm& work, Stream stream);

/// DeviceOps::turnAndStore(). all [rows, (queries + 2 keys) · dim]; cos, sin [rows, dim / 2]; q [rows, queries, dim];
/// k, v [rows, keys, cacheRows, dim].
struct TurnAndStore {
    Number activations = Number::Float32;
    Number cache = Number::Float32;
    std::int64_t rows = 0;
    std::int64_t queries = 0;
    std::int64_t keys = 0;
    std::int64_t dim = 0;
    std::int64_t cacheRows = 0;
    const void* all = nullptr;
    const float* cos = nullptr;
    const float* sin = nullptr;
    const std::int64_t* positions = nullptr; ///< [rows]
    void* q = nullptr;
    void* k = nullptr;
    void* v = nullptr;
};
void turnAndStore(const TurnAndStore& work, Stream stream);

/// DeviceOps::attendRows() over the first `window` rows of a cache. q [rows, keys, group, dim]; k, v [rows, keys,
/// cacheRows, dim]; out like q. parts: attendParts() floats to work with; nullptr where that is 0.
struct AttendRows {
    Number format = Number::Float32;
    std::int64_t rows = 0;
    std::int64_t keys = 0;
    std::int64_t group = 0;
    std::int64_t dim = 0;
    std::int64_t cacheRows = 0;
    std::int64_t window = 0;
    const std::int64_t* lengths = nullptr; ///< [rows], from 1 to window
    const void* q = nullptr;
    const void* k = nullptr;
    const void* v = nullptr;
    void* out = nullptr;
    float* parts = nullptr;
};
[[nodiscard]] bool canAttend(std::int64_t group, std::int64_t dim) noexcept;
[[nodiscard]] std::int64_t attendParts(const AttendRows& work) noexcept;
void attendRows(const AttendRows& work, Stream stream);

/// DeviceOps::gated(). both [rows, 2 · width], out [rows, width].
struct Gated {
    Number format = Number::Float32;
    std::int64_t rows = 0;
    std::int64_t width = 0;
    const void* both = nullptr;
    void* out = nullptr;
};
void gated(const Gated& work, Stream stream);

/// Values along the inputs that share a scale.
inline constexpr std::int64_t kBlock = 32;

/// Rows for packed matrices, as kernels::PreparedRows makes them: whole numbers within ±127, a scale a block.
struct QuantizedRows {
    std::int64_t rows = 0;
    std::int64_t inputs = 0;       ///< a multiple of kBlock; behind those that x has they are zero
    std::int8_t* values = nullptr; ///< [rows, inputs]
    float* scales = nullptr;       ///< [rows, inputs / kBlock]
    std::int32_t* sums = nullptr;  ///< the same shape: of a block's values
};
struct Quantize {
    Number format = Number::Float32;
    std::int64_t width = 0;  ///< of x
    const void* x = nullptr; ///< [rows, width]
    QuantizedRows to;
};
void quantizeRows(const Quantize& work, Stream stream);

/// y [rows, outputs] = x · Wᵀ. Gated: W has gates, then what they let through, and y [rows, outputs / 2] is
/// DeviceOps::gated() of it. W is read once for up to 16 rows.
struct PackedProduct {
    Number format = Number::Float32; ///< of y
    bool isGated = false;
    QuantizedRows x;
    std::int64_t outputs = 0;
    const void* weights = nullptr; ///< int8 [outputs, inputs]; or int4 [outputs, inputs / 32, 16]: a block's inputs
                                   ///< 0 … 15 in the lower, 16 … 31 in the upper halves, plus 8
    const void* scales = nullptr;  ///< int8: float [outputs]; int4: bfloat16 [outputs, inputs / 32]
    void* y = nullptr;
};
void multiplyInt8(const PackedProduct& work, Stream stream);
void multiplyInt4(const PackedProduct& work, Stream stream);

/// DeviceOps::draw(): sampling::Sampler's rules for [count] sequences, a block a channel.
struct Draw {
    std::int64_t count = 0;
    std::int64_t channels = 0;
    std::int64_t vocab = 0; ///< kMostIds at most
    std::int64_t eos = 0;
    const float* logits = nullptr;   ///< [count, 2, channels, vocab], the unconditional row first
    const float* cfgScale = nullptr; ///< [count], as the next ones
    const float* temperature = nullptr;
    const float* topP = nullptr;
    const std::int64_t* topK = nullptr;
    const std::int64_t* seeds = nullptr;
    const std::int64_t* rows = nullptr; ///< the rows that are written
    std::int64_t* ids = nullptr;        ///< [count, channels]
};
inline constexpr std::int64_t kMostIds = 2048;
void draw(const Draw& work, Stream stream);

/// DeviceOps::finishStep() for the first `count` of `slots`. What it points to is accelerator::GridTensors' and
/// StepRecord's.
struct FinishStep {
    std::int64_t count = 0;
    std::int64_t slots = 0;
    std::int64_t channels = 0;
    std::int64_t rows = 0;
    std::int64_t eos = 0;
    std::int64_t pad = 0;
    std::int64_t maxDelay = 0;
    std::int64_t logitsEach = 0;       ///< of a sequence
    const float* logits = nullptr;     ///< [count, logitsEach]
    const std::int64_t* ids = nullptr; ///< [count, channels]
    const std::int64_t* index = nullptr;
    std::int64_t* drawn = nullptr;
    bool* areFinite = nullptr;
    const std::int64_t* delay = nullptr;
    std::int64_t* tokens = nullptr;
    std::int64_t* positions = nullptr;
    std::int64_t* countdown = nullptr;
    const std::int64_t* lastStart = nullptr;
    const std::int64_t* firstRow = nullptr;
    const std::int64_t* fixed = nullptr;
};
void finishStep(const FinishStep& work, Stream stream);

} // namespace parley::cuda
