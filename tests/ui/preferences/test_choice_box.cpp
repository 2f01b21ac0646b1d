// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/choice_box.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using parley::ui::ChoiceBox;

namespace {

bool canBeChosen(const ChoiceBox& box, int row) {
    return box.model()->flags(box.model()->index(row, 0)).testFlag(Qt::ItemIsEnabled);
}

} // namespace

class TestChoiceBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEntriesByTheirKeys() {
        ChoiceBox box(QStringLiteral("box"));
        box.setChoices({{"a", "Apple"}, {"b", "Pear"}});
        box.setKey(QStringLiteral("b"));
        QCOMPARE(box.currentText(), QStringLiteral("Pear"));
        QTest::keyClick(&box, Qt::Key_Up);
        QCOMPARE(box.key(), QStringLiteral("a"));
    }

    void keepsAKeyThatIsNoChoice() {
        ChoiceBox box(QStringLiteral("box"));
        box.setChoices({{"a", "Apple"}});
        box.setKey(QStringLiteral("gone"));
        QCOMPARE(box.key(), QStringLiteral("gone"));
        QVERIFY(box.currentText().contains(QStringLiteral("gone")));
        box.setKey(QStringLiteral("a"));
        QCOMPARE(box.count(), 1);
    }

    void keepsWhatIsChosenWhenTheChoicesChange() {
        ChoiceBox box(QStringLiteral("box"));
        box.setChoices({{"a", "Apple"}, {"b", "Pear"}});
        box.setKey(QStringLiteral("b"));
        QSignalSpy changed(&box, &QComboBox::currentIndexChanged);
        box.setChoices({{"b", "Pear"}, {"c", "Plum"}});
        QCOMPARE(box.key(), QStringLiteral("b"));
        box.setChoices({{"c", "Plum"}});
        QCOMPARE(box.key(), QStringLiteral("b"));
        QCOMPARE(changed.size(), 0);
    }

    void passesOverWhatCantBeChosen() {
        ChoiceBox box(QStringLiteral("box"));
        box.setChoices({{"a", "Apple"}, {"b", "Pear", false}, {"c", "Plum"}});
        box.setKey(QStringLiteral("a"));
        QVERIFY(canBeChosen(box, 0));
        QVERIFY(!canBeChosen(box, 1));
        QTest::keyClick(&box, Qt::Key_Down);
        QCOMPARE(box.key(), QStringLiteral("c"));
    }

    void theWheelPassesByUnlessThePersonIsHere() {
        ChoiceBox box(QStringLiteral("box"));
        box.setChoices({{"a", "Apple"}, {"b", "Pear"}});
        box.setKey(QStringLiteral("a"));
        QWheelEvent wheel({5, 5}, {5, 5}, {0, -120}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&box, &wheel);
        QCOMPARE(box.key(), QStringLiteral("a"));
    }
};

QTEST_MAIN(TestChoiceBox)
#include "test_choice_box.moc"
