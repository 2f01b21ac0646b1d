// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/smaller_copy.h"

#include "backend/free_memory.h"
#include "backend/parallel.h"
#include "checkpoint/file_reader.h"
#include "checkpoint/quantized_source.h"
#include "files/atomic_file.h"
#include "model/memory_size.h"
#include "runtime/copy_writer.h"
#include "runtime/edge.h"
#include "runtime/model_loader.h"
#include "runtime/step_comparison.h"

#include <c10/core/InferenceMode.h>

#include <string_view>
#include <system_error>

namespace parley {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSteps = 64;
constexpr std::string_view kText = "\1 This is how a copy is held against its original. \2 (laughs)";

void requireFormat(const std::string& format) {
    if (format != "int8" && format != "int4") {
        throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--dtype", format),
                          phrase("is not a format of smaller copies"), phrase("use int8 or int4"));
    }
}

void requireNew(const SmallerCopyOptions& options) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(options.folder, ignored))) {
        throw EngineError(ErrorCode::FileUnwritable, options.folder, phrase("is there already"),
                          phrase("give another folder"));
    }
}

/// A copy of a copy would be measured against what was rounded already.
checkpoint::DiaFiles openOriginal(const ModelOptions& model) {
    checkpoint::DiaFiles files = runtime::openDiaFiles(model);
    if (!checkpoint::quantizedFormat(*files.source).empty()) {
        throw EngineError(ErrorCode::OptionInvalid, files.source->path(), phrase("is a smaller copy itself"),
                          phrase("make one of its original"));
    }
    return files;
}

std::uint64_t bytesOf(const std::vector<fs::path>& files) {
    std::uint64_t bytes = 0;
    for (const fs::path& file : files) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file, error);
        bytes += error ? 0 : size;
    }
    return bytes;
}

/// Asked before the work, which takes minutes.
void requireRoom(const fs::path& folder, std::uint64_t bytes) {
    std::error_code unknown;
    const fs::space_info space = fs::space(folder, unknown);
    if (const auto error = runtime::roomError(folder, bytes, space.available); error && !unknown) {
        throw EngineError(*error);
    }
}

/// A folder that goes again unless it is kept.
class NewFolder {
public:
    explicit NewFolder(fs::path path) : m_path(std::move(path)) {
        std::error_code error;
        fs::create_directories(m_path, error);
        if (error) {
            throw EngineError(ErrorCode::FileUnwritable, m_path, phrase("can't be made"), {}, error.message());
        }
    }
    ~NewFolder() {
        std::error_code ignored;
        if (!m_isKept) {
            fs::remove_all(m_path, ignored);
        }
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    void keep() noexcept { m_isKept = true; }

private:
    fs::path m_path;
    bool m_isKept = false;
};

void copyConfig(const fs::path& from, const fs::path& to) {
    const checkpoint::FileReader source(from); // small, or it would not have been read
    std::vector<std::byte> bytes(source.size());
    source.read(0, bytes);
    files::AtomicFile target(to, ErrorCode::FileUnwritable);
    target.write(bytes);
    target.commit();
}

/// Logits of a model on the CPU; tokens: those to step over, or its own where there are none.
runtime::Stepped measured(const ModelOptions& model, const std::string& dtype, std::span<const std::int64_t> tokens,
                          const std::stop_token& stop) {
    const checkpoint::DiaFiles files = runtime::openDiaFiles(model);
    const model::DiaModel dia(files, backend::chooseTarget("cpu", dtype), stop, {});
    const std::vector<std::uint8_t> text(kText.begin(), kText.end());
    return runtime::stepThrough(dia, text, kSteps, tokens, stop);
}

/// The widest format whose weights fit into memory beside what they are compared with.
const char* widestThatFits(const checkpoint::DiaFiles& files) {
    const std::uint64_t free = backend::freeMainMemoryBytes();
    const backend::BackendProfile exact = backend::profileOf(DeviceKind::Cpu, backend::NumberFormat::Float32);
    return free != 0 && model::weightBytes(files.plan, exact) + (free / 10) > free ? "bfloat16" : "float32";
}

void compare(const SmallerCopyOptions& options, const std::string& exact, std::int64_t channels, SmallerCopy& copy,
             const std::stop_token& stop) {
    const runtime::Stepped original = measured(options.model, exact, {}, stop);
    ModelOptions other = options.model;
    other.model = options.folder;
    other.config.clear();
    other.demo = false;
    const runtime::Stepped smaller = measured(other, options.format, original.tokens, stop);
    copy.steps = static_cast<int>(kSteps);
    copy.comparedWith = exact;
    copy.rmsError = runtime::difference(original.logits, smaller.logits).rms;
    copy.otherChoices = runtime::otherChoices(original.logits, smaller.logits, kSteps, channels);
}

SmallerCopy make(const SmallerCopyOptions& options, const OnCopied& onProgress, const std::stop_token& stop) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    requireFormat(options.format);
    requireNew(options);
    const checkpoint::DiaFiles files = openOriginal(options.model);
    if (files.configFile.empty()) {
        throw EngineError(ErrorCode::OptionInvalid, files.source->path(), phrase("has no config.json beside it"),
                          phrase("give it with %1", "--config"));
    }
    SmallerCopy copy{.folder = options.folder, .bytesBefore = bytesOf(files.source->files())};
    NewFolder folder(options.folder);
    requireRoom(options.folder, runtime::quantizedBytes(files.config, options.format));
    copyConfig(files.configFile, options.folder / "config.json");
    const fs::path weights = options.folder / "model.safetensors";
    runtime::writeQuantized(files, options.format, weights, onProgress, stop);
    copy.bytes = bytesOf({weights});
    compare(options, widestThatFits(files), files.config.decoder.channels, copy, stop);
    folder.keep();
    return copy;
}

CopyForecast forecast(const ModelOptions& model, const std::string& format) {
    requireFormat(format);
    const checkpoint::DiaFiles files = openOriginal(model);
    const auto weights = [&](backend::NumberFormat held) {
        return model::weightBytes(files.plan, backend::profileOf(DeviceKind::Cpu, held));
    };
    return {.bytesBefore = bytesOf(files.source->files()),
            .bytes = runtime::quantizedBytes(files.config, format),
            .memory = weights(format == "int8" ? backend::NumberFormat::Int8 : backend::NumberFormat::Int4),
            .memoryIn16 = weights(backend::NumberFormat::Bfloat16)};
}

} // namespace

Result<CopyForecast> forecastCopy(const ModelOptions& model, const std::string& format) {
    return runtime::atEdge([&] { return forecast(model, format); });
}

Result<SmallerCopy> makeSmallerCopy(const SmallerCopyOptions& options, const OnCopied& onProgress,
                                    const std::stop_token& stop) {
    return runtime::atEdge([&] { return make(options, onProgress, stop); });
}

} // namespace parley
