// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Walks the real window through what people do with it and saves a picture of each station. Takes and voices are made
// up, with sound shaped like speech, so that the window looks as it does after a day's work.
//   window-tour OUT_FOLDER [--language de] [--theme dark] [--size 1280x800]

#include "bridge/error_text.h"
#include "editor/script_panel.h"
#include "gui/language.h"
#include "gui/studio_window.h"
#include "jobs/generation_panel.h"
#include "jobs/queue_view.h"
#include "models/download_offer.h"
#include "models/first_start_panel.h"
#include "models/managed_card.h"
#include "models/model_manager.h"
#include "preferences/preferences_dialog.h"
#include "takes/takes_panel.h"
#include "ui/support/pulse_server.h"
#include "voices/voice_panel.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
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

/// A download that runs, or one that failed.
ManagedDownload madeUpDownload(bool isRunning) {
    ManagedDownload download;
    download.folder = isRunning ? QStringLiteral("/models/dia") : QStringLiteral("/models/dac");
    download.name = isRunning ? QStringLiteral("Dia 1.6B 0626") : QStringLiteral("DAC codec, 44.1 kHz");
    download.isRunning = isRunning;
    download.bytesHere = 120'000'000;
    download.progress.phase = DownloadProgress::Phase::Fetching;
    download.progress.file = QStringLiteral("model-00001-of-00002.safetensors");
    download.progress.fileNumber = 4;
    download.progress.fileCount = 5;
    download.progress.bytes = 2'100'000'000;
    download.progress.total = 6'444'700'000;
    download.progress.bytesPerSecond = 38e6;
    download.progress.secondsLeft = 114;
    download.progress.fileSecondsLeft = 76;
    if (!isRunning) {
        download.problem = errorText(parley::Error{parley::ErrorCode::NetworkFailed, parley::verbatim("cdn-lfs.hf.co"),
                                                   parley::phrase("the connection broke"),
                                                   parley::phrase("look at the connection, then resume the download")});
    }
    return download;
}

QList<ManagedModel> madeUpModels() {
    ManagedModel own;
    own.name = QStringLiteral("Dia 1.6B 0626");
    own.path = QDir::homePath() + "/.local/share/parley/models/dia-1.6b-0626";
    own.codecPath = own.path;
    own.isOwn = true;
    own.isInUse = true;
    own.bytes = 6'444'700'000;
    own.generation = QStringLiteral("0626");
    own.layout = QStringLiteral("transformers");
    own.dtype = QStringLiteral("float32");
    own.record = {QStringLiteral("The one for the trailer"), QDateTime({2026, 3, 4}, {10, 12}), true, {}};
    ManagedModel cached = own;
    cached.name = QStringLiteral("nari-labs/Dia-1.6B");
    cached.path = QDir::homePath() + "/.cache/huggingface/hub/models--nari-labs--Dia-1.6B/snapshots/1";
    cached.isOwn = cached.isInUse = false;
    cached.generation = QStringLiteral("0.1");
    cached.layout = QStringLiteral("reference");
    cached.record = {};
    ManagedModel damaged = own;
    damaged.name = QStringLiteral("someone/dia-fine-tune");
    damaged.path = QDir::homePath() + "/.local/share/parley/models/someone--dia-fine-tune";
    damaged.isInUse = false;
    damaged.record = {};
    damaged.problem = errorText(
        parley::Error{parley::ErrorCode::CheckpointCorrupt, parley::verbatim("model.safetensors"),
                      parley::phrase("has %1 bytes in place of %2", 3221, 6444), parley::phrase("download again")});
    ManagedModel codec = cached;
    codec.name = QStringLiteral("descript/dac_44khz");
    codec.path = QStringLiteral("/media/models/dac_44khz");
    codec.addedFolder = QStringLiteral("/media/models");
    codec.isCodec = true;
    codec.generation.clear();
    codec.bytes = 306'507'000;
    return {own, cached, damaged, codec};
}

class Tour {
public:
    Tour(StudioWindow& program, QString folder) : m_program(program), m_folder(std::move(folder)) {}

    void run() {
        picture("1-first-start");
        m_program.window().firstStart->offer()->setDownloads({madeUpDownload(true), madeUpDownload(false)});
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
        models();
    }

private:
    void picture(const char* name, const QWidget* part = nullptr) {
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

    /// The manager in all its states, with made-up models.
    void models() {
        ModelManager manager(&m_program.window());
        manager.setOffers(builtInCatalogue());
        manager.setDiskUse(QDir::homePath() + "/.local/share/parley/models", 0, 210'000'000'000);
        manager.show();
        picture("8-models-looking", &manager);
        manager.setModels({});
        picture("8-models-none", &manager);
        manager.setModels(madeUpModels());
        manager.setDiskUse(QDir::homePath() + "/.local/share/parley/models", 12'889'400'000, 197'000'000'000);
        manager.setVerifying(madeUpModels().first().path, 0.37);
        picture("8-models-installed", &manager);
        auto* const area = manager.findChild<QScrollArea*>("managerArea");
        manager.setDownloads({madeUpDownload(true), madeUpDownload(false)});
        manager.showError(
            parley::Error{parley::ErrorCode::DiskFull, parley::verbatim("/media/models"),
                          parley::phrase("%1 MB are still to come, and there is room for %2 MB", 4321, 900),
                          parley::phrase("make room, then resume the download, or choose another folder")});
        QTest::qWait(kSettleMs);
        area->ensureWidgetVisible(manager.findChild<QWidget*>("downloadSource"));
        picture("8-models-downloading", &manager);
    }

    StudioWindow& m_program;
    QString m_folder;
};

} // namespace

int main(int argc, char** argv) {
    parley::test::PulseServer sound; // a sound card to play on, where there is a pulseaudio program
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{"language", "", "code", "en"}, {"theme", "", "name", "light"}, {"size", "", "WxH", "1280x800"}});
    parser.process(application);
    if (parley::test::PulseServer::isInstalled() && !sound.start()) {
        std::cerr << "window-tour: the sound server doesn't start; the pictures show that\n";
    }
    const QTemporaryDir data;
    SettingsStore settings(data.path() + "/settings.json");
    Preferences preferences;
    preferences.theme = parser.value("theme");
    preferences.language = parser.value("language");
    settings.setPreferences(preferences);
    parley::gui::installLanguage(application, preferences.language);
    StudioWindow program(data.path(), settings);
    const QStringList size = parser.value("size").split('x');
    program.window().resize(size.value(0).toInt(), size.value(1).toInt());
    program.window().move(0, 0);
    program.show();
    const QString folder = parser.positionalArguments().value(0, ".");
    QDir().mkpath(folder);
    Tour(program, folder).run();
    return 0;
}
