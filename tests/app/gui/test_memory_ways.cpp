// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "gui/memory_ways.h"
#include "jobs/make_bar.h"
#include "widgets/notice_bar.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

namespace {

constexpr const char* kFree = "PARLEY_FREE_MEMORY";

void setFree(std::uint64_t bytes) {
    qputenv(kFree, QByteArray::number(static_cast<qulonglong>(bytes)));
}

/// What the demo takes on the CPU.
MemoryNeed need(const char* dtype, int rows) {
    return modelNeed({.demo = true}, "cpu", dtype, rows, 40).value();
}

/// The first way out of what the window tells.
QPushButton* firstWay(const gui::MainWindow& window) {
    return window.notice->isHidden() ? nullptr : window.notice->findChild<QPushButton*>();
}

} // namespace

/// Out of memory in the real window: what the notice offers fits, and speaks.
class TestMemoryWays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv(kFree); }

    void makesAShorterTake() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(demo.studio().speech.modelState().isReady(), kStudioPatienceMs);
        GenerationSettings settings;
        settings.maxTokens = 3000;
        settings.seed = 7;
        demo.window().generation->setSettings(settings);
        const int rows = demo.window().generation->settings().maxTokens; // as long as the demo's takes may be
        const std::string dtype = demo.studio().speech.modelState().dtype.toStdString();
        setFree(need(dtype.c_str(), rows / 2).caches);
        demo.window().script->setScript("[S1] Hello there. [S2] Hello.");
        demo.find<QPushButton>("makeButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(firstWay(demo.window()) != nullptr, kStudioPatienceMs);
        QVERIFY2(demo.window().notice->text().startsWith("There is not enough memory."),
                 qPrintable(demo.window().notice->text()));
        QVERIFY2(firstWay(demo.window())->text().startsWith("Make at most "),
                 qPrintable(firstWay(demo.window())->text()));
        firstWay(demo.window())->click();
        QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 1, kStudioPatienceMs);
        QVERIFY(demo.window().generation->settings().maxTokens < rows); // and so are the next
        QVERIFY(demo.studio().takes.takes().first().recipe.settings.maxTokens < rows);
    }

    void loadsTheModelInASmallerFormat() {
        const QTemporaryDir folder;
        setFree(need("bfloat16", 0).total());
        {
            SettingsStore settings(folder.filePath("settings.json"));
            Preferences preferences;
            preferences.dtype = "float32";
            settings.setPreferences(preferences);
        }
        DemoStudio demo(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(firstWay(demo.window()) != nullptr, kStudioPatienceMs);
        QVERIFY2(firstWay(demo.window())->text().startsWith("Use bfloat16 ("),
                 qPrintable(firstWay(demo.window())->text()));
        firstWay(demo.window())->click();
        QTRY_VERIFY_WITH_TIMEOUT(demo.studio().speech.modelState().isReady(), kStudioPatienceMs);
        QCOMPARE(demo.studio().speech.modelState().dtype, QStringLiteral("bfloat16"));
        QCOMPARE(demo.studio().settings.preferences().dtype, QStringLiteral("bfloat16"));
    }

    void offersNothingThatDoesNotFit() {
        const QTemporaryDir folder;
        setFree(1000);
        DemoStudio demo(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(firstWay(demo.window()) != nullptr, kStudioPatienceMs);
        QCOMPARE(firstWay(demo.window())->text(), QStringLiteral("Try again"));
    }

    void offersNothingForOtherFailures() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        const gui::MemoryWays ways(demo.studio(), demo.window());
        QVERIFY(!ways.forModel());
        QVERIFY(!ways.forJob(77)); // there is none
    }

    void saysWhatItChanges() {
        gui::SmallerSetting setting{
            gui::SmallerSetting::Kind::Format, "cpu", "int8", 2, 861, 2'600'000'000, 4'100'000'000};
        QCOMPARE(gui::wayText(setting), QStringLiteral("Use int8 (2.6 GB in place of 4.1 GB)"));
        setting.kind = gui::SmallerSetting::Kind::Shorter;
        QCOMPARE(gui::wayText(setting), QStringLiteral("Make at most 10.0 s"));
        setting.kind = gui::SmallerSetting::Kind::Cpu;
        QCOMPARE(gui::wayText(setting), QStringLiteral("Use the CPU, in int8 (2.6 GB)"));
        setting.kind = gui::SmallerSetting::Kind::FewerTogether;
        QVERIFY2(gui::wayText(setting).contains('2'), qPrintable(gui::wayText(setting)));
    }
};

QTEST_MAIN(TestMemoryWays)
#include "test_memory_ways.moc"
