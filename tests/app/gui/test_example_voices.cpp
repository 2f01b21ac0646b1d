// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/examples.h"
#include "editor/script_panel.h"
#include "editor/speech_budget.h"
#include "parley/script.h"
#include "voices/voice_panel.h"

#include <QAction>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

AudioClip soundOf(double seconds) {
    return {std::vector<float>(static_cast<std::size_t>(seconds * kSampleRate), 0.2F)};
}

} // namespace

/// An example's voice text, read aloud at an ordinary pace, is a voice that the example can be spoken with.
class TestExampleVoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void becomeVoicesAsTheyAre_data() {
        QTest::addColumn<int>("row");
        const QList<Example> examples = loadExamples();
        for (int i = 0; i < examples.size(); ++i) {
            QTest::newRow(qPrintable(examples[i].id)) << i;
        }
    }

    void becomeVoicesAsTheyAre() {
        QFETCH(const int, row);
        const Example example = loadExamples()[row];
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        demo.window().script->actions().examples->menu()->actions()[row]->trigger();
        QCOMPARE(demo.window().script->script(), example.script);
        demo.window().voices->addSound(soundOf(expectedSeconds(example.voiceText)), "Anna and Ben", {});
        QTRY_COMPARE(demo.find<QPlainTextEdit>("voiceTranscript")->toPlainText(), example.voiceText);
        auto* save = demo.find<QPushButton>("saveVoice");
        QTRY_VERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(demo.studio().voices.voices().size(), 1);
        QCOMPARE(demo.studio().voices.voices().first().transcript, example.voiceText);
        QTRY_COMPARE(demo.window().voices->currentVoice(), demo.studio().voices.voices().first().id);
        QVERIFY2(demo.window().script->canSpeak(), qPrintable(demo.window().script->problem()));
        QVERIFY(demo.window().script->budget().fitsSeconds());
        // As the model reads them: one dialogue that takes turns.
        const std::string all = joinTranscript(example.voiceText.toStdString(), example.script.toStdString());
        QVERIFY(lintScript(all).empty());
    }
};

QTEST_MAIN(TestExampleVoices)
#include "test_example_voices.moc"
