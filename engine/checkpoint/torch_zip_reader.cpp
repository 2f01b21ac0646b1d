// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/torch_zip_reader.h"

#include "checkpoint/checked_math.h"
#include "checkpoint/pickle_reader.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/strided_view.h"
#include "checkpoint/tensor_table.h"
#include "checkpoint/torch_state_dict.h"
#include "checkpoint/zip_archive.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace parley::checkpoint {
namespace {

constexpr std::string_view kPickleName = "/data.pkl";

struct Place {
    const ZipMember* member = nullptr;
    StridedView view;
};
using Table = TensorTable<Place>;

/// The folder inside the archive that everything lies in: torch names it after the file.
std::string findPrefix(const ZipArchive& archive) {
    const std::string* found = nullptr;
    for (const auto& [name, member] : archive.members()) {
        if (name.size() > kPickleName.size() && name.ends_with(kPickleName)) {
            if (found != nullptr) {
                throwUnsupported(archive.path(), phrase("this zip file holds more than one checkpoint"));
            }
            found = &name;
        }
    }
    if (found == nullptr) {
        throwUnsupported(archive.path(), phrase("this is a zip file, but not a torch checkpoint: it has no data.pkl"));
    }
    return found->substr(0, found->size() - kPickleName.size());
}

void requireLittleEndian(const ZipArchive& archive, const std::string& prefix) {
    const ZipMember* member = archive.find(prefix + "/byteorder"); // Files from before torch 2.1 have none.
    if (member != nullptr && archive.readAll(*member, 16) != "little") {
        throwUnsupported(archive.path(), "the file was written on a big-endian machine");
    }
}

const ZipMember& findStorage(const ZipArchive& archive, const std::string& prefix, const std::string& tensor,
                             const PickleStorage& storage) {
    const ZipMember* member = archive.find(prefix + "/data/" + storage.key);
    if (member == nullptr) {
        throwCorrupt(archive.path(), "the numbers of the tensor " + inQuotes(tensor) + " are not in the file");
    }
    if (!member->stored) {
        throwUnsupported(archive.path(), "the numbers of the tensor " + inQuotes(tensor) +
                                             " are compressed, as torch never writes them");
    }
    if (checkedMultiply(storage.elementCount, byteSize(storage.dtype)) != member->bytes) {
        throwCorrupt(archive.path(), "the numbers of the tensor " + inQuotes(tensor) + " have " +
                                         std::to_string(member->bytes) + " bytes, not the number that was promised");
    }
    return *member;
}

Table makeTable(const ZipArchive& archive, const std::string& prefix, const PickleTree& tree) {
    std::vector<Table::Entry> entries;
    for (const auto& [name, tensor] : findStateDict(tree, archive.path())) {
        // Rebuilding the tensor has made sure that it lies within its storage, and so that this can't overflow.
        const std::uint64_t bytes = arrayBytes(tensor->shape, byteSize(tensor->dtype)).value_or(0);
        const ZipMember& member = findStorage(archive, prefix, name, tensor->storage);
        entries.push_back({TensorInfo{name, tensor->dtype, tensor->shape, bytes},
                           Place{&member, {byteSize(tensor->dtype), tensor->offset, tensor->shape, tensor->strides}}});
    }
    return {std::move(entries), archive.path()};
}

class TorchZipSource final : public TensorSource {
public:
    explicit TorchZipSource(const std::filesystem::path& path) : m_archive(path) {
        const std::string prefix = findPrefix(m_archive);
        requireLittleEndian(m_archive, prefix);
        const ZipMember* pickle = m_archive.find(prefix + std::string(kPickleName));
        const PickleTree tree = readPickle(m_archive.readAll(*pickle, kMaxPickleBytes), path);
        m_table = makeTable(m_archive, prefix, tree);
        m_metadata = collectMetadata(tree);
    }

    const std::vector<TensorInfo>& tensors() const noexcept override { return m_table.infos(); }
    const std::filesystem::path& path() const noexcept override { return m_archive.path(); }
    const nlohmann::json& metadata() const noexcept override { return m_metadata; }

    void read(const TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        const Place& place = m_table.locate(tensor, offset, out.size());
        readStrided(place.view, offset, out, [&](std::uint64_t first, std::span<std::byte> bytes) {
            m_archive.read(*place.member, first, bytes);
        });
    }

private:
    ZipArchive m_archive;
    Table m_table;
    nlohmann::json m_metadata;
};

} // namespace

std::unique_ptr<TensorSource> openTorchZip(const std::filesystem::path& path) {
    return std::make_unique<TorchZipSource>(path);
}

} // namespace parley::checkpoint
