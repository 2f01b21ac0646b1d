// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/put_file.h"
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "jobs/generation_panel.h"
#include "jobs/make_bar.h"
#include "models/first_start_panel.h"
#include "models/model_status.h"
#include "support/data_folder.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <chrono>
#include <optional>

using namespace parley;
using namespace parley::ui;
using parley::test::kStudioPatienceMs;
using parley::test::put;

namespace {

/// Half a download, which is shown with what is wrong with it.
void putModel(const QString& folder) {
    put(folder + "/config.json", R"({"model_type": "dia"})");
    put(folder + "/model.safetensors", "half");
}

bool isListed(const gui::MainWindow& window, const QString& name) {
    const QList<QWidget*> cards = window.findChildren<QWidget*>("modelCard");
    return std::any_of(cards.begin(), cards.end(), [&](const QWidget* card) { return card->accessibleName() == name; });
}

Preferences withModel(const QString& path) {
    Preferences preferences;
    preferences.modelPath = path;
    preferences.codecPath = path + "/codec";
    return preferences;
}

/// The program with a model that has gone away, once it has told so.
class WithoutItsModel {
public:
    WithoutItsModel() {
        m_settings.setPreferences(withModel(m_folder.filePath("was here")));
        m_program.emplace(m_folder.path(), m_settings);
        m_program->show();
    }

    [[nodiscard]] NoticeBar& notice() { return *m_program->window().notice; }
    [[nodiscard]] bool tells() {
        return QTest::qWaitFor([this] { return notice().text().contains("was here"); }, kStudioPatienceMs);
    }
    /// Chooses the demo; whether it can be used after a while.
    [[nodiscard]] bool getsAnother() {
        Preferences demo;
        demo.demo = true;
        m_settings.setPreferences(demo);
        return QTest::qWaitFor([this] { return m_program->studio().speech.modelState().isReady(); }, kStudioPatienceMs);
    }

private:
    QTemporaryDir m_folder;
    SettingsStore m_settings{m_folder.filePath("settings.json")};
    std::optional<gui::StudioWindow> m_program;
};

} // namespace

/// The window's choice of a model, where there is none that can be used.
class TestModelControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatLiesInTheStandardFolder() {
        const QTemporaryDir folder;
        putModel(folder.filePath("models/my dia"));
        SettingsStore settings(folder.filePath("settings.json"));
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        QTRY_VERIFY_WITH_TIMEOUT(isListed(program.window(), "my dia"), kStudioPatienceMs);
    }

    void findsWhatLiesInTheChosenFolder() {
        const QTemporaryDir folder;
        putModel(folder.filePath("models/not looked for"));
        putModel(folder.filePath("elsewhere/my dia"));
        SettingsStore settings(folder.filePath("settings.json"));
        Preferences preferences;
        preferences.modelsFolder = folder.filePath("elsewhere");
        settings.setPreferences(preferences);
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        QTRY_VERIFY_WITH_TIMEOUT(isListed(program.window(), "my dia"), kStudioPatienceMs);
        QVERIFY(!isListed(program.window(), "not looked for"));
    }

    void namesAModelOfAHubCacheByItsRepository() {
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath("settings.json"));
        settings.setPreferences(withModel(folder.filePath("hub/models--nari-labs--Dia-1.6B/snapshots/8e2c01")));
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        const auto* keep = program.window().findChild<QPushButton*>("keepModel");
        QVERIFY2(keep->text().contains("nari-labs/Dia-1.6B"), qPrintable(keep->text()));
        QVERIFY(!keep->text().contains("8e2c01"));
        const QString status = program.window().model->accessibleName();
        QVERIFY2(status.contains("nari-labs/Dia-1.6B"), qPrintable(status));
    }

    void takesTheLimitsFromTheModel() {
        const QTemporaryDir folder;
        const QString data = QString::fromStdString((parley::test::dataFolder() / "plain").string());
        SettingsStore settings(folder.filePath("settings.json"));
        Preferences preferences;
        preferences.modelPath = data + "/dia-0626";
        preferences.codecPath = data + "/dac-descript";
        settings.setPreferences(preferences);
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        gui::MainWindow& window = program.window();
        QCOMPARE(window.generation->settings().maxTokens, 3072); // as most can, until it is known
        QTRY_COMPARE_WITH_TIMEOUT(window.generation->settings().maxTokens, 384, kStudioPatienceMs);
        QCOMPARE(window.script->budget().mostBytes, 256);
        QVERIFY(window.script->budget().possibleSeconds < 5);
        window.voices->addSound({std::vector<float>(7 * std::size_t{kSampleRate}, 0.5F)}, "Anna",
                                "[S1] " + QString(140, 'a') + " [S2] " + QString(140, 'a'));
        const auto* save = window.findChild<QPushButton*>("saveVoice");
        QTRY_VERIFY2(save->toolTip().contains("can't read this text"), qPrintable(save->toolTip()));
    }

    void takesBackWhyAModelFailed() {
        WithoutItsModel program;
        QVERIFY(program.tells());
        QVERIFY(program.notice().isVisible());
        QVERIFY(program.getsAnother());
        QVERIFY(!program.notice().isVisible());
    }

    void usesAnotherWayThanOneThatIsNotHere_data() {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("dtype");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("device") << "cuda:99" << "auto" << QStringList{"NVIDIA GPU 99 can't be used ("};
        QTest::newRow("number format") << "auto" << "float64" << QStringList{"float64 can't be used ("};
        QTest::newRow("both") << "cuda:99" << "float64"
                              << QStringList{"NVIDIA GPU 99 can't be used (", "float64 can't be used ("};
        QTest::newRow("words") << "toaster" << "crumbs"
                               << QStringList{"toaster can't be used (", "crumbs can't be used ("};
    }

    void usesAnotherWayThanOneThatIsNotHere() {
        QFETCH(const QString, device);
        QFETCH(const QString, dtype);
        QFETCH(const QStringList, told);
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath("settings.json"));
        Preferences wanted;
        wanted.demo = true;
        wanted.device = device;
        wanted.dtype = dtype;
        settings.setPreferences(wanted);
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        QTRY_VERIFY_WITH_TIMEOUT(program.studio().speech.modelState().isReady(), kStudioPatienceMs);
        const QString status = program.window().model->accessibleName();
        for (const QString& part : told) {
            QVERIFY2(status.contains(part), qPrintable(status));
        }
        QCOMPARE(status.count("is used instead"), told.size());
        QVERIFY(program.window().notice->isHidden());
        QVERIFY(settings.preferences() == wanted); // the device may be back another day
    }

    void remarksThatPackedWeightsCantBeKept() {
        const QTemporaryDir folder;
        put(folder.filePath("cache"), "a file where the folder should be");
        qputenv("PARLEY_CACHE_DIR", folder.filePath("cache").toLocal8Bit());
        SettingsStore settings(folder.filePath("settings.json"));
        Preferences preferences;
        const QString models = QString::fromStdString((test::dataFolder() / "plain").string());
        preferences.modelPath = models + "/dia-transformers";
        preferences.codecPath = models + "/dac-transformers";
        preferences.dtype = "int8";
        settings.setPreferences(preferences);
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        QTRY_VERIFY_WITH_TIMEOUT(program.studio().speech.modelState().isReady(), kStudioPatienceMs);
        const auto* status = program.window().model;
        QTRY_VERIFY2(status->accessibleName().contains("It will load as slowly next time"),
                     qPrintable(status->accessibleName()));
        QVERIFY(status->accessibleName().contains(folder.filePath("cache")));
        QVERIFY(program.window().notice->isHidden());
        QVERIFY(program.studio().log.toText().contains("made again at the next start"));
    }

    void tellsWhatElseIsWrong() {
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath("settings.json"));
        Preferences preferences = withModel(folder.filePath("was here"));
        preferences.device = "cuda:99";
        settings.setPreferences(preferences);
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        QTRY_VERIFY_WITH_TIMEOUT(program.window().notice->text().contains("was here"), kStudioPatienceMs);
    }

    void takesAModelOutOfMemoryAndBack() {
        const QTemporaryDir folder;
        parley::test::DemoStudio demo(folder.path());
        SpeechService& speech = demo.studio().speech;
        const auto* status = demo.window().model;
        const auto isOut = [&] { return status->accessibleName().contains("not in memory"); };
        speech.unloadAfter(std::chrono::milliseconds(1));
        QTRY_VERIFY_WITH_TIMEOUT(isOut(), kStudioPatienceMs);
        demo.makeShort();
        QTRY_VERIFY(demo.window().make->makeAction()->isEnabled());
        demo.window().make->makeAction()->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 1, kStudioPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(isOut(), kStudioPatienceMs);
        // From here on it stays, as the preferences have it.
        Preferences preferences = demo.studio().settings.preferences();
        preferences.unloadMinutes = 0;
        demo.studio().settings.setPreferences(preferences);
        demo.window().make->makeAction()->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 2, kStudioPatienceMs);
        QTest::qWait(50);
        QVERIFY(speech.modelState().isReady());
        QVERIFY(!isOut());
    }

    void leavesAnotherNotice() {
        WithoutItsModel program;
        QVERIFY(program.tells());
        program.notice().tell(Tone::Neutral, "Something else.");
        QVERIFY(program.getsAnother());
        QVERIFY(program.notice().isVisible());
        QCOMPARE(program.notice().text(), QString("Something else."));
    }
};

QTEST_MAIN(TestModelControl)
#include "test_model_control.moc"
