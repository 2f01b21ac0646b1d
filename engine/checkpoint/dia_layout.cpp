// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/dia_layout.h"

#include "parley/error.h"

namespace parley::checkpoint {

namespace {

/// Builds plans under the names of one layout.
class Planner {
public:
    Planner(const DiaConfig& config, const DiaNaming& naming) : m_config(config), m_naming(naming) {}

    std::vector<WeightPlan> plan() {
        const DiaConfig::Encoder& enc = m_config.encoder;
        const DiaConfig::Decoder& dec = m_config.decoder;
        add("encoder.embedding", {table("encoder.embedding.weight", enc.vocab, enc.hidden)});
        for (std::int64_t i = 0; i < enc.layers; ++i) {
            const std::string layer = "encoder.layers." + std::to_string(i) + ".";
            norm(layer + "pre_sa_norm", enc.hidden);
            selfAttention(layer, enc.hidden, enc.heads, enc.heads, enc.headDim);
            norm(layer + "post_sa_norm", enc.hidden);
            mlp(layer, enc.hidden, enc.ffn);
        }
        norm("encoder.norm", enc.hidden);
        embeddings();
        for (std::int64_t i = 0; i < dec.layers; ++i) {
            const std::string layer = "decoder.layers." + std::to_string(i) + ".";
            norm(layer + "pre_sa_norm", dec.hidden);
            selfAttention(layer, dec.hidden, dec.queryHeads, dec.kvHeads, dec.headDim);
            norm(layer + "pre_ca_norm", dec.hidden);
            crossAttention(layer);
            norm(layer + "pre_mlp_norm", dec.hidden);
            mlp(layer, dec.hidden, dec.ffn);
        }
        norm("decoder.norm", dec.hidden);
        const std::int64_t ids = dec.channels * dec.vocab;
        add("decoder.logits_dense",
            {reference()
                 ? dense("decoder.logits_dense.weight", {dec.hidden, dec.channels, dec.vocab}, ids, dec.hidden)
                 : WeightPart{m_naming.prefix + "logits_dense.weight", {ids, dec.hidden}, ids, dec.hidden, false}});
        return std::move(m_plans);
    }

private:
    [[nodiscard]] bool reference() const { return m_naming.layout == DiaLayout::Reference; }
    [[nodiscard]] std::string key(const std::string& suffix) const {
        return m_naming.prefix + (reference() ? "" : "model.") + suffix;
    }
    /// A matrix that both layouts store as [rows, cols].
    [[nodiscard]] WeightPart table(const std::string& suffix, std::int64_t rows, std::int64_t cols) const {
        return {key(suffix), {rows, cols}, rows, cols, false};
    }
    /// A linear layer; `referenceShape` is its shape with input dimensions first.
    [[nodiscard]] WeightPart dense(const std::string& suffix, std::vector<std::int64_t> referenceShape,
                                   std::int64_t rows, std::int64_t cols) const {
        return reference() ? WeightPart{key(suffix), std::move(referenceShape), rows, cols, true}
                           : table(suffix, rows, cols);
    }
    void add(std::string name, std::vector<WeightPart> parts) {
        WeightPlan plan{std::move(name), 0, parts.front().cols, std::move(parts)};
        for (const WeightPart& part : plan.parts) {
            plan.rows += part.rows;
        }
        m_plans.push_back(std::move(plan));
    }
    void norm(const std::string& name, std::int64_t size) {
        add(name, {{key(name + ".weight"), {size}, size, 1, false}});
    }

    void selfAttention(const std::string& layer, std::int64_t hidden, std::int64_t queryHeads, std::int64_t kvHeads,
                       std::int64_t headDim) {
        const std::string at = layer + "self_attention.";
        add(at + "qkv_proj",
            {project(at + "q_proj", hidden, queryHeads, headDim), project(at + "k_proj", hidden, kvHeads, headDim),
             project(at + "v_proj", hidden, kvHeads, headDim)});
        output(at, hidden, queryHeads, headDim);
    }
    void crossAttention(const std::string& layer) {
        const DiaConfig::Decoder& dec = m_config.decoder;
        const std::string at = layer + "cross_attention.";
        const std::int64_t source = m_config.encoder.hidden;
        add(at + "q_proj", {project(at + "q_proj", dec.hidden, dec.crossQueryHeads, dec.crossHeadDim)});
        add(at + "kv_proj", {project(at + "k_proj", source, dec.crossKvHeads, dec.crossHeadDim),
                             project(at + "v_proj", source, dec.crossKvHeads, dec.crossHeadDim)});
        output(at, dec.hidden, dec.crossQueryHeads, dec.crossHeadDim);
    }
    [[nodiscard]] WeightPart project(const std::string& name, std::int64_t in, std::int64_t heads,
                                     std::int64_t headDim) const {
        return dense(name + ".weight", {in, heads, headDim}, heads * headDim, in);
    }
    void output(const std::string& at, std::int64_t hidden, std::int64_t heads, std::int64_t headDim) {
        add(at + "o_proj", {dense(at + "o_proj.weight", {heads, headDim, hidden}, hidden, heads * headDim)});
    }
    void mlp(const std::string& layer, std::int64_t hidden, std::int64_t ffn) {
        const std::string at = layer + "mlp.";
        add(at + "gate_up_proj",
            {dense(at + (reference() ? "wi_fused.weight" : "gate_up_proj.weight"), {hidden, 2, ffn}, 2 * ffn, hidden)});
        add(at + "down_proj",
            {dense(at + (reference() ? "wo.weight" : "down_proj.weight"), {ffn, hidden}, hidden, ffn)});
    }
    void embeddings() {
        const DiaConfig::Decoder& dec = m_config.decoder;
        std::vector<WeightPart> parts;
        if (reference()) {
            for (std::int64_t c = 0; c < dec.channels; ++c) {
                parts.push_back(table("decoder.embeddings." + std::to_string(c) + ".weight", dec.vocab, dec.hidden));
            }
        } else {
            parts.push_back(table("decoder.embeddings.embed.weight", dec.channels * dec.vocab, dec.hidden));
        }
        add("decoder.embeddings", std::move(parts));
    }

    const DiaConfig& m_config;
    const DiaNaming& m_naming;
    std::vector<WeightPlan> m_plans;
};

/// The shortest text that stands before `anchor` in a key, if any key ends in it.
bool shortestPrefix(const TensorSource& source, std::string_view anchor, std::string& prefix) {
    bool found = false;
    for (const TensorInfo& tensor : source.tensors()) {
        if (!tensor.name.ends_with(anchor)) {
            continue;
        }
        std::string before = tensor.name.substr(0, tensor.name.size() - anchor.size());
        const bool wholeWord = before.empty() || before.back() == '.';
        if (wholeWord && (!found || before.size() < prefix.size())) {
            prefix = std::move(before);
            found = true;
        }
    }
    return found;
}

} // namespace

std::string_view name(DiaLayout layout) noexcept {
    return layout == DiaLayout::Reference ? "reference" : "transformers";
}

DiaNaming recogniseDia(const TensorSource& source) {
    DiaNaming naming;
    // In the transformers layout, "model." belongs to the layout and not to the prefix.
    if (shortestPrefix(source, "model.decoder.embeddings.embed.weight", naming.prefix)) {
        naming.layout = DiaLayout::Transformers;
        return naming;
    }
    if (shortestPrefix(source, "decoder.embeddings.0.weight", naming.prefix)) {
        naming.layout = DiaLayout::Reference;
        return naming;
    }
    throw EngineError(ErrorCode::UnsupportedLayout, source.path(),
                      phrase("holds %1 tensors, but not those of a Dia network", source.tensors().size()),
                      phrase("give a Dia checkpoint as the model"));
}

std::vector<WeightPlan> planDiaWeights(const DiaConfig& config, const DiaNaming& naming) {
    return Planner(config, naming).plan();
}

} // namespace parley::checkpoint
