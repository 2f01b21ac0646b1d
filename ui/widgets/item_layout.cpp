// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/item_layout.h"

namespace parley::ui {

ItemLayout::~ItemLayout() = default;

void ItemLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
    invalidate();
}

int ItemLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* ItemLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* ItemLayout::takeAt(int index) {
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem* const item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

} // namespace parley::ui
