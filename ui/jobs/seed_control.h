// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;
class QDoubleSpinBox;
class QToolButton;

namespace parley::ui {

class ElidedLabel;

/// A seed: a field for a number, a switch that has one drawn for each take, and the one that was used last, which can
/// be kept.
class SeedControl : public QWidget {
    Q_OBJECT

public:
    explicit SeedControl(QWidget* parent = nullptr);

    /// −1: one is drawn.
    [[nodiscard]] qint64 seed() const;
    void setSeed(qint64 seed);
    void setUsedSeed(qint64 seed);
    [[nodiscard]] QWidget* field() const;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void buildUsedRow();
    void follow();
    void draw(bool draws);

    QDoubleSpinBox* m_field; ///< whole numbers; a QSpinBox ends at 2³¹
    QToolButton* m_draw;
    QBoxLayout* m_row; ///< both
    QWidget* m_usedRow;
    ElidedLabel* m_used;
    QToolButton* m_keep;
    qint64 m_usedSeed = -1;
};

} // namespace parley::ui
