// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "takes/takes_panel.h"
#include "voices/voice_panel.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

namespace {

constexpr const char* kScript = "[S1] Here is a voice that somebody may like to keep. [S2] And here is the other one.";

TakeId addTake(DemoStudio& demo, const std::vector<float>& samples) {
    Recipe recipe;
    recipe.script = kScript;
    TakeLibrary& takes = demo.studio().takes;
    const TakeId id = takes.begin(recipe);
    takes.append(id, samples);
    takes.finish(id, TakeState::Whole, recipe, 600, {});
    return id;
}

} // namespace

/// A take becomes a voice.
class TestKeepVoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTakeBecomesTheVoiceInUse() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        std::vector<float> samples(7 * std::size_t{kSampleRate}, 0.25F);
        samples[1000] = -0.5F; // to be known by
        const TakeId id = addTake(demo, samples);
        demo.window().takes->setCurrentTake(id);
        auto* keep = demo.find<QAction>("takeKeepVoice");
        QTRY_VERIFY(keep->isEnabled());
        keep->trigger();
        QTRY_VERIFY(demo.find<QWidget>("voiceEditor")->isVisible());
        QCOMPARE(demo.find<QPlainTextEdit>("voiceTranscript")->toPlainText(), QString(kScript));
        auto* name = demo.find<QLineEdit>("voiceName");
        name->clear();
        QTest::keyClicks(name, "Found");
        QTRY_VERIFY(demo.find<QPushButton>("saveVoice")->isEnabled());
        demo.find<QPushButton>("saveVoice")->click();

        QTRY_COMPARE_WITH_TIMEOUT(demo.studio().voices.voices().size(), 1, kStudioPatienceMs);
        const Voice voice = demo.studio().voices.voices().first();
        QCOMPARE(voice.name, QString("Found"));
        QCOMPARE(voice.transcript, QString(kScript));
        QTRY_COMPARE(demo.window().voices->currentVoice(), voice.id);
        QTRY_VERIFY(demo.studio().voices.sound(voice.id) != nullptr);
        const std::vector<float> kept = demo.studio().voices.sound(voice.id)->clip().samples;
        QCOMPARE(kept.size(), samples.size());
        QVERIFY(qAbs(kept[1000] - samples[1000]) < 1e-3F && qAbs(kept[999] - samples[999]) < 1e-3F);
    }

    void aTakeWithoutSoundCannot() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        demo.window().takes->setCurrentTake(addTake(demo, {}));
        QVERIFY(!demo.find<QAction>("takeKeepVoice")->isEnabled());
    }
};

QTEST_MAIN(TestKeepVoice)
#include "test_keep_voice.moc"
