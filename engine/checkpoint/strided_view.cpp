// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/strided_view.h"

#include <algorithm>

namespace parley::checkpoint {
namespace {

/// Walks a view in row-major order.
class Walker {
public:
    /// Begins at the element of that row-major number, which must exist.
    Walker(const StridedView& view, std::uint64_t number) : m_view(view), m_position(view.shape.size()) {
        for (std::size_t i = view.shape.size(); i-- > 0;) {
            const auto size = static_cast<std::uint64_t>(view.shape[i]);
            m_position[i] = number % size;
            number /= size;
        }
        m_element = view.offset;
        for (std::size_t i = 0; i < m_position.size(); ++i) {
            m_element += m_position[i] * static_cast<std::uint64_t>(view.strides[i]);
        }
    }

    /// The element's number in the block.
    [[nodiscard]] std::uint64_t element() const noexcept { return m_element; }

    void advance() noexcept {
        for (std::size_t i = m_position.size(); i-- > 0;) {
            const auto stride = static_cast<std::uint64_t>(m_view.strides[i]);
            m_element += stride;
            if (++m_position[i] < static_cast<std::uint64_t>(m_view.shape[i])) {
                return;
            }
            m_element -= m_position[i] * stride;
            m_position[i] = 0;
        }
    }

private:
    const StridedView& m_view;
    std::vector<std::uint64_t> m_position;
    std::uint64_t m_element = 0;
};

} // namespace

bool StridedView::isRowMajor() const noexcept {
    if (std::find(shape.begin(), shape.end(), 0) != shape.end()) {
        return true;
    }
    std::int64_t expected = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        if (shape[i] != 1 && strides[i] != expected) {
            return false;
        }
        expected *= shape[i];
    }
    return true;
}

void readStrided(const StridedView& view, std::uint64_t first, std::span<std::byte> out,
                 const std::function<void(std::uint64_t, std::span<std::byte>)>& readBlock) {
    if (out.empty()) {
        return;
    }
    if (view.isRowMajor()) {
        readBlock(view.offset * view.elementBytes + first, out);
        return;
    }
    const std::uint64_t firstNumber = first / view.elementBytes;
    const std::uint64_t count = (first + out.size() - 1) / view.elementBytes - firstNumber + 1;
    std::uint64_t low = ~std::uint64_t{0};
    std::uint64_t high = 0;
    Walker scout(view, firstNumber);
    for (std::uint64_t i = 0; i < count; ++i, scout.advance()) {
        low = std::min(low, scout.element());
        high = std::max(high, scout.element());
    }
    std::vector<std::byte> block((high - low + 1) * view.elementBytes);
    readBlock(low * view.elementBytes, block);

    Walker walker(view, firstNumber);
    std::size_t skip = first % view.elementBytes; // A read may begin and end within an element.
    while (!out.empty()) {
        const std::size_t size = std::min(view.elementBytes - skip, out.size());
        const auto source = std::span(block).subspan((walker.element() - low) * view.elementBytes + skip, size);
        std::copy(source.begin(), source.end(), out.begin());
        out = out.subspan(size);
        skip = 0;
        walker.advance();
    }
}

} // namespace parley::checkpoint
