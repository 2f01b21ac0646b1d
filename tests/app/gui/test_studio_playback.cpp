// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "player/player_bar.h"
#include "takes/takes_panel.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

class TestStudioPlayback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesWithOneKey();
    void aTakeThatIsGoneIsNotCompared();
};

namespace {

TakeId addTake(DemoStudio& demo, const QString& name) {
    Recipe recipe;
    recipe.script = QStringLiteral("[S1] Did you hear that? [S2] Hear what?");
    TakeLibrary& takes = demo.studio().takes;
    const TakeId id = takes.begin(recipe);
    takes.append(id, std::vector<float>(2 * std::size_t{kSampleRate}, 0.2F));
    takes.finish(id, TakeState::Whole, recipe, 200, {});
    takes.setName(id, name);
    return id;
}

/// Two takes of a script, both selected; `b` is the newer one and stands first.
struct Pair {
    explicit Pair(DemoStudio& demo) : a(addTake(demo, "Calm")), b(addTake(demo, "Loud")) {
        list = demo.find<QTreeView>("takesList");
        demo.window().takes->setCurrentTake(b);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    }
    TakeId a;
    TakeId b;
    QTreeView* list = nullptr;
};

} // namespace

void TestStudioPlayback::comparesWithOneKey() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const Pair pair(demo);
    const QList<TakeId> both{pair.b, pair.a};
    QCOMPARE(demo.window().takes->selectedTakes(), both);
    const auto* title = demo.find<QLabel>("playerTitle");
    const Player& player = demo.studio().player;

    QTest::keyClick(pair.list, Qt::Key_C);
    QCOMPARE(player.track(), demo.studio().takes.sound(pair.b));
    QVERIFY2(title->text().startsWith("Loud"), qPrintable(title->text()));
    QTest::keyClick(pair.list, Qt::Key_C);
    QCOMPARE(player.track(), demo.studio().takes.sound(pair.a));
    QVERIFY2(title->text().startsWith("Calm"), qPrintable(title->text()));
    QCOMPARE(demo.window().takes->selectedTakes(), both);
    QTest::mouseClick(demo.find<QToolButton>("playerCompare"), Qt::LeftButton);
    QCOMPARE(player.track(), demo.studio().takes.sound(pair.b));
    QCOMPARE(demo.window().takes->selectedTakes(), both);
}

void TestStudioPlayback::aTakeThatIsGoneIsNotCompared() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const Pair pair(demo);
    QTest::keyClick(pair.list, Qt::Key_C);
    const auto* swap = demo.find<QToolButton>("playerCompare");
    QVERIFY(swap->isEnabled());
    demo.studio().takes.remove({pair.a});
    QTRY_VERIFY(!swap->isEnabled());
    QCOMPARE(demo.studio().player.track(), demo.studio().takes.sound(pair.b));
}

QTEST_MAIN(TestStudioPlayback)
#include "test_studio_playback.moc"
