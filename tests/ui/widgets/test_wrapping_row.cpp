// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/wrapping_row.h"

#include <QPushButton>
#include <QTest>
#include <array>
#include <memory>

using parley::ui::WrappingRow;

/// Buttons at the end of their row, in as many rows as they need.
class TestWrappingRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_owner = std::make_unique<QWidget>();
        m_row = new WrappingRow;
        m_owner->setLayout(m_row);
        m_row->setContentsMargins(0, 0, 0, 0);
        for (int i = 0; i < 3; ++i) {
            auto* const button = new QPushButton(QString(8, QLatin1Char('x')), m_owner.get());
            button->show();
            m_row->addWidget(button);
            m_buttons[static_cast<std::size_t>(i)] = button;
        }
    }

    void staysInOneRowWhereItFits() {
        place(m_row->sizeHint().width() + 50);
        QCOMPARE(m_buttons[0]->y(), m_buttons[2]->y());
        QVERIFY(m_buttons[0]->x() >= 50 && m_buttons[0]->geometry().right() < m_buttons[1]->x());
        QCOMPARE(m_buttons[2]->geometry().right() + 1, m_owner->width());
    }

    void wrapsWhereItDoesNot() {
        const int two = m_row->sizeHint().width() - 1;
        QVERIFY(m_row->heightForWidth(two) > 2 * m_buttons[0]->sizeHint().height());
        place(two);
        QCOMPARE(m_buttons[0]->y(), m_buttons[1]->y());
        QVERIFY(m_buttons[2]->y() > m_buttons[1]->geometry().bottom());
        QCOMPARE(m_buttons[2]->geometry().right() + 1, m_owner->width());
    }

    void leavesNoPlaceForHiddenOnes() {
        const int whole = m_row->sizeHint().width();
        m_buttons[1]->hide();
        m_row->invalidate();
        QVERIFY(m_row->sizeHint().width() < whole - m_buttons[1]->sizeHint().width());
        QCOMPARE(m_row->heightForWidth(whole), m_buttons[0]->sizeHint().height());
    }

    void keepsItsMargins() {
        const QSize bare = m_row->sizeHint();
        m_row->setContentsMargins(3, 4, 5, 6);
        QCOMPARE(m_row->sizeHint(), bare + QSize(8, 10));
        QCOMPARE(m_row->heightForWidth(bare.width() + 8), bare.height() + 10);
        place(bare.width() + 8);
        QCOMPARE(m_buttons[0]->pos(), QPoint(3, 4));
    }

    void runsFromTheRightInSuchLanguages() {
        m_owner->setLayoutDirection(Qt::RightToLeft);
        place(m_row->sizeHint().width() + 50);
        QCOMPARE(m_buttons[2]->x(), 0);
        QVERIFY(m_buttons[0]->x() > m_buttons[1]->x());
    }

    void isNoWiderThanItsWidestAtLeast() {
        QCOMPARE(m_row->minimumSize().width(), m_buttons[0]->minimumSizeHint().width());
        m_row->setGeometry(QRect(0, 0, 10, 200)); // and no button leaves the place
        QVERIFY(m_buttons[0]->width() <= 10);
    }

private:
    void place(int width) {
        m_owner->resize(width, m_row->heightForWidth(width));
        m_row->setGeometry(m_owner->rect());
    }

    std::unique_ptr<QWidget> m_owner;
    WrappingRow* m_row = nullptr;
    std::array<QPushButton*, 3> m_buttons{};
};

QTEST_MAIN(TestWrappingRow)
#include "test_wrapping_row.moc"
