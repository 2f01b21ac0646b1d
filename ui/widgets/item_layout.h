// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace parley::ui {

/// A layout's items in their order, for layouts whose height follows their width. Where items go is up to subclasses.
class ItemLayout : public QLayout {
public:
    explicit ItemLayout(QWidget* owner = nullptr) : QLayout(owner) {}
    ~ItemLayout() override;
    ItemLayout(const ItemLayout&) = delete;
    ItemLayout& operator=(const ItemLayout&) = delete;
    ItemLayout(ItemLayout&&) = delete;
    ItemLayout& operator=(ItemLayout&&) = delete;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    [[nodiscard]] QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

protected:
    [[nodiscard]] const std::vector<std::unique_ptr<QLayoutItem>>& items() const noexcept { return m_items; }

private:
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace parley::ui
