// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"
#include "support/data_folder.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace parley::test {

/// A folder of tests/data: a small random model and what the public implementation computed with it.
class ReferenceCase {
public:
    explicit ReferenceCase(const std::string& name)
        : m_folder(dataFolder() / name), m_expected(checkpoint::openTensorFile(m_folder / "expected.safetensors")) {}

    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_folder / name; }

    /// An expected tensor as a flat list; T must be its type (float or std::int64_t).
    template <typename T>
    [[nodiscard]] std::vector<T> expected(const std::string& key) const {
        const checkpoint::TensorInfo& tensor = *m_expected->find(key);
        std::vector<T> values(tensor.byteCount / sizeof(T));
        m_expected->read(tensor, 0, std::as_writable_bytes(std::span(values)));
        return values;
    }

private:
    std::filesystem::path m_folder;
    std::unique_ptr<checkpoint::TensorSource> m_expected;
};

/// The largest difference; infinite if the lengths differ or anything is not a number.
inline float largestDifference(std::span<const float> a, std::span<const float> b) {
    if (a.size() != b.size()) {
        return std::numeric_limits<float>::infinity();
    }
    float largest = 0.0F;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const float difference = std::abs(a[i] - b[i]);
        largest = difference <= largest
                      ? largest
                      : (std::isnan(difference) ? std::numeric_limits<float>::infinity() : difference);
    }
    return largest;
}

} // namespace parley::test
