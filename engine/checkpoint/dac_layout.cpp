// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/dac_layout.h"

#include "parley/error.h"

#include <functional>
#include <numeric>
#include <optional>

namespace parley::checkpoint {

namespace {

/// "encoder.block.2.res_unit1.snake2.alpha" → what descript-audio-codec calls it: positions in nested sequences.
std::string residualName(const std::string& rest) {
    // Sequence of a residual unit: snake, conv 7, snake, conv 1.
    if (rest.starts_with("snake1")) {
        return "block.0" + rest.substr(6);
    }
    if (rest.starts_with("conv1")) {
        return "block.1" + rest.substr(5);
    }
    if (rest.starts_with("snake2")) {
        return "block.2" + rest.substr(6);
    }
    return "block.3" + rest.substr(5);
}

std::string blockName(const std::string& rest, bool encoder) {
    // Encoder block: three residual units, snake, conv. Decoder block: snake, transposed conv, three residual units.
    if (rest.starts_with("res_unit")) {
        const int unit = rest[8] - '1';
        return "block." + std::to_string(encoder ? unit : unit + 2) + "." + residualName(rest.substr(10));
    }
    if (rest.starts_with("snake1")) {
        return (encoder ? "block.3" : "block.0") + rest.substr(6);
    }
    return encoder ? "block.4" + rest.substr(5) : "block.1" + rest.substr(7); // conv1, conv_t1
}

std::string descriptName(const std::string& name, std::size_t encoderBlocks, std::size_t decoderBlocks) {
    if (name.starts_with("quantizer.")) {
        return name;
    }
    const bool encoder = name.starts_with("encoder.");
    const std::string root = encoder ? "encoder.block." : "decoder.model.";
    const std::size_t blocks = encoder ? encoderBlocks : decoderBlocks;
    const std::string rest = name.substr(8);
    if (rest.starts_with("conv1")) {
        return root + "0" + rest.substr(5);
    }
    if (rest.starts_with("snake1")) {
        return root + std::to_string(blocks + 1) + rest.substr(6);
    }
    if (rest.starts_with("conv2")) {
        return root + std::to_string(blocks + 2) + rest.substr(5);
    }
    const std::size_t dot = rest.find('.', 6); // behind "block."
    const std::size_t index = std::stoul(rest.substr(6, dot - 6));
    return root + std::to_string(index + 1) + "." + blockName(rest.substr(dot + 1), encoder);
}

/// Finds the keys of a weight in a file: plain, or as magnitude and direction under torch's old or new names.
bool locate(const TensorSource& source, const std::string& key, DacPart& part) {
    constexpr std::string_view kWeight = ".weight";
    part.key = key;
    if (source.find(key) != nullptr || !key.ends_with(kWeight)) {
        return source.find(key) != nullptr;
    }
    const std::string stem = key.substr(0, key.size() - kWeight.size());
    for (const auto& [g, v] : {std::pair{".weight_g", ".weight_v"},
                               std::pair{".parametrizations.weight.original0", ".parametrizations.weight.original1"}}) {
        if (source.find(stem + g) != nullptr && source.find(stem + v) != nullptr) {
            part.key = stem + v;
            part.weightG = stem + g;
            return true;
        }
    }
    return false;
}

/// Reads the codec's sizes off the shapes, under the names of either layout.
class DacShapes {
public:
    DacShapes(const TensorSource& source, DacLayout layout) : m_source(source), m_layout(layout) {}

    DacConfig read() {
        DacConfig config;
        m_encoderBlocks = countBlocks("encoder.block.");
        m_decoderBlocks = countBlocks("decoder.block.");
        config.encoderHidden = size("encoder.conv1.weight", 0);
        config.latent = size("encoder.conv2.weight", 0);
        config.decoderHidden = size("decoder.conv1.weight", 0);
        for (std::size_t i = 0; i < m_encoderBlocks; ++i) {
            config.encoderRates.push_back(size("encoder.block." + std::to_string(i) + ".conv1.weight", 2) / 2);
        }
        for (std::size_t i = 0; i < m_decoderBlocks; ++i) {
            config.decoderRates.push_back(size("decoder.block." + std::to_string(i) + ".conv_t1.weight", 2) / 2);
        }
        while (m_source.find(codebookKey(config.codebooks)) != nullptr) {
            ++config.codebooks;
        }
        config.codebookSize = size("quantizer.quantizers.0.codebook.weight", 0);
        config.codebookDim = size("quantizer.quantizers.0.codebook.weight", 1);
        return config;
    }

    [[nodiscard]] std::string key(const std::string& name) const {
        return m_layout == DacLayout::Descript ? descriptName(name, m_encoderBlocks, m_decoderBlocks) : name;
    }

private:
    static std::string codebookKey(std::int64_t index) {
        return "quantizer.quantizers." + std::to_string(index) + ".codebook.weight";
    }
    /// Blocks are told by their first snake, whose name ends in its position.
    [[nodiscard]] std::size_t countBlocks(const std::string& stack) const {
        std::size_t count = 0;
        // The number of blocks only shifts names behind them, so any number will do while counting.
        const auto present = [&](std::size_t i) {
            const std::string name = stack + std::to_string(i) + ".res_unit1.snake1.alpha";
            return m_source.find(m_layout == DacLayout::Descript ? descriptName(name, 0, 0) : name) != nullptr;
        };
        while (count < 16 && present(count)) {
            ++count;
        }
        return count;
    }
    [[nodiscard]] std::int64_t size(const std::string& name, std::size_t axis) const {
        DacPart part;
        if (locate(m_source, key(name), part)) {
            const TensorInfo* tensor = m_source.find(part.key);
            if (axis < tensor->shape.size()) {
                return tensor->shape[axis];
            }
        }
        throw EngineError(ErrorCode::UnsupportedLayout, m_source.path(), phrase("is not a DAC codec"),
                          phrase("give descript's weights.pth or the transformers version of the 44 kHz codec"),
                          "it has no usable '" + key(name) + "'");
    }

    const TensorSource& m_source;
    DacLayout m_layout;
    std::size_t m_encoderBlocks = 0;
    std::size_t m_decoderBlocks = 0;
};

void requireSane(const DacConfig& config, const TensorSource& source) {
    const auto inRange = [](std::int64_t v, std::int64_t low, std::int64_t high) { return v >= low && v <= high; };
    bool good = inRange(config.encoderHidden, 1, 1024) && inRange(config.latent, 1, 1 << 14) &&
                inRange(config.decoderHidden, 1, 1 << 14) && inRange(config.codebooks, 1, 64) &&
                inRange(config.codebookSize, 2, 1 << 16) && inRange(config.codebookDim, 1, 1024) &&
                !config.encoderRates.empty() && config.encoderRates.size() == config.decoderRates.size();
    for (const auto& rates : {config.encoderRates, config.decoderRates}) {
        for (const std::int64_t rate : rates) {
            good = good && inRange(rate, 1, 64);
        }
    }
    good = good && (config.decoderHidden >> config.decoderRates.size()) >= 1;
    if (good) {
        const std::int64_t up = std::accumulate(config.decoderRates.begin(), config.decoderRates.end(), std::int64_t{1},
                                                std::multiplies<>());
        good = config.hop() == up && config.hop() <= (1 << 14);
    }
    if (!good) {
        throw EngineError(ErrorCode::UnsupportedLayout, source.path(),
                          phrase("is a codec of sizes that Parley does not know"),
                          phrase("use the 44 kHz codec that Dia was made for"));
    }
}

} // namespace

std::string_view name(DacLayout layout) noexcept {
    return layout == DacLayout::Descript ? "descript" : "transformers";
}

std::int64_t DacConfig::hop() const noexcept {
    return std::accumulate(encoderRates.begin(), encoderRates.end(), std::int64_t{1}, std::multiplies<>());
}

DacPlan planDac(const TensorSource& source) {
    DacPlan plan;
    plan.layout = source.find("decoder.model.0.bias") != nullptr ? DacLayout::Descript : DacLayout::Transformers;
    DacShapes shapes(source, plan.layout);
    plan.config = shapes.read();
    requireSane(plan.config, source);
    plan.parts = dacTensors(plan.config);
    for (DacPart& part : plan.parts) {
        const std::string key = shapes.key(part.name);
        locate(source, key, part);
    }
    return plan;
}

std::vector<WeightPlan> asWeightPlans(const DacPlan& plan) {
    std::vector<WeightPlan> plans;
    for (const DacPart& part : plan.parts) {
        const std::int64_t first = part.shape.front();
        std::int64_t rest = 1;
        for (std::size_t axis = 1; axis < part.shape.size(); ++axis) {
            rest *= part.shape[axis];
        }
        plans.push_back({part.name, first, rest, {{part.key, part.shape, first, rest, false}}});
        if (!part.weightG.empty()) {
            std::vector<std::int64_t> shape(part.shape.size(), 1);
            shape.front() = first;
            plans.push_back({part.name + "_g", first, 1, {{part.weightG, shape, first, 1, false}}});
        }
    }
    return plans;
}

} // namespace parley::checkpoint
