// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes_room.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace parley::ui;

class TestTakeActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Recipe>("parley::ui::Recipe"); }

    void playsByKeyAndClick() {
        TakesRoom room;
        room.show();
        const TakeId id = room.add(QStringLiteral("[S1] Hello."), 2.0);
        QSignalSpy play(&room.panel, &TakesPanel::playRequested);
        QSignalSpy pause(&room.panel, &TakesPanel::pauseRequested);
        QSignalSpy seek(&room.panel, &TakesPanel::seekRequested);
        QSignalSpy current(&room.panel, &TakesPanel::currentTakeChanged);
        room.panel.setCurrentTake(id);
        QCOMPARE(current.size(), 1);
        QCOMPARE(room.panel.currentTake(), id);
        room.key(Qt::Key_Space);
        QCOMPARE(play.size(), 1);
        QCOMPARE(play.first().first().value<TakeId>(), id);
        room.panel.setPlaying(id, true);
        room.key(Qt::Key_Return);
        QCOMPARE(pause.size(), 1);
        QCOMPARE(play.size(), 1);

        room.panel.setPosition(id, 0.5);
        room.key(Qt::Key_Right);
        QCOMPARE(seek.takeFirst().at(1).toDouble(), 1.5);
        room.key(Qt::Key_Left);
        QCOMPARE(seek.takeFirst().at(1).toDouble(), 0.0);

        const QRect row = room.list->visualRect(room.take(0, 0));
        room.panel.setPlaying(id, false);
        QTest::mouseClick(room.list->viewport(), Qt::LeftButton, {}, QPoint(22, row.center().y()));
        QCOMPARE(play.size(), 2);
        QTest::mouseClick(room.list->viewport(), Qt::LeftButton, {}, QPoint(row.width() * 3 / 5, row.center().y()));
        QCOMPARE(seek.size(), 1);
        const double seconds = seek.first().at(1).toDouble();
        QVERIFY2(seconds > 0.2 && seconds < 1.8, qPrintable(QString::number(seconds)));
    }

    void starsNamesAndNotes() {
        TakesRoom room;
        room.show();
        const TakeId id = room.add(QStringLiteral("[S1] Hello."));
        room.panel.setCurrentTake(id);
        room.key(Qt::Key_S);
        QVERIFY(room.library.take(id)->starred);
        room.key(Qt::Key_S);
        QVERIFY(!room.library.take(id)->starred);

        room.key(Qt::Key_F2);
        auto* name = room.list->findChild<QLineEdit*>(QStringLiteral("takeNameEdit"));
        QVERIFY(name != nullptr);
        QTest::keyClicks(name, QStringLiteral("Sunny s")); // letters are text there, not commands
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(room.library.take(id)->name, QStringLiteral("Sunny s"));
        QVERIFY(!room.library.take(id)->starred);
        QTRY_VERIFY(room.list->findChild<QLineEdit*>(QStringLiteral("takeNameEdit")) == nullptr);

        room.key(Qt::Key_N);
        auto* note = room.list->findChild<QLineEdit*>(QStringLiteral("takeNoteEdit"));
        QVERIFY(note != nullptr);
        QTest::keyClicks(note, QStringLiteral("use this"));
        QTest::keyClick(note, Qt::Key_Escape);
        QCOMPARE(room.library.take(id)->note, QString());
        room.key(Qt::Key_N);
        const auto open = room.list->findChildren<QLineEdit*>(QStringLiteral("takeNoteEdit"));
        QTest::keyClicks(open.last(), QStringLiteral("use this"));
        QTest::keyClick(open.last(), Qt::Key_Return);
        QTRY_COMPARE(room.library.take(id)->note, QStringLiteral("use this"));
    }

    void deletesAndBringsBack() {
        TakesRoom room;
        room.show();
        const TakeId first = room.add(QStringLiteral("[S1] Hello."));
        const TakeId second = room.add(QStringLiteral("[S1] Hello."));
        room.panel.setCurrentTake(first);
        room.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(room.panel.selectedTakes(), QList<TakeId>({second, first}));
        room.key(Qt::Key_Delete);
        QCOMPARE(room.library.takes().size(), 0);
        auto* notice = room.panel.findChild<NoticeBar*>(QStringLiteral("takesNotice"));
        QVERIFY(notice->isVisible());
        QTest::mouseClick(notice->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(room.library.takes().size(), 2);
        QCOMPARE(room.idAt(0, 0), second);
        QCOMPARE(room.take(0, 0).data().toString(), QStringLiteral("Take 2"));

        room.list->setFocus();
        room.panel.setCurrentTake(first);
        room.key(Qt::Key_Delete);
        QCOMPARE(room.library.takes().size(), 1);
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(room.library.takes().size(), 2);
    }

    void leavesATakeThatIsBeingMade() {
        TakesRoom room;
        room.show();
        const TakeId id = room.library.begin(TakesRoom::recipe(QStringLiteral("[S1] Hello.")));
        room.panel.setCurrentTake(id);
        room.key(Qt::Key_Delete);
        QVERIFY(room.library.take(id).has_value());
    }

    void comparesRestoresAndKeeps() {
        TakesRoom room;
        room.show();
        const TakeId a = room.add(QStringLiteral("[S1] Hello."), 0.5, 7);
        const TakeId b = room.add(QStringLiteral("[S1] Hello."), 0.5, 8);
        QSignalSpy compare(&room.panel, &TakesPanel::compareRequested);
        QSignalSpy restore(&room.panel, &TakesPanel::restoreRequested);
        QSignalSpy keep(&room.panel, &TakesPanel::keepVoiceRequested);
        room.panel.setCurrentTake(b);
        room.key(Qt::Key_C);
        QCOMPARE(compare.size(), 0); // one take is nothing to compare
        room.key(Qt::Key_Down, Qt::ShiftModifier);
        room.key(Qt::Key_C);
        QCOMPARE(compare.size(), 1);
        QCOMPARE(compare.first().at(0).value<TakeId>(), b);
        QCOMPARE(compare.first().at(1).value<TakeId>(), a);

        room.panel.setCurrentTake(a);
        room.key(Qt::Key_R);
        QCOMPARE(restore.size(), 1);
        QCOMPARE(restore.first().first().value<Recipe>().settings.seed, 7);
        room.key(Qt::Key_V);
        QCOMPARE(keep.size(), 1);
        QCOMPARE(keep.first().first().value<TakeId>(), a);
        room.panel.findChild<QAction*>(QStringLiteral("takeCopySeed"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("7"));
    }

    void menuKeyOpensAllActions() {
        TakesRoom room;
        room.show();
        room.panel.setCurrentTake(room.add(QStringLiteral("[S1] Hello.")));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(room.list->viewport(), &event);
        auto* menu = room.panel.findChild<QMenu*>(QStringLiteral("takesMenu"));
        QVERIFY(menu != nullptr && menu->isVisible());
        QCOMPARE(menu->actions(), room.panel.menuActions());
        QTest::keyClick(menu, Qt::Key_Escape);
        QTRY_VERIFY(room.panel.findChild<QMenu*>(QStringLiteral("takesMenu")) == nullptr);
    }
};

QTEST_MAIN(TestTakeActions)
#include "test_take_actions.moc"
