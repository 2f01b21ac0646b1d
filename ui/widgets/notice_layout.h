// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

class QLabel;

namespace parley::ui {

/// A picture, text that wraps, buttons, and one button in the corner. The buttons stand beside the text where that
/// leaves it most of the width, and below it otherwise, in as many rows as they need.
class NoticeLayout final : public QLayout {
public:
    NoticeLayout(QWidget* owner, QWidget* picture, QLabel* text, QWidget* corner);
    ~NoticeLayout() override;
    NoticeLayout(const NoticeLayout&) = delete;
    NoticeLayout& operator=(const NoticeLayout&) = delete;
    NoticeLayout(NoticeLayout&&) = delete;
    NoticeLayout& operator=(NoticeLayout&&) = delete;

    void removeButtons();

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    [[nodiscard]] QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& place) override;

private:
    struct Places;

    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int buttonsWidth() const;
    [[nodiscard]] Places placesIn(int width) const;

    QLabel* m_text;
    std::vector<std::unique_ptr<QLayoutItem>> m_items; ///< picture, text, corner, and the buttons
};

} // namespace parley::ui
