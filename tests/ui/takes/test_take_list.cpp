// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes_room.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace parley::ui;

class TestTakeList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyListSaysWhatToDo() {
        TakesRoom room;
        room.show();
        const auto* label = room.panel.findChild<QLabel*>(QStringLiteral("takesEmpty"));
        QVERIFY(label->isVisible());
        room.add(QStringLiteral("[S1] Hello."));
        QVERIFY(!label->isVisible());
        QVERIFY(room.list->isVisible());
    }

    void newestFirstByScript() {
        TakesRoom room;
        const TakeId first = room.add(QStringLiteral("[S1] One."));
        const TakeId second = room.add(QStringLiteral("[S1] Two."));
        QCOMPARE(room.idAt(0, 0), second);
        QCOMPARE(room.idAt(1, 0), first);

        const TakeId third = room.add(QStringLiteral("  [S1] One.\n")); // the same script but for white space
        QCOMPARE(room.list->model()->rowCount(), 2);
        QCOMPARE(room.script(0).data().toString(), QStringLiteral("One."));
        QCOMPARE(room.idAt(0, 0), third);
        QCOMPARE(room.idAt(0, 1), first);
        QCOMPARE(room.idAt(1, 0), second);
        QCOMPARE(room.take(0, 0).data().toString(), QStringLiteral("Take 2"));

        TakesPanel again(room.library); // a list that finds them there is in the same order
        const auto* list = again.findChild<QTreeView*>(QStringLiteral("takesList"));
        const QModelIndex script = list->model()->index(0, 0);
        QCOMPARE(list->model()->index(0, 0, script).data(TakeModel::IdRole).value<TakeId>(), third);
        QCOMPARE(list->model()->index(1, 0, script).data().toString(), QStringLiteral("Take 1"));
    }

    void growsWhileMade() {
        TakesRoom room;
        room.show();
        const Recipe recipe = TakesRoom::recipe(QStringLiteral("[S1] Growing."));
        const TakeId id = room.library.begin(recipe);
        QVERIFY(room.take(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Being made")));
        const QRect row = room.list->visualRect(room.take(0, 0));
        QVERIFY(row.isValid());
        const QImage before = room.list->viewport()->grab(row).toImage();
        room.library.append(id, TakesRoom::tone(2.0));
        // The outline comes some frames after the number of seconds; most of its bars are where there was nothing.
        const auto differs = [&] {
            const QImage after = room.list->viewport()->grab(row).toImage();
            int different = 0;
            for (int x = 0; x < after.width(); ++x) {
                const int y = after.height() / 2 - 8; // above the line of silence
                different += after.pixel(x, y) != before.pixel(x, y) ? 1 : 0;
            }
            return different > 20;
        };
        QTRY_VERIFY(differs());
        QCOMPARE(room.take(0, 0).data(TakeModel::TakeRole).value<Take>().seconds, 2.0);

        room.library.finish(id, TakeState::Failed, recipe, 5, QStringLiteral("The device is gone."));
        const QString text = room.take(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(text.contains(QStringLiteral("The device is gone.")));
    }

    void findsInScriptsNamesAndNotes() {
        TakesRoom room;
        room.show();
        const TakeId fox = room.add(QStringLiteral("[S1] The quick brown fox."));
        const TakeId dog = room.add(QStringLiteral("[S1] The lazy dog."));
        room.library.setName(dog, QStringLiteral("For the trailer"));
        room.library.setNote(fox, QStringLiteral("breath at the end"));
        auto* words = room.panel.findChild<QLineEdit*>(QStringLiteral("takesFilter"));
        const auto found = [&](const QString& text) {
            words->clear();
            QTest::keyClicks(words, text);
            return room.list->model()->rowCount() == 1 ? room.idAt(0, 0) : TakeId{room.list->model()->rowCount()};
        };
        QCOMPARE(found(QStringLiteral("FOX quick")), fox);
        QCOMPARE(found(QStringLiteral("trailer")), dog);
        QCOMPARE(found(QStringLiteral("breath")), fox);
        QCOMPARE(found(QStringLiteral("the")), TakeId{2});
        QCOMPARE(found(QStringLiteral("fox dog")), TakeId{0});
        QVERIFY(!room.list->isVisible());
        auto* all = room.panel.findChild<QPushButton*>(QStringLiteral("takesShowAll"));
        QVERIFY(all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(room.list->model()->rowCount(), 2);

        room.library.setStarred(fox, true);
        QTest::mouseClick(room.panel.findChild<QToolButton*>(QStringLiteral("takesStarredOnly")), Qt::LeftButton);
        QCOMPARE(room.list->model()->rowCount(), 1);
        QCOMPARE(room.idAt(0, 0), fox);
        room.library.setStarred(fox, false);
        QCOMPARE(room.list->model()->rowCount(), 0);
    }

    void foldedScriptsStayFolded() {
        TakesRoom room;
        room.show();
        room.add(QStringLiteral("[S1] One."));
        room.add(QStringLiteral("[S1] Two."));
        QVERIFY(room.list->isExpanded(room.script(0)));
        QTest::mouseClick(room.list->viewport(), Qt::LeftButton, {}, room.list->visualRect(room.script(0)).center());
        QVERIFY(!room.list->isExpanded(room.script(0)));
        auto* words = room.panel.findChild<QLineEdit*>(QStringLiteral("takesFilter"));
        QTest::keyClicks(words, QStringLiteral("Two"));
        QVERIFY(room.list->isExpanded(room.script(0))); // what was looked for is seen
        words->clear();
        QVERIFY(!room.list->isExpanded(room.script(0)));
        QVERIFY(room.list->isExpanded(room.script(1)));
        room.list->setFocus();
        room.list->setCurrentIndex(room.script(0));
        room.key(Qt::Key_Return);
        QVERIFY(room.list->isExpanded(room.script(0)));
    }
};

QTEST_MAIN(TestTakeList)
#include "test_take_list.moc"
