// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/packed_file.h"
#include "parley/error.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace parley::runtime {

/// The place of one packed file in the folder that keeps them: of what these sources give in one format. The file's
/// name comes from the sources' paths, so one that was made from an earlier state of them is replaced.
/// Beside the file lies a stamp, the identity of the file when its contents were found whole; it spares reading all of
/// it at each start.
class PackedCache {
public:
    /// No cache.
    PackedCache() = default;
    /// content: what is made, e.g. "int8". No cache if there is no folder or there are no sources.
    PackedCache(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& sources,
                const std::string& content);

    [[nodiscard]] bool isUsed() const noexcept { return !m_path.empty(); }

    /// The file, in memory, if it was made from the sources as they are now and is whole; else nullptr. `onTrouble`
    /// hears of a file that should have been usable and is not; `onRead` of the share of it that was read since the
    /// last call, from any compute thread. Throws EngineError (Cancelled).
    using OnTrouble = std::function<void(const Error&)>;
    using OnRead = std::function<void(double)>;
    [[nodiscard]] std::shared_ptr<const checkpoint::PackedFile>
    open(const std::stop_token& stop, const OnTrouble& onTrouble, const OnRead& onRead) const;

    /// Makes the file anew, and removes those that were not used for longest if there are many, and what a program left
    /// that was killed while it wrote this one. Does nothing if the sources have changed since.
    /// Throws EngineError: FileUnwritable, DiskFull (also where little would be left for others), Cancelled.
    void write(std::span<const checkpoint::TensorView> tensors, const std::stop_token& stop) const;

private:
    void requireWhole(const checkpoint::PackedFile& file, const std::stop_token& stop) const;
    void bringIn(const checkpoint::PackedFile& file, const std::stop_token& stop, const OnRead& onRead) const;
    void requireSpace(std::span<const checkpoint::TensorView> tensors) const;
    [[nodiscard]] std::filesystem::path stampPath() const;
    [[nodiscard]] bool hasStamp(const files::FileIdentity& identity) const;
    void stamp(const files::FileIdentity& identity) const;
    void removeOldest() const;
    void removeLeftParts() const;

    std::filesystem::path m_path;
    std::vector<std::filesystem::path> m_sources;
    std::string m_content;
    std::string m_key;
};

} // namespace parley::runtime
