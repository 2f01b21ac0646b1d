// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "takes/takes_panel.h"

#include <QApplication>
#include <QEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>
#include <QWindow>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

constexpr const char* kScript = "[S1] What stands in the editor.";

/// Counts how often a drag is seen to move over the window.
class Watch : public QObject {
public:
    int moves = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        moves += watched->isWidgetType() && event->type() == QEvent::DragMove ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

TakeId addTake(DemoStudio& demo, const QString& script) {
    Recipe recipe;
    recipe.script = script;
    TakeLibrary& takes = demo.studio().takes;
    const TakeId id = takes.begin(recipe);
    takes.append(id, std::vector<float>(2 * std::size_t{kSampleRate}, 0.2F));
    takes.finish(id, TakeState::Whole, recipe, 172, {});
    return id;
}

} // namespace

/// A take that is dragged inside the window, with the mouse.
class TestTakeDrag : public QObject {
    Q_OBJECT

public:
    /// The offscreen platform ends each drag at once; this one carries them out inside the program.
    static void initMain() { qputenv("QT_QPA_PLATFORM", "minimal"); }

private Q_SLOTS:
    void nothingHappensOnItsOwnList();
    void ontoTheWindowBringsItsRecipeBack();

private:
    static void drag(DemoStudio& demo, const QPoint& to);
};

/// From the current take to a place of the window, as a person's mouse does it.
void TestTakeDrag::drag(DemoStudio& demo, const QPoint& to) {
    auto* const list = demo.find<QTreeView>("takesList");
    QWindow* const window = demo.window().windowHandle();
    const QRect row = list->visualRect(list->currentIndex());
    const QPoint from = list->viewport()->mapTo(&demo.window(), QPoint(row.left() + row.width() / 2, row.top() + 12));
    const QPoint step(QApplication::startDragDistance() + 1, 0);
    Watch watch;
    QCoreApplication::instance()->installEventFilter(&watch);
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    QTest::mouseMove(window, from + step);
    QTest::mouseMove(window, from + 2 * step); // the drag begins once its file is written, in a loop of its own
    bool over = false;
    QTimer whileItLasts;
    connect(&whileItLasts, &QTimer::timeout, window, [&] {
        if (watch.moves == 0) {
            QTest::mouseMove(window, to);
            QTest::mouseMove(window, to + QPoint(1, 0));
            return;
        }
        whileItLasts.stop();
        QTest::mouseRelease(window, Qt::LeftButton, {}, to + QPoint(1, 0));
        over = true;
    });
    whileItLasts.start(10);
    QTRY_VERIFY_WITH_TIMEOUT(over, 20'000);
}

void TestTakeDrag::nothingHappensOnItsOwnList() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const TakeId first = addTake(demo, "[S1] The older one.");
    const TakeId second = addTake(demo, "[S1] The newer one.");
    demo.window().script->setScript(kScript);
    demo.window().takes->setCurrentTake(second);
    const QList<Take> before = demo.studio().takes.takes();
    const auto* list = demo.find<QTreeView>("takesList");
    drag(demo, list->viewport()->mapTo(&demo.window(), list->viewport()->rect().center()));
    QTest::qWait(50);
    QCOMPARE(demo.window().script->script(), QString(kScript));
    const QList<Take> after = demo.studio().takes.takes();
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after.at(i).id, before.at(i).id);
        QCOMPARE(after.at(i).recipe.script, before.at(i).recipe.script);
    }
    for (const TakeId id : {first, second}) {
        const auto sound = demo.studio().takes.sound(id); // it may be on its way from its file
        QTRY_VERIFY(sound->isComplete());
    }
}

void TestTakeDrag::ontoTheWindowBringsItsRecipeBack() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.window().takes->setCurrentTake(addTake(demo, "[S1] From the list."));
    demo.window().script->setScript(kScript);
    const auto* bar = demo.find<QWidget>("makeBar");
    drag(demo, bar->mapTo(&demo.window(), bar->rect().center()));
    QTRY_COMPARE(demo.window().script->script(), QString("[S1] From the list."));
}

QTEST_MAIN(TestTakeDrag)
#include "test_take_drag.moc"
