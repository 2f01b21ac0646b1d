// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/model_files.h"

#include "checkpoint/checked_json.h"
#include "checkpoint/file_reader.h"
#include "files/system_reason.h"
#include "parley/error.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>

namespace parley::checkpoint {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxConfigBytes = 1U << 20U;

nlohmann::json readConfig(const fs::path& path) {
    const FileReader file(path);
    if (file.size() > kMaxConfigBytes) {
        throw EngineError(ErrorCode::UnsupportedLayout, path, phrase("is too large to be a configuration"));
    }
    std::string text(file.size(), '\0');
    file.read(0, std::as_writable_bytes(std::span(text)));
    return parseCheckedJson(text, path, "the configuration");
}

/// A folder that may not be looked into holds nothing for us.
bool isThere(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

/// The one file in `folder` that ends in `suffix`; empty if there is none, refused if there are several.
fs::path onlyFile(const fs::path& folder, std::string_view suffix) {
    fs::path found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (!entry.path().filename().string().ends_with(suffix)) {
            continue;
        }
        if (!found.empty()) {
            throw EngineError(ErrorCode::UnsupportedLayout, folder,
                              phrase("holds several checkpoints (%1, %2)", found.filename(), entry.path().filename()),
                              phrase("give the path of the one you mean"));
        }
        found = entry.path();
    }
    if (error) {
        throw EngineError(ErrorCode::ModelNotFound, folder, phrase("can't be listed: %1", files::systemReason(error)));
    }
    return found;
}

/// What to open in a folder, in the order of preference.
fs::path weightsInFolder(const fs::path& folder) {
    for (const char* name : {"model.safetensors.index.json", "model.safetensors"}) {
        if (isThere(folder / name)) {
            return folder / name;
        }
    }
    for (const char* suffix : {".safetensors.index.json", ".safetensors", ".pth", ".bin", ".pt"}) {
        if (fs::path file = onlyFile(folder, suffix); !file.empty()) {
            return file;
        }
    }
    throw EngineError(ErrorCode::ModelNotFound, folder, phrase("holds no checkpoint"),
                      phrase("a folder should hold a .safetensors file, its index, or a .pth file"));
}

fs::path weightsFile(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        throw EngineError(ErrorCode::ModelNotFound, path, phrase("does not exist"), phrase("check the path"));
    }
    return fs::is_directory(status) ? weightsInFolder(path) : path;
}

bool isIndex(const fs::path& file) {
    return file.filename().string().ends_with(".index.json");
}

fs::path configFileFor(const fs::path& weights, const fs::path& configPath) {
    const fs::path beside = weights.parent_path() / "config.json";
    return configPath.empty() && isThere(beside) ? beside : configPath;
}

DiaConfig configFor(const DiaFiles& files, const fs::path& weights, std::optional<Generation> generation) {
    if (const fs::path& chosen = files.configFile; !chosen.empty()) {
        DiaConfig config = readDiaConfig(chosen);
        config.generation = generation.value_or(config.generation);
        return config;
    }
    if (!generation) {
        throw EngineError(
            ErrorCode::OptionInvalid, weights,
            phrase("has no config.json beside it, and its weights don't tell which generation of Dia they are"),
            phrase("add %1 0626 for nari-labs/Dia-1.6B-0626 and what was tuned from it, "
                   "%1 0.1 for nari-labs/Dia-1.6B",
                   "--generation"));
    }
    return inferDiaConfig(*files.source, *generation);
}

} // namespace

DiaConfig readDiaConfig(const fs::path& path) {
    return parseDiaConfig(readConfig(path), path);
}

std::unique_ptr<TensorSource> openWeights(const fs::path& path) {
    const fs::path file = weightsFile(path);
    return isIndex(file) ? openShardIndex(file) : openTensorFile(file);
}

std::vector<fs::path> DiaFiles::sourceFiles() const {
    std::vector<fs::path> all = source->files();
    if (!configFile.empty()) {
        all.push_back(configFile);
    }
    return all;
}

DiaFiles openDia(const fs::path& path, const fs::path& configPath, std::optional<Generation> generation) {
    const fs::path file = weightsFile(path);
    DiaFiles files;
    files.source = openWeights(file);
    files.naming = recogniseDia(*files.source);
    files.configFile = configFileFor(file, configPath);
    files.config = configFor(files, file, generation);
    files.plan = planDiaWeights(files.config, files.naming);
    return files;
}

DacFiles openDac(const fs::path& path) {
    DacFiles files;
    files.source = openWeights(path);
    files.plan = planDac(*files.source);
    return files;
}

} // namespace parley::checkpoint
