// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/random_tensors.h"

#include "checkpoint/dia_layout.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace parley::checkpoint {

namespace {

/// splitmix64's finaliser (https://prng.di.unimi.it/splitmix64.c): neighbouring counters give unrelated values.
std::uint64_t mix(std::uint64_t x) noexcept {
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

/// FNV-1a, so that a tensor's values depend on its name and not on the library's std::hash.
std::uint64_t hashName(std::string_view name) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return hash;
}

class RandomTensors final : public TensorSource {
public:
    RandomTensors(std::vector<TensorInfo> tensors, std::uint64_t seed, std::string label)
        : m_tensors(std::move(tensors)), m_seed(seed), m_path(std::move(label)) {
        std::sort(m_tensors.begin(), m_tensors.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const noexcept override { return m_tensors; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept override { return m_path; }

    [[nodiscard]] std::vector<std::filesystem::path> files() const override { return {}; }

    void read(const TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        const bool constant = tensor.shape.size() == 1 || tensor.name.ends_with(".alpha");
        const bool bias = tensor.name.ends_with(".bias");
        const float range = spread(tensor);
        const std::uint64_t key = mix(m_seed ^ hashName(tensor.name));
        for (std::size_t done = 0; done < out.size(); done += sizeof(float)) {
            const std::uint64_t index = (offset + done) / sizeof(float);
            // 24 random bits make a float in [-1, 1) exactly.
            const auto bits = static_cast<std::int32_t>(mix(key + index) >> 40U);
            const float value = std::ldexp(static_cast<float>(bits - (1 << 23)), -23) * range;
            const float stored = bias ? 0.0F : (constant ? 1.0F : value);
            std::memcpy(out.data() + done, &stored, std::min(sizeof(float), out.size() - done));
        }
    }

private:
    /// Uniform values of this range have the standard deviation 1/√inputs, which keeps signals at their level.
    static float spread(const TensorInfo& tensor) {
        double inputs = 1.0;
        for (std::size_t axis = 1; axis < tensor.shape.size(); ++axis) {
            inputs *= static_cast<double>(tensor.shape[axis]);
        }
        return static_cast<float>(std::sqrt(3.0 / inputs));
    }

    std::vector<TensorInfo> m_tensors;
    std::uint64_t m_seed;
    std::filesystem::path m_path;
};

TensorInfo float32Tensor(std::string name, std::vector<std::int64_t> shape) {
    std::uint64_t bytes = sizeof(float);
    for (const std::int64_t size : shape) {
        bytes *= static_cast<std::uint64_t>(size);
    }
    return {std::move(name), DType::Float32, std::move(shape), bytes};
}

} // namespace

DiaConfig releasedDiaConfig() {
    DiaConfig config;
    config.encoder = {.layers = 12, .hidden = 1024, .ffn = 4096, .heads = 16, .headDim = 128};
    config.decoder = {.layers = 18,
                      .hidden = 2048,
                      .ffn = 8192,
                      .queryHeads = 16,
                      .kvHeads = 4,
                      .headDim = 128,
                      .crossQueryHeads = 16,
                      .crossKvHeads = 16,
                      .crossHeadDim = 128};
    return config;
}

DacConfig releasedDacConfig() {
    return {.encoderRates = {2, 4, 8, 8},
            .decoderRates = {8, 8, 4, 2},
            .encoderHidden = 64,
            .latent = 1024,
            .decoderHidden = 1536,
            .codebooks = 9,
            .codebookSize = 1024,
            .codebookDim = 8};
}

DiaConfig tinyDiaConfig() {
    DiaConfig config;
    config.encoder = {.layers = 2, .hidden = 32, .ffn = 64, .heads = 4, .headDim = 8};
    config.decoder = {.layers = 2,
                      .hidden = 32,
                      .ffn = 64,
                      .queryHeads = 4,
                      .kvHeads = 2,
                      .headDim = 8,
                      .crossQueryHeads = 4,
                      .crossKvHeads = 4,
                      .crossHeadDim = 8};
    return config;
}

DacConfig tinyDacConfig() {
    return {.encoderRates = {2, 4, 8, 8},
            .decoderRates = {8, 8, 4, 2},
            .encoderHidden = 4,
            .latent = 64,
            .decoderHidden = 32,
            .codebooks = 9,
            .codebookSize = 1024,
            .codebookDim = 8};
}

std::unique_ptr<TensorSource> randomDia(const DiaConfig& config, std::uint64_t seed) {
    std::vector<TensorInfo> tensors;
    for (const WeightPlan& weight : planDiaWeights(config, {DiaLayout::Transformers, ""})) {
        for (const WeightPart& part : weight.parts) {
            tensors.push_back(float32Tensor(part.key, part.shape));
        }
    }
    return std::make_unique<RandomTensors>(std::move(tensors), seed, "random Dia weights");
}

std::unique_ptr<TensorSource> randomDac(const DacConfig& config, std::uint64_t seed) {
    std::vector<TensorInfo> tensors;
    for (const DacPart& part : dacTensors(config)) {
        tensors.push_back(float32Tensor(part.name, part.shape));
    }
    return std::make_unique<RandomTensors>(std::move(tensors), seed, "random codec weights");
}

} // namespace parley::checkpoint
