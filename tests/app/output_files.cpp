// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "output_files.h"

#include "checkpoint/safetensors_writer.h"
#include "parley/audio.h"

#include <QtGlobal>
#include <type_traits>

namespace parley::test {

using checkpoint::DType;

std::vector<float> samplesOf(const std::filesystem::path& path) {
    auto clip = readAudio(path);
    return clip ? std::move(clip).value().samples : std::vector<float>();
}

void putSound(const Folder& folder, const char* name, std::size_t samples, float value) {
    const auto written = writeAudio(folder.path(name), {std::vector<float>(samples, value)});
    if (!written) {
        qFatal("%s", written.error().message().c_str());
    }
}

template <typename T>
std::vector<T> tensorOf(const std::filesystem::path& path, const std::string& name) {
    constexpr DType kDType = std::is_same_v<T, float> ? DType::Float32 : DType::Int64;
    const auto source = checkpoint::openTensorFile(path);
    const checkpoint::TensorInfo* tensor = source->find(name);
    if (tensor == nullptr || tensor->dtype != kDType) {
        return {};
    }
    std::vector<T> values(tensor->byteCount / sizeof(T));
    source->read(*tensor, 0, std::as_writable_bytes(std::span(values)));
    return values;
}

template std::vector<float> tensorOf<float>(const std::filesystem::path&, const std::string&);
template std::vector<std::int64_t> tensorOf<std::int64_t>(const std::filesystem::path&, const std::string&);

void writeMatrix(const std::filesystem::path& path, const std::string& name, std::span<const std::int64_t> values,
                 std::int64_t channels) {
    const auto rows = static_cast<std::int64_t>(values.size()) / channels;
    const std::vector<checkpoint::TensorView> views = {{name, DType::Int64, {rows, channels}, std::as_bytes(values)}};
    checkpoint::writeSafetensors(path, views);
}

} // namespace parley::test
