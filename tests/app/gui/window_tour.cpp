// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Walks the real window through what people do with it and saves a picture of each station. Takes and voices are made
// up, with sound shaped like speech, so that the window looks as it does after a day's work.
//   window-tour OUT_FOLDER [--language de] [--theme dark] [--size 1280x800] [--text 150] [--only 8-]
// --only leaves out what other pictures are of.

#include "app/gui/tour_models.h"
#include "bridge/error_text.h"
#include "editor/script_panel.h"
#include "gui/about_window.h"
#include "gui/bench_window.h"
#include "gui/language.h"
#include "gui/memory_ways.h"
#include "gui/studio_window.h"
#include "gui/update_control.h"
#include "jobs/generation_panel.h"
#include "jobs/queue_view.h"
#include "models/download_offer.h"
#include "models/first_start_panel.h"
#include "preferences/preferences_dialog.h"
#include "takes/takes_panel.h"
#include "ui/hub/http_server.h"
#include "ui/support/pulse_server.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <array>
#include <cmath>
#include <iostream>
#include <numbers>
#include <random>

using namespace parley::ui;
using parley::gui::BenchWindow;
using parley::gui::Studio;
using parley::gui::StudioWindow;

namespace {

constexpr int kSettleMs = 700;

/// Syllables and pauses, so that a waveform looks like somebody speaking.
std::vector<float> speechLike(double seconds, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> even(0.0F, 1.0F);
    std::vector<float> samples(static_cast<std::size_t>(seconds * parley::kSampleRate));
    std::size_t at = 0;
    while (at < samples.size()) {
        const float level = even(random) < 0.2F ? 0.01F : 0.15F + 0.55F * even(random);
        const auto length =
            static_cast<std::size_t>(parley::kSampleRate * (0.08 + 0.22 * static_cast<double>(even(random))));
        for (std::size_t i = 0; i < length && at < samples.size(); ++i, ++at) {
            const float swell =
                std::sin(std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(length));
            samples[at] = level * swell * (even(random) * 2.0F - 1.0F);
        }
    }
    return samples;
}

struct MadeUpTake {
    const char* script;
    double seconds;
    qint64 seed;
    const char* name;
    const char* note;
    bool starred;
    TakeState state;
};

constexpr std::array<MadeUpTake, 6> kTakes{
    {{"[S1] Welcome back to the night shift. [S2] Is anyone still listening? (chuckle)", 6.2, 11, "", "", false,
      TakeState::Whole},
     {"[S1] Welcome back to the night shift. [S2] Is anyone still listening? (chuckle)", 5.8, 12, "Warm and slow",
      "Use for the trailer", true, TakeState::Whole},
     {"[S1] You left the light on again. [S2] I was coming back. (sighs) I always come back.", 7.4, 3, "", "", false,
      TakeState::Stopped},
     {"[S1] Did you hear that? [S2] Hear what? [S1] The door. (gasps)", 4.9, 40, "", "", false, TakeState::Whole},
     {"[S1] Did you hear that? [S2] Hear what? [S1] The door. (gasps)", 5.1, 41, "", "", false, TakeState::Whole},
     {"[S1] Did you hear that? [S2] Hear what? [S1] The door. (gasps)", 5.3, 42, "The one", "", true,
      TakeState::Whole}}};

void fill(Studio& studio) {
    for (const MadeUpTake& made : kTakes) {
        Recipe recipe;
        recipe.script = QString::fromUtf8(made.script);
        recipe.settings.seed = made.seed;
        recipe.model = QStringLiteral("Dia-1.6B-0626");
        const TakeId id = studio.takes.begin(recipe);
        studio.takes.append(id, speechLike(made.seconds, static_cast<unsigned>(made.seed)));
        studio.takes.finish(id, made.state, recipe, 500, {});
        studio.takes.setName(id, QString::fromUtf8(made.name));
        studio.takes.setNote(id, QString::fromUtf8(made.note));
        studio.takes.setStarred(id, made.starred);
    }
    studio.voices.add(
        {speechLike(7.6, 1)}, QStringLiteral("Anna and Ben"),
        QStringLiteral("[S1] I never thought the train would stop here. [S2] Nobody ever does, until it does."),
        QStringLiteral("Anna"), QStringLiteral("Ben"));
    studio.voices.add({speechLike(9.1, 2)}, QStringLiteral("Radio host"),
                      QStringLiteral("[S1] Good evening, and welcome to the programme. Tonight we talk about the sea."),
                      QStringLiteral("Host"), {});
}

parley::BenchReport madeUpReport() {
    parley::BenchReport report;
    report.device = "cpu";
    report.dtype = "bfloat16";
    report.threads = 2;
    report.loadSeconds = 21.4;
    report.textSeconds = 0.418;
    report.prefillRowsPerSecond = 95.2;
    report.stepSeconds = 0.0741;
    report.stepGigabytes = 2.53;
    report.codecEncodeSeconds = 1.71;
    report.codecDecodeSeconds = 0.92;
    report.peakResidentBytes = 4'310'000'000;
    return report;
}

class Tour {
public:
    /// `only`: the beginning of the names of the pictures that are wanted.
    Tour(StudioWindow& program, QString folder, QString only)
        : m_program(program), m_folder(std::move(folder)), m_only(std::move(only)) {}

    void run() {
        picture("1-first-start");
        m_program.window().firstStart->offer()->setDownloads(parley::test::madeUpDownloads());
        picture("1-first-start-download");
        Preferences preferences = m_program.studio().settings.preferences();
        preferences.demo = true;
        m_program.studio().settings.setPreferences(preferences);
        fill(m_program.studio());
        QTest::qWait(kSettleMs);
        takes();
        writing();
        making();
        voices();
        dialog();
        help();
        about();
        memory();
        parley::test::tourModels(&m_program.window(),
                                 [this](const char* name, const QWidget* part) { picture(name, part); });
    }

private:
    void picture(const char* name, const QWidget* part = nullptr) {
        if (!QString(QLatin1String(name)).startsWith(m_only)) {
            return;
        }
        QTest::qWait(kSettleMs);
        const QWidget& window = part != nullptr ? *part : m_program.window();
        const QString path = m_folder + '/' + name + ".png";
        // What the screen shows, popups included.
        const QRect frame(window.mapToGlobal(QPoint(0, 0)), window.size());
        const QPixmap shot = window.screen()->grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height());
        std::cout << qPrintable(path) << (shot.save(path) ? "" : " could not be saved") << "\n" << std::flush;
    }
    void takes() {
        m_program.window().takes->setCurrentTake(m_program.studio().takes.takes().first().id);
        QTest::keyClick(m_program.window().findChild<QWidget*>("takesList"), Qt::Key_Space);
        picture("2-takes");
    }
    void writing() {
        m_program.window().script->setScript(
            "[S1] The lighthouse has been dark for years.\n[S2] Then who lit the lamp tonight? (yawns)\n[s1] I was "
            "hoping you would know.\n[S2] ");
        auto* editor = m_program.window().findChild<QPlainTextEdit*>("scriptEditor");
        editor->setFocus();
        editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor, "(s");
        picture("3-writing");
        QTest::keyClick(editor, Qt::Key_Escape);
        m_program.window().script->actions().replace->trigger();
        QTest::keyClicks(m_program.window().findChild<QWidget*>("findText"), "the");
        picture("3-replace");
        QTest::keyClick(m_program.window().findChild<QWidget*>("findText"), Qt::Key_Escape);
    }
    void making() {
        m_program.window().script->setScript(ScriptPanel::exampleScript());
        auto* make = m_program.window().findChild<QPushButton*>("makeButton");
        (void)QTest::qWaitFor([make] { return make->isEnabled(); });
        m_program.window().voices->setCurrentVoice(m_program.studio().voices.voices().first().id);
        GenerationSettings settings;
        settings.takes = JobQueue::kMostTogether + 2;
        m_program.window().generation->setSettings(settings);
        make->click();
        const auto allSpeak = [this] {
            return m_program.studio().takes.takes().size() == kTakes.size() + JobQueue::kMostTogether;
        };
        (void)QTest::qWaitFor(allSpeak, 20'000);
        QTest::qWait(kSettleMs);
        picture("4-making");
        m_program.window().tabs->setCurrentWidget(m_program.window().queue);
        picture("4-queue");
        m_program.window().tabs->setCurrentWidget(m_program.window().takes);
        m_program.studio().jobs.cancelAll();
    }
    void voices() {
        m_program.window().voices->addSound(
            {speechLike(8.4, 5)}, QStringLiteral("Grandmother"),
            QStringLiteral("[S1] Sit down by the fire, and I will tell you how it was."));
        picture("5-voice");
        m_program.window().findChild<QPushButton*>("cancelVoice")->click();
        m_program.window().voices->startRecording();
        picture("6-record");
        QTest::keyClick(m_program.window().findChild<QWidget*>("recordPage"), Qt::Key_Escape);
    }
    void dialog() {
        for (QAction* action : m_program.window().findChildren<QAction*>()) {
            if (action->menuRole() == QAction::PreferencesRole) {
                action->trigger();
            }
        }
        QTest::qWait(kSettleMs);
        auto* preferences = m_program.window().findChild<PreferencesDialog*>("preferencesDialog");
        using Page = PreferencesDialog::Page;
        const QList<std::pair<Page, const char*>> pages{{Page::Engine, "7-preferences-model"},
                                                        {Page::Sound, "7-preferences-sound"},
                                                        {Page::Files, "7-preferences-files"},
                                                        {Page::General, "7-preferences-general"}};
        for (const auto& [page, name] : pages) {
            preferences->openPage(page);
            picture(name, preferences);
        }
        // As it is on a machine with a GPU.
        DeviceChoice gpu{"cuda:0", "NVIDIA H100", true, {}, {{"float16", 4'300'000'000}}, 78'000'000'000};
        gpu.automaticUse = QCoreApplication::translate("DeviceChoice", "“Automatic” uses %1, in %2: %3.")
                               .arg(gpu.name, gpu.dtypes.first().id, QStringLiteral("…"));
        PreferencesDialog withGpu({}, {gpu}, &m_program.window());
        withGpu.show();
        picture("7-preferences-gpu", &withGpu);
    }

    void help() {
        m_program.window().findChild<PreferencesDialog*>("preferencesDialog")->close();
        m_program.window().activateWindow();
        (void)QTest::qWaitForWindowActive(&m_program.window());
        QTest::keyClick(&m_program.window(), Qt::Key_F1);
        const auto* help = m_program.window().findChild<QWidget*>("helpWindow");
        picture("8-help", help);
        auto* page = help->findChild<QTextBrowser*>();
        page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum() / 2);
        picture("8-help-keys", help);
    }

    /// What the Help menu has beside the help.
    void about() {
        m_program.window().findChild<QWidget*>("helpWindow")->close();
        auto& window = m_program.window();
        window.findChild<QAction*>("measureMachine")->trigger();
        auto* const bench = window.findChild<BenchWindow*>("benchWindow");
        picture("9-bench", bench);
        bench->setRunning(true);
        picture("9-bench-running", bench);
        bench->setRunning(false);
        bench->setReport(madeUpReport());
        bench->findChild<QPushButton*>("copyBench")->click();
        picture("9-bench-report", bench);
        bench->close();
        parley::gui::AboutWindow about(&window);
        about.setAttribute(Qt::WA_DeleteOnClose, false);
        about.show();
        picture("9-about", &about);
        about.close();
        update("9-update-none", QVersionNumber(0, 2, 0));
        update("9-update", QVersionNumber(0, 1, 0));
    }

    /// The answer of a server that has 0.2.0.
    void update(const char* name, const QVersionNumber& version) {
        using namespace parley::test;
        HttpServer server([](const HttpRequest&) {
            HttpAnswer answer;
            answer.setBody(R"({"tag_name": "v0.2.0", "html_url": "https://example.org/0.2.0"})");
            return answer;
        });
        const QUrl address(QStringLiteral("http://127.0.0.1:%1/latest").arg(server.port()));
        parley::gui::UpdateControl updates(m_program.window(), {address, version, /*allowsPlainLoopback=*/true});
        updates.check();
        const auto* const notice = m_program.window().notice;
        (void)QTest::qWaitFor([notice] { return notice->text().contains(QLatin1String("0.2.0")); });
        picture(name);
        m_program.window().notice->clear();
    }

    /// What a take says that is too long for the memory.
    void memory() {
        using parley::gui::SmallerSetting;
        const SmallerSetting smaller{SmallerSetting::Kind::Format, "cpu", "int8", 0, 0, 2'601'000'000, 4'100'000'000};
        const parley::Error error{parley::ErrorCode::OutOfMemory, parley::phrase("the model in %1", "bfloat16"),
                                  parley::phrase("needs %1 MB of memory, %2 MB are free", 4100, 3000),
                                  parley::phrase("use %1 %2, which needs %3 MB", "--dtype", "int8", 2601)};
        m_program.window().notice->tell(
            Tone::Bad, errorText(error),
            {{parley::gui::wayText(smaller), [] {}},
             {QCoreApplication::translate("parley::gui::MakingControl", "Try again"), [] {}}});
        picture("9-memory");
        m_program.window().notice->clear();
    }

    StudioWindow& m_program;
    QString m_folder;
    QString m_only;
};

} // namespace

int main(int argc, char** argv) {
    parley::test::PulseServer sound; // a sound card to play on, where there is a pulseaudio program
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral("0.1.0 (1a2b3c4d5e6f)"));
    QCommandLineParser parser;
    parser.addOptions({{"language", "", "code", "en"},
                       {"theme", "", "name", "light"},
                       {"size", "", "WxH", "1280x800"},
                       {"text", "", "percent", "100"},
                       {"only", "", "beginning of the pictures' names", ""}});
    parser.process(application);
    if (parley::test::PulseServer::isInstalled() && !sound.start()) {
        std::cerr << "window-tour: the sound server doesn't start; the pictures show that\n";
    }
    const QTemporaryDir data;
    SettingsStore settings(data.path() + "/settings.json");
    Preferences preferences;
    preferences.theme = parser.value("theme");
    preferences.language = parser.value("language");
    preferences.textPercent = parser.value("text").toInt();
    settings.setPreferences(preferences);
    parley::gui::installLanguage(application, preferences.language);
    StudioWindow program(data.path(), settings);
    const QStringList size = parser.value("size").split('x');
    program.window().resize(size.value(0).toInt(), size.value(1).toInt());
    program.window().move(0, 0);
    program.show();
    const QString folder = parser.positionalArguments().value(0, ".");
    QDir().mkpath(folder);
    Tour(program, folder, parser.value("only")).run();
    return 0;
}
