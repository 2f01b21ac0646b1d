// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Writes a checkpoint of full size with random weights: the network in transformers' layout, float32, in shards of at
// most 5 GB as the released model is published, and a codec. For measuring; what it speaks is noise.
//   make-random-model FOLDER    → FOLDER/dia (config.json, two shards, index), FOLDER/dac (6.8 GB in all)

#include "checkpoint/dia_layout.h"
#include "checkpoint/random_tensors.h"
#include "checkpoint/safetensors_writer.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

namespace fs = std::filesystem;
using namespace parley::checkpoint;

constexpr std::uint64_t kShardBytes = 5'000'000'000;
constexpr std::uint64_t kSeed = 1;

using Shard = std::vector<TensorInfo>;

void writeShard(const fs::path& path, const TensorSource& source, const Shard& shard) {
    std::vector<TensorSpec> specs;
    for (const TensorInfo& tensor : shard) {
        specs.push_back({tensor.name, tensor.dtype, tensor.shape});
    }
    SafetensorsStreamWriter writer(path, specs);
    std::vector<std::byte> piece(std::size_t{8} << 20U);
    for (const TensorInfo& tensor : shard) {
        for (std::uint64_t done = 0; done < tensor.byteCount; done += piece.size()) {
            const std::span<std::byte> part(piece.data(),
                                            std::min<std::uint64_t>(piece.size(), tensor.byteCount - done));
            source.read(tensor, done, part);
            writer.append(part);
        }
    }
    writer.finish();
}

/// Tensors in the network's order, a new shard wherever the next one would make it too large.
std::vector<Shard> split(const TensorSource& source, const DiaConfig& config) {
    std::vector<Shard> shards(1);
    std::uint64_t bytes = 0;
    for (const WeightPlan& weight : planDiaWeights(config, {DiaLayout::Transformers, ""})) {
        for (const WeightPart& part : weight.parts) {
            const TensorInfo& tensor = *source.find(part.key);
            if (bytes + tensor.byteCount > kShardBytes) {
                shards.emplace_back();
                bytes = 0;
            }
            shards.back().push_back(tensor);
            bytes += tensor.byteCount;
        }
    }
    return shards;
}

nlohmann::json configJson(const DiaConfig& c) {
    return {{"model_type", "dia"},
            {"delay_pattern", c.delay},
            {"eos_token_id", c.eos},
            {"pad_token_id", c.pad},
            {"bos_token_id", c.bos},
            {"encoder_config",
             {{"num_hidden_layers", c.encoder.layers},
              {"hidden_size", c.encoder.hidden},
              {"intermediate_size", c.encoder.ffn},
              {"num_attention_heads", c.encoder.heads},
              {"head_dim", c.encoder.headDim},
              {"vocab_size", c.encoder.vocab},
              {"max_position_embeddings", c.encoder.maxPositions}}},
            {"decoder_config",
             {{"num_hidden_layers", c.decoder.layers},
              {"hidden_size", c.decoder.hidden},
              {"intermediate_size", c.decoder.ffn},
              {"num_attention_heads", c.decoder.queryHeads},
              {"num_key_value_heads", c.decoder.kvHeads},
              {"head_dim", c.decoder.headDim},
              {"cross_num_attention_heads", c.decoder.crossQueryHeads},
              {"cross_num_key_value_heads", c.decoder.crossKvHeads},
              {"cross_head_dim", c.decoder.crossHeadDim},
              {"num_channels", c.decoder.channels},
              {"vocab_size", c.decoder.vocab},
              {"max_position_embeddings", c.decoder.maxPositions}}}};
}

std::string shardName(std::size_t index, std::size_t count) {
    const auto padded = [](std::size_t number) {
        const std::string digits = std::to_string(number);
        return std::string(5 - digits.size(), '0') + digits;
    };
    return "model-" + padded(index + 1) + "-of-" + padded(count) + ".safetensors";
}

void writeDia(const fs::path& folder) {
    fs::create_directories(folder);
    const DiaConfig config = releasedDiaConfig();
    const auto source = randomDia(config, kSeed);
    const std::vector<Shard> shards = split(*source, config);
    nlohmann::json index;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < shards.size(); ++i) {
        const std::string name = shardName(i, shards.size());
        writeShard(folder / name, *source, shards[i]);
        for (const TensorInfo& tensor : shards[i]) {
            index["weight_map"][tensor.name] = name;
            total += tensor.byteCount;
        }
    }
    index["metadata"]["total_size"] = total;
    std::ofstream(folder / "model.safetensors.index.json") << index.dump(2) << "\n";
    std::ofstream(folder / "config.json") << configJson(config).dump(2) << "\n";
}

void writeDac(const fs::path& folder) {
    fs::create_directories(folder);
    const auto source = randomDac(releasedDacConfig(), kSeed);
    writeShard(folder / "model.safetensors", *source, source->tensors());
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: make-random-model FOLDER\n";
        return 2;
    }
    try {
        const fs::path folder = argv[1];
        writeDia(folder / "dia");
        writeDac(folder / "dac");
    } catch (const std::exception& error) {
        std::cerr << "make-random-model: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
