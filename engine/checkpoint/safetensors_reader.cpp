// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/safetensors_reader.h"

#include "checkpoint/checked_math.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/tensor_table.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace parley::checkpoint {
namespace {

[[noreturn]] void throwCutOff(const FileReader& file, const std::string& promised) {
    throwCorrupt(file.path(),
                 "the file ends at " + std::to_string(file.size()) + " bytes, its header promises " + promised);
}

std::string readHeaderText(const FileReader& file) {
    if (file.size() < kSafetensorsLengthBytes) {
        throwCorrupt(file.path(), "the file is too short to have a header");
    }
    std::array<std::byte, kSafetensorsLengthBytes> bytes{};
    file.read(0, bytes);
    std::uint64_t length = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) { // Little-endian.
        length = (length << 8) | std::to_integer<std::uint64_t>(bytes[i]);
    }
    if (length > kMaxSafetensorsHeaderBytes) {
        throwCorrupt(file.path(), "the header claims to be " + std::to_string(length) + " bytes long; at most " +
                                      std::to_string(kMaxSafetensorsHeaderBytes) + " are allowed");
    }
    if (length > file.size() - kSafetensorsLengthBytes) {
        throwCutOff(file, std::to_string(kSafetensorsLengthBytes + length) + " and more");
    }
    std::string text(length, '\0');
    file.read(kSafetensorsLengthBytes, std::as_writable_bytes(std::span(text)));
    return text;
}

class SafetensorsSource final : public TensorSource {
public:
    SafetensorsSource(FileReader file, SafetensorsLayout layout)
        : m_file(std::move(file)), m_metadata(std::move(layout.header.metadata)) {
        std::vector<TensorTable<std::uint64_t>::Entry> entries;
        entries.reserve(layout.header.entries.size());
        for (SafetensorsEntry& entry : layout.header.entries) {
            entries.push_back({std::move(entry.info), layout.dataStart + entry.begin});
        }
        m_table = TensorTable<std::uint64_t>(std::move(entries), m_file.path());
    }

    [[nodiscard]] const std::vector<TensorInfo>& tensors() const noexcept override { return m_table.infos(); }
    [[nodiscard]] const std::filesystem::path& path() const noexcept override { return m_file.path(); }
    [[nodiscard]] const nlohmann::json& metadata() const noexcept override { return m_metadata; }

    void read(const TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        m_file.read(m_table.locate(tensor, offset, out.size()) + offset, out);
    }

private:
    FileReader m_file;
    TensorTable<std::uint64_t> m_table; // The place is the first byte in the file.
    nlohmann::json m_metadata;
};

} // namespace

SafetensorsLayout readSafetensorsLayout(const FileReader& file) {
    const std::string text = readHeaderText(file);
    SafetensorsHeader header = parseSafetensorsHeader(text, file.path());
    const std::uint64_t dataStart = kSafetensorsLengthBytes + text.size();
    const auto promised = checkedAdd(dataStart, header.dataBytes);
    if (!promised) {
        throwCorrupt(file.path(), "the header promises more bytes than any file can have");
    }
    if (file.size() < *promised) {
        throwCutOff(file, std::to_string(*promised));
    }
    if (file.size() > *promised) {
        throwCorrupt(file.path(),
                     "the file goes on after the " + std::to_string(*promised) + " bytes that its header describes");
    }
    return {std::move(header), dataStart};
}

std::unique_ptr<TensorSource> openSafetensors(FileReader file) {
    SafetensorsLayout layout = readSafetensorsLayout(file);
    return std::make_unique<SafetensorsSource>(std::move(file), std::move(layout));
}

} // namespace parley::checkpoint
