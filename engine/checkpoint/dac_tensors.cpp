// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/dac_layout.h"

namespace parley::checkpoint {

namespace {

/// Collects names and shapes in the order of the network.
class DacLister {
public:
    void conv(const std::string& name, std::vector<std::int64_t> weight, std::int64_t outputs) {
        add(name + ".weight", std::move(weight));
        add(name + ".bias", {outputs});
    }
    void snake(const std::string& name, std::int64_t channels) { add(name + ".alpha", {1, channels, 1}); }
    void residualUnits(const std::string& block, std::int64_t channels) {
        for (const char* unit : {"res_unit1", "res_unit2", "res_unit3"}) {
            const std::string at = block + unit;
            snake(at + ".snake1", channels);
            conv(at + ".conv1", {channels, channels, 7}, channels);
            snake(at + ".snake2", channels);
            conv(at + ".conv2", {channels, channels, 1}, channels);
        }
    }
    void add(const std::string& name, std::vector<std::int64_t> shape) {
        m_parts.push_back({name, name, "", std::move(shape)});
    }
    std::vector<DacPart> take() { return std::move(m_parts); }

private:
    std::vector<DacPart> m_parts;
};

void encoder(DacLister& list, const DacConfig& config) {
    std::int64_t channels = config.encoderHidden;
    list.conv("encoder.conv1", {channels, 1, 7}, channels);
    for (std::size_t i = 0; i < config.encoderRates.size(); ++i) {
        const std::string block = "encoder.block." + std::to_string(i) + ".";
        list.residualUnits(block, channels);
        list.snake(block + "snake1", channels);
        list.conv(block + "conv1", {2 * channels, channels, 2 * config.encoderRates[i]}, 2 * channels);
        channels *= 2;
    }
    list.snake("encoder.snake1", channels);
    list.conv("encoder.conv2", {config.latent, channels, 3}, config.latent);
}

void quantizers(DacLister& list, const DacConfig& config) {
    for (std::int64_t i = 0; i < config.codebooks; ++i) {
        const std::string at = "quantizer.quantizers." + std::to_string(i) + ".";
        list.conv(at + "in_proj", {config.codebookDim, config.latent, 1}, config.codebookDim);
        list.add(at + "codebook.weight", {config.codebookSize, config.codebookDim});
        list.conv(at + "out_proj", {config.latent, config.codebookDim, 1}, config.latent);
    }
}

void decoder(DacLister& list, const DacConfig& config) {
    std::int64_t channels = config.decoderHidden;
    list.conv("decoder.conv1", {channels, config.latent, 7}, channels);
    for (std::size_t i = 0; i < config.decoderRates.size(); ++i) {
        const std::string block = "decoder.block." + std::to_string(i) + ".";
        list.snake(block + "snake1", channels);
        list.conv(block + "conv_t1", {channels, channels / 2, 2 * config.decoderRates[i]}, channels / 2);
        channels /= 2;
        list.residualUnits(block, channels);
    }
    list.snake("decoder.snake1", channels);
    list.conv("decoder.conv2", {1, channels, 7}, 1);
}

} // namespace

std::vector<DacPart> dacTensors(const DacConfig& config) {
    DacLister list;
    encoder(list, config);
    quantizers(list, config);
    decoder(list, config);
    return list.take();
}

} // namespace parley::checkpoint
