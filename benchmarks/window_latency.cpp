// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// How the window feels while a model works: the longest gap in its event loop, and the time from a key press to the
// painted letter, first idle, then while the model loads, then while it speaks. Prints milliseconds. "Busy" is the most
// time that the window's thread itself worked between two beats: other work on the machine doesn't add to it.
//   window-latency DIA_FOLDER DAC_FOLDER [DTYPE [SECONDS]]

#include "editor/script_panel.h"
#include "gui/studio_window.h"
#include "jobs/make_bar.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <utility>
#include <vector>

namespace {

constexpr int kBeatMs = 5;
constexpr int kKeyEveryMs = 150;

/// Watches one window from inside its event loop.
class Probe : public QObject {
public:
    explicit Probe(QPlainTextEdit& editor) : m_editor(editor) {
        editor.viewport()->installEventFilter(this);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_gaps.push_back(static_cast<double>(m_sinceBeat.nsecsElapsed()) / 1e6 - kBeatMs);
            const double worked = threadMs();
            m_busy.push_back(worked - std::exchange(m_workedBefore, worked));
            m_sinceBeat.restart();
        });
        connect(&m_keys, &QTimer::timeout, this, [this] { press(); });
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.start(kBeatMs);
        m_keys.start(kKeyEveryMs);
        m_sinceBeat.start();
    }

    void report(const char* phase) {
        std::cout << phase << ": longest gap " << worst(m_gaps) << " ms over " << m_gaps.size() << " beats, busy "
                  << worst(m_busy) << " ms at most; key to paint " << median(m_paints) << " ms (median), "
                  << worst(m_paints) << " ms (longest of " << m_paints.size() << ")\n"
                  << std::flush;
        m_gaps.clear();
        m_busy.clear();
        m_paints.clear();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && m_waiting && m_editor.document()->revision() != m_revision) {
            // Painted once the event is through; the next turn of the loop is the earliest moment after it.
            m_waiting = false;
            QTimer::singleShot(0, this,
                               [this] { m_paints.push_back(static_cast<double>(m_sinceKey.nsecsElapsed()) / 1e6); });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void press() {
        if (m_waiting || !m_editor.isVisible()) { // the choice of a model is in its place
            return;
        }
        m_waiting = true;
        m_revision = m_editor.document()->revision();
        m_sinceKey.start();
        QCoreApplication::postEvent(&m_editor, new QKeyEvent(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, "a"));
    }
    /// Milliseconds that the calling thread has worked so far.
    static double threadMs() {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    static double worst(const std::vector<double>& values) {
        return values.empty() ? 0.0 : *std::max_element(values.begin(), values.end());
    }
    static double median(std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values.empty() ? 0.0 : values[values.size() / 2];
    }

    QPlainTextEdit& m_editor;
    QTimer m_beat;
    QTimer m_keys;
    QElapsedTimer m_sinceBeat;
    QElapsedTimer m_sinceKey;
    bool m_waiting = false;
    int m_revision = 0;
    double m_workedBefore = threadMs();
    std::vector<double> m_gaps;
    std::vector<double> m_busy;
    std::vector<double> m_paints;
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: window-latency DIA_FOLDER DAC_FOLDER [DTYPE [SECONDS]]\n";
        return 2;
    }
    QElapsedTimer sinceStart;
    sinceStart.start();
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    parley::ui::SettingsStore settings(folder.path() + "/settings.json");
    parley::gui::StudioWindow program(folder.path(), settings);
    program.show();
    auto* editor = program.window().findChild<QPlainTextEdit*>("scriptEditor");
    editor->setFocus();
    QTimer::singleShot(0, &program.window(), [&] {
        std::cout << "window usable " << sinceStart.elapsed() << " ms after main() began\n" << std::flush;
    });
    const int phaseMs = (argc > 4 ? std::atoi(argv[4]) : 30) * 1000;
    Probe probe(*editor);
    const parley::ui::SpeechService& speech = program.studio().speech;
    QTimer::singleShot(phaseMs / 3, &program.window(), [&] {
        probe.report("idle");
        parley::ui::Preferences preferences = settings.preferences();
        preferences.modelPath = QString::fromLocal8Bit(argv[1]);
        preferences.codecPath = QString::fromLocal8Bit(argv[2]);
        preferences.dtype = QString::fromLatin1(argc > 3 ? argv[3] : "bfloat16");
        settings.setPreferences(preferences);
    });
    QObject::connect(&speech, &parley::ui::SpeechService::modelChanged, &program.window(), [&](const auto& state) {
        if (state.isReady()) {
            probe.report("loading");
            program.window().make->makeAction()->trigger();
            QTimer::singleShot(phaseMs, &program.window(), [&] {
                probe.report("speaking");
                QApplication::quit();
            });
        } else if (state.phase == parley::ui::ModelState::Phase::Failed) {
            std::cerr << "window-latency: " << state.error.message() << "\n";
            QApplication::exit(1);
        }
    });
    return QApplication::exec();
}
