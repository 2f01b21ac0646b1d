// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/dia_config.h"

#include "parley/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace parley::checkpoint {

namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& problem) {
    throw EngineError(ErrorCode::UnsupportedLayout, path, {},
                      phrase("use the config.json that was published with this checkpoint"), problem);
}

/// Reads entries of one object of a config file, with the file's name in every complaint.
class Section {
public:
    Section(const Json& object, std::string name, const std::filesystem::path& path)
        : m_object(object), m_name(std::move(name)), m_path(path) {}

    [[nodiscard]] Section sub(const char* key) const {
        const auto it = m_object.find(key);
        if (it == m_object.end() || !it->is_object()) {
            refuse(m_path, "has no object '" + m_name + key + "'");
        }
        return {*it, m_name + key + ".", m_path};
    }
    [[nodiscard]] bool has(const char* key) const { return m_object.contains(key) && !m_object.at(key).is_null(); }
    [[nodiscard]] std::int64_t size(const char* key) const {
        if (!has(key)) {
            refuse(m_path, "has no entry '" + m_name + key + "'");
        }
        return integer(key);
    }
    [[nodiscard]] std::int64_t size(const char* key, std::int64_t fallback) const {
        return has(key) ? integer(key) : fallback;
    }
    [[nodiscard]] double real(const char* key, double fallback) const {
        if (!has(key)) {
            return fallback;
        }
        if (!m_object.at(key).is_number()) {
            refuse(m_path, "'" + m_name + key + "' is not a number");
        }
        return m_object.at(key).get<double>();
    }
    [[nodiscard]] std::vector<std::int64_t> sizes(const char* key, std::vector<std::int64_t> fallback) const {
        if (!has(key)) {
            return fallback;
        }
        const Json& list = m_object.at(key);
        const bool good = list.is_array() && list.size() <= 64 &&
                          std::all_of(list.begin(), list.end(), [](const Json& v) { return v.is_number_integer(); });
        if (!good) {
            refuse(m_path, "'" + m_name + key + "' is not a short list of whole numbers");
        }
        return list.get<std::vector<std::int64_t>>();
    }

private:
    [[nodiscard]] std::int64_t integer(const char* key) const {
        const Json& value = m_object.at(key);
        const bool tooLarge = value.is_number_unsigned() && value.get<std::uint64_t>() > (1ULL << 62U);
        if (!value.is_number_integer() || tooLarge) {
            refuse(m_path, "'" + m_name + key + "' is not a whole number");
        }
        return value.get<std::int64_t>();
    }

    const Json& m_object;
    std::string m_name;
    const std::filesystem::path& m_path;
};

double ropeTheta(const Section& section) {
    // transformers 5 moved the entry into an object of its own.
    const Section& root = section;
    return root.has("rope_parameters") ? root.sub("rope_parameters").real("rope_theta", 10000.0)
                                       : root.real("rope_theta", 10000.0);
}

DiaConfig parse0626(const Section& root) {
    const Section encoder = root.sub("encoder_config");
    const Section decoder = root.sub("decoder_config");
    DiaConfig config;
    config.generation = Generation::V0626;
    config.encoder = {.layers = encoder.size("num_hidden_layers"),
                      .hidden = encoder.size("hidden_size"),
                      .ffn = encoder.size("intermediate_size"),
                      .heads = encoder.size("num_attention_heads"),
                      .headDim = encoder.size("head_dim"),
                      .vocab = encoder.size("vocab_size", 256),
                      .maxPositions = encoder.size("max_position_embeddings", 1024)};
    config.decoder = {.layers = decoder.size("num_hidden_layers"),
                      .hidden = decoder.size("hidden_size"),
                      .ffn = decoder.size("intermediate_size"),
                      .queryHeads = decoder.size("num_attention_heads"),
                      .kvHeads = decoder.size("num_key_value_heads"),
                      .headDim = decoder.size("head_dim"),
                      .crossQueryHeads = decoder.size("cross_num_attention_heads"),
                      .crossKvHeads = decoder.size("cross_num_key_value_heads"),
                      .crossHeadDim = decoder.size("cross_head_dim"),
                      .channels = decoder.size("num_channels", 9),
                      .vocab = decoder.size("vocab_size", 1028),
                      .maxPositions = decoder.size("max_position_embeddings", 3072)};
    config.delay = root.sizes("delay_pattern", config.delay);
    config.eos = root.size("eos_token_id", decoder.size("eos_token_id", config.eos));
    config.pad = root.size("pad_token_id", decoder.size("pad_token_id", config.pad));
    config.bos = root.size("bos_token_id", decoder.size("bos_token_id", config.bos));
    config.normEps = decoder.real("norm_eps", config.normEps);
    config.ropeTheta = ropeTheta(decoder);
    return config;
}

DiaConfig parse01(const Section& root) {
    const Section model = root.sub("model");
    const Section data = root.sub("data");
    const Section encoder = model.sub("encoder");
    const Section decoder = model.sub("decoder");
    DiaConfig config;
    config.generation = Generation::V0_1;
    config.encoder = {.layers = encoder.size("n_layer"),
                      .hidden = encoder.size("n_embd"),
                      .ffn = encoder.size("n_hidden"),
                      .heads = encoder.size("n_head"),
                      .headDim = encoder.size("head_dim"),
                      .vocab = model.size("src_vocab_size", 256),
                      .maxPositions = data.size("text_length", 1024)};
    config.decoder = {.layers = decoder.size("n_layer"),
                      .hidden = decoder.size("n_embd"),
                      .ffn = decoder.size("n_hidden"),
                      .queryHeads = decoder.size("gqa_query_heads"),
                      .kvHeads = decoder.size("kv_heads"),
                      .headDim = decoder.size("gqa_head_dim"),
                      .crossQueryHeads = decoder.size("cross_query_heads"),
                      .crossKvHeads = decoder.size("cross_query_heads"),
                      .crossHeadDim = decoder.size("cross_head_dim"),
                      .channels = data.size("channels", 9),
                      .vocab = model.size("tgt_vocab_size", 1028),
                      .maxPositions = data.size("audio_length", 3072)};
    config.delay = data.sizes("delay_pattern", config.delay);
    config.eos = data.size("audio_eos_value", config.eos);
    config.pad = data.size("audio_pad_value", config.pad);
    config.bos = data.size("audio_bos_value", config.bos);
    config.normEps = model.real("normalization_layer_epsilon", config.normEps);
    config.ropeTheta = model.real("rope_max_timescale", config.ropeTheta);
    return config;
}

} // namespace

std::string_view name(Generation generation) noexcept {
    return generation == Generation::V0_1 ? "0.1" : "0626";
}

DiaConfig parseDiaConfig(const nlohmann::json& json, const std::filesystem::path& path) {
    if (!json.is_object()) {
        refuse(path, "is not a Dia configuration");
    }
    const Section root(json, "", path);
    const bool is0626 = json.contains("encoder_config") && json.contains("decoder_config");
    const bool is01 = json.contains("model") && json.contains("data");
    if (!is0626 && !is01) {
        refuse(path, "is not a Dia configuration: it has neither 'encoder_config' nor 'model' and 'data'");
    }
    const DiaConfig config = is0626 ? parse0626(root) : parse01(root);
    validate(config, path);
    return config;
}

void validate(const DiaConfig& config, const std::filesystem::path& path) {
    const auto inRange = [&](std::int64_t value, std::int64_t low, std::int64_t high, const char* what) {
        if (value < low || value > high) {
            refuse(path, std::string(what) + " is " + std::to_string(value) + "; it can be " + std::to_string(low) +
                             " to " + std::to_string(high));
        }
    };
    const DiaConfig::Encoder& enc = config.encoder;
    const DiaConfig::Decoder& dec = config.decoder;
    for (const auto& [layers, hidden, ffn] :
         {std::tuple{enc.layers, enc.hidden, enc.ffn}, {dec.layers, dec.hidden, dec.ffn}}) {
        inRange(layers, 1, 256, "the number of layers");
        inRange(hidden, 1, 1 << 16, "the hidden size");
        inRange(ffn, 1, 1 << 18, "the feed-forward size");
    }
    for (const std::int64_t heads : {enc.heads, dec.queryHeads, dec.kvHeads, dec.crossQueryHeads, dec.crossKvHeads}) {
        inRange(heads, 1, 1024, "the number of attention heads");
    }
    for (const std::int64_t headDim : {enc.headDim, dec.headDim, dec.crossHeadDim}) {
        inRange(headDim, 2, 1024, "the head size");
        if (headDim % 2 != 0) {
            refuse(path, "the head size " + std::to_string(headDim) + " is odd; RoPE needs halves");
        }
    }
    if (dec.queryHeads % dec.kvHeads != 0 || dec.crossQueryHeads % dec.crossKvHeads != 0) {
        refuse(path, "the query heads are not a multiple of the key-value heads");
    }
    inRange(enc.vocab, 256, 1 << 16, "the text vocabulary");
    inRange(enc.maxPositions, 1, 1 << 20, "the longest text");
    inRange(dec.channels, 1, 64, "the number of channels");
    inRange(dec.vocab, 1028, 1 << 20, "the vocabulary of a channel");
    inRange(dec.maxPositions, 32, 1 << 20, "the longest audio");
    inRange(static_cast<std::int64_t>(config.delay.size()), dec.channels, dec.channels,
            "the length of the delay pattern");
    for (const std::int64_t delay : config.delay) {
        inRange(delay, 0, 64, "a delay");
    }
    inRange(config.delay.front(), 0, 0, "the first channel's delay");
    for (const std::int64_t id : {config.eos, config.pad, config.bos}) {
        inRange(id, 1024, dec.vocab - 1, "a special id");
    }
    if (!(config.normEps > 0.0 && config.normEps < 1.0) || !(config.ropeTheta > 1.0 && config.ropeTheta < 1e12)) {
        refuse(path, "the norm's epsilon or RoPE's theta is out of bounds");
    }
}

} // namespace parley::checkpoint
