// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "parley/audio.h"

#include <QApplication>
#include <QStyle>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

class TestPreferencesControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appliesALookOnlyWhenItIsNew() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        SettingsStore& settings = demo.studio().settings;
        const QPointer<QStyle> before = QApplication::style();
        Preferences now = settings.preferences();
        now.modelPath = folder.filePath("nothing");
        now.volume = 0.5;
        settings.setPreferences(now);
        QCOMPARE(demo.studio().player.volume(), 0.5);
        QVERIFY(QApplication::style() == before);
        now.theme = "dark";
        settings.setPreferences(now);
        QVERIFY(QApplication::style() != before);
    }

    void keepsADeletedVoiceForUndo() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        VoiceLibrary& voices = demo.studio().voices;
        voices.add({std::vector<float>(std::size_t{3} * kSampleRate, 0.25F)}, "Anna", "[S1] Hello.", {}, {});
        QTRY_COMPARE(voices.voices().size(), 1);
        voices.remove(voices.voices().first().id);
        demo.studio().player.setVolume(0.5);
        QCOMPARE(demo.studio().settings.preferences().volume, 0.5);
        QVERIFY(voices.canUndoRemove());
        voices.undoRemove();
        QTRY_COMPARE(voices.voices().size(), 1);
        QTRY_COMPARE(voices.voices().first().seconds, 3.0);
    }
};

QTEST_MAIN(TestPreferencesControl)
#include "test_preferences_control.moc"
