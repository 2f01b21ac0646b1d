// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace parley::ui {

/// Plain text in as many lines as its height holds, one at least; what there is no room for gives way. The whole of it
/// is its tool tip.
class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

    void setText(const QString& text);
    /// True if all of it can be read as the label is now.
    [[nodiscard]] bool isWhole() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shownText() const;
};

} // namespace parley::ui
