// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/dia_config.h"
#include "checkpoint/dia_layout.h"
#include "parley/error.h"

namespace parley::checkpoint {

namespace {

/// Reads sizes off the shapes of a checkpoint's tensors.
class ShapeReader {
public:
    ShapeReader(const TensorSource& source, const DiaNaming& naming) : m_source(source), m_naming(naming) {}

    [[nodiscard]] std::int64_t size(const std::string& suffix, std::size_t axis) const {
        const TensorInfo* tensor = m_source.find(m_naming.prefix + suffix);
        if (tensor == nullptr || axis >= tensor->shape.size()) {
            throw EngineError(ErrorCode::UnsupportedLayout, m_source.path(), phrase("has no config.json beside it"),
                              phrase("put the config.json of this checkpoint into its folder"),
                              "no tensor '" + suffix + "' tells its sizes");
        }
        return tensor->shape[axis];
    }
    [[nodiscard]] std::int64_t layers(const std::string& stack) const {
        std::int64_t count = 0;
        while (m_source.find(m_naming.prefix + stack + ".layers." + std::to_string(count) + ".pre_sa_norm.weight") !=
               nullptr) {
            ++count;
        }
        return count;
    }

private:
    const TensorSource& m_source;
    const DiaNaming& m_naming;
};

} // namespace

DiaConfig inferDiaConfig(const TensorSource& source, Generation generation) {
    const DiaNaming naming = recogniseDia(source);
    if (naming.layout != DiaLayout::Reference) {
        // Two-dimensional weights don't tell how many heads they hold.
        throw EngineError(ErrorCode::UnsupportedLayout, source.path(), phrase("has no config.json beside it"),
                          phrase("put the config.json of this checkpoint into its folder"));
    }
    const ShapeReader read(source, naming);
    DiaConfig config;
    config.generation = generation;
    config.encoder.layers = read.layers("encoder");
    config.encoder.vocab = read.size("encoder.embedding.weight", 0);
    config.encoder.hidden = read.size("encoder.embedding.weight", 1);
    config.encoder.heads = read.size("encoder.layers.0.self_attention.q_proj.weight", 1);
    config.encoder.headDim = read.size("encoder.layers.0.self_attention.q_proj.weight", 2);
    config.encoder.ffn = read.size("encoder.layers.0.mlp.wo.weight", 0);
    config.decoder.layers = read.layers("decoder");
    config.decoder.hidden = read.size("decoder.embeddings.0.weight", 1);
    config.decoder.ffn = read.size("decoder.layers.0.mlp.wo.weight", 0);
    config.decoder.queryHeads = read.size("decoder.layers.0.self_attention.q_proj.weight", 1);
    config.decoder.kvHeads = read.size("decoder.layers.0.self_attention.k_proj.weight", 1);
    config.decoder.headDim = read.size("decoder.layers.0.self_attention.q_proj.weight", 2);
    config.decoder.crossQueryHeads = read.size("decoder.layers.0.cross_attention.q_proj.weight", 1);
    config.decoder.crossKvHeads = read.size("decoder.layers.0.cross_attention.k_proj.weight", 1);
    config.decoder.crossHeadDim = read.size("decoder.layers.0.cross_attention.q_proj.weight", 2);
    config.decoder.channels = read.size("decoder.logits_dense.weight", 1);
    config.decoder.vocab = read.size("decoder.logits_dense.weight", 2);
    validate(config, source.path());
    return config;
}

} // namespace parley::checkpoint
