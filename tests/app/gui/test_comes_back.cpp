// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "jobs/make_bar.h"
#include "widgets/notice_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

namespace {

constexpr const char* kScript = "[S1] Who waits? [S2] I do, until the morning comes.";

/// A session that ends before anything of what it was asked for could begin.
void leaveWaiting(const QString& folder, int takes) {
    DemoStudio demo(folder);
    demo.window().script->setScript(kScript);
    demo.makeShort(takes);
    demo.window().make->makeAction()->trigger();
}

/// What the window says in its bars.
QString told(DemoStudio& demo) {
    QStringList texts;
    for (const NoticeBar* bar : demo.window().findChildren<NoticeBar*>()) {
        if (bar->isVisible()) {
            texts += bar->text();
        }
    }
    return texts.join('\n');
}

/// False: no bar offers that.
bool press(DemoStudio& demo, const QString& text) {
    for (const NoticeBar* bar : demo.window().findChildren<NoticeBar*>()) {
        for (auto* button : bar->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && QString(button->text()).remove('&') == text) {
                button->click();
                return true;
            }
        }
    }
    return false;
}

/// The entries of the menu when it opens.
QList<QAction*> earlierScripts(DemoStudio& demo) {
    for (auto* menu : demo.window().findChildren<QMenu*>()) {
        if (QString(menu->title()).remove('&') == "Earlier scripts") {
            Q_EMIT menu->aboutToShow();
            return menu->actions();
        }
    }
    return {};
}

} // namespace

/// What one session leaves to the next.
class TestComesBack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWaitedIsMade();
    void whatWaitedIsDropped();
    void whatWaitedForAVoiceThatIsGone();
    void earlierScriptsStandInTheirMenu();
    void theWindow();
};

void TestComesBack::whatWaitedIsMade() {
    const QTemporaryDir folder;
    leaveWaiting(folder.path(), 3);
    DemoStudio demo(folder.path());
    QVERIFY2(told(demo).contains("3 take"), qPrintable(told(demo)));
    QVERIFY(demo.studio().jobs.entries().isEmpty()); // not without being asked
    QVERIFY(press(demo, "Make them"));
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 3, kStudioPatienceMs);
    QList<qint64> seeds;
    for (const Take& take : demo.studio().takes.takes()) {
        QCOMPARE(take.recipe.script, QString(kScript));
        seeds += take.recipe.settings.seed;
    }
    std::sort(seeds.begin(), seeds.end());
    QCOMPARE(seeds, QList<qint64>({7, 8, 9}));
}

void TestComesBack::whatWaitedIsDropped() {
    const QTemporaryDir folder;
    leaveWaiting(folder.path(), 2);
    {
        DemoStudio demo(folder.path());
        QVERIFY(press(demo, "Drop them"));
    }
    DemoStudio demo(folder.path());
    QCOMPARE(told(demo), QString());
    QCOMPARE(demo.count(TakeState::Whole), 0);
}

void TestComesBack::whatWaitedForAVoiceThatIsGone() {
    const QTemporaryDir folder;
    {
        DemoStudio demo(folder.path());
        Recipe recipe;
        recipe.script = kScript;
        recipe.voiceHash = QByteArray(32, 'a').toHex();
        recipe.voiceName = "Anna of old";
        demo.studio().jobs.add({recipe, std::nullopt});
    }
    DemoStudio demo(folder.path());
    demo.window().script->setScript("[S1] Something else.");
    QVERIFY(press(demo, "Make them"));
    QVERIFY2(told(demo).contains("Anna of old"), qPrintable(told(demo)));
    QVERIFY(demo.studio().jobs.entries().isEmpty()); // with another voice it would be another take
    QVERIFY(press(demo, "Put its script back"));
    QCOMPARE(demo.window().script->script(), QString(kScript));
}

void TestComesBack::earlierScriptsStandInTheirMenu() {
    const QString first = "[S1] Salt & pepper were on the table. [S2] And nobody ate.";
    const QTemporaryDir folder;
    {
        DemoStudio demo(folder.path());
        QCOMPARE(earlierScripts(demo).size(), 1);
        QVERIFY(!earlierScripts(demo).first()->isEnabled()); // none yet
        demo.window().script->setScript(first);
        demo.window().script->setScript("[S1] Quite another thing.");
        demo.window().close();
    }
    DemoStudio demo(folder.path());
    const QList<QAction*> entries = earlierScripts(demo);
    QCOMPARE(entries.size(), 1);
    QVERIFY2(entries.first()->text().startsWith("[S1] Salt && pepper"), qPrintable(entries.first()->text()));
    entries.first()->trigger();
    QCOMPARE(demo.window().script->script(), first);
    QVERIFY(earlierScripts(demo).first()->text().contains("Quite another")); // nor is that one lost
}

void TestComesBack::theWindow() {
    const QTemporaryDir folder;
    QSize size;
    QList<int> columns;
    QList<int> left;
    {
        DemoStudio demo(folder.path());
        demo.window().resize(1111, 717);
        demo.find<QSplitter>("columns")->setSizes({310, 420, 381});
        demo.find<QSplitter>("left")->setSizes({250, 400});
        size = demo.window().size();
        columns = demo.find<QSplitter>("columns")->sizes();
        left = demo.find<QSplitter>("left")->sizes();
        demo.window().close();
    }
    DemoStudio demo(folder.path());
    QTRY_COMPARE(demo.window().size(), size);
    QTRY_COMPARE(demo.find<QSplitter>("columns")->sizes(), columns);
    QTRY_COMPARE(demo.find<QSplitter>("left")->sizes(), left);
}

QTEST_MAIN(TestComesBack)
#include "test_comes_back.moc"
