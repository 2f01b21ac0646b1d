// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/store_voices/voice_fixtures.h"
#include "ui/voices/voice_panel_test.h"
#include "widgets/waveform_view.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

namespace parley::ui {

class TestVoiceMaking : public VoicePanelTest {
    Q_OBJECT

private Q_SLOTS:
    void makesAVoiceOfAFile();
    void savesOnlyWhatIsSound();
    void trimsToTheSelection();
    void trimmingAStoredVoiceMakesANewOne();
    void editsAStoredVoice();
    void givesBackWhatWasAbandoned();
    void keepsWhatCouldNotBeSaved();
    void editsOneSoundAfterTheOther();
    void offersATranscript();
};

void TestVoiceMaking::makesAVoiceOfAFile() {
    QVERIFY(writeSound(m_outside->filePath("Carl.flac"), tone(7.0)));
    m_panel->addFile(m_outside->filePath("Carl.flac"));
    QTRY_VERIFY(isEditing());
    QCOMPARE(find<QLineEdit>("voiceName")->text(), "Carl");
    typeGoodText();
    QTest::keyClicks(find<QLineEdit>("voiceSpeaker1"), "Karl");
    auto* save = find<QPushButton>("saveVoice");
    QTRY_VERIFY(save->isEnabled());
    press("saveVoice");
    QTRY_COMPARE(m_panel->currentVoice(), "Carl");
    QCOMPARE(m_library->voice("Carl")->speaker1, "Karl");
    QCOMPARE(m_library->voice("Carl")->seconds, 7.0);
    QVERIFY(!isEditing());
}

void TestVoiceMaking::savesOnlyWhatIsSound() {
    m_panel->addSound(tone(7.0), {}, "no tag, but about as many characters as seven seconds take to say");
    QVERIFY(isEditing());
    auto* save = find<QPushButton>("saveVoice");
    QVERIFY(!save->isEnabled());
    QVERIFY(!save->accessibleDescription().isEmpty());
    press("fixTags");
    QVERIFY(find<QPlainTextEdit>("voiceTranscript")->toPlainText().startsWith("[S1] no tag"));
    QTest::keyClicks(find<QLineEdit>("voiceName"), "Dora");
    QTRY_VERIFY(save->isEnabled());
}

void TestVoiceMaking::trimsToTheSelection() {
    QSignalSpy play(m_panel.get(), &VoicePanel::playRequested);
    m_panel->addSound(tone(40.0), "Long", {});
    auto* waveform = find<WaveformView>("voiceWaveform");
    QCOMPARE(waveform->selection()->to, 10.0);
    waveform->setSelection(WaveformView::Selection{2.0, 8.0});
    typeGoodText();
    press("playPart");
    QCOMPARE(play.last().at(1).toDouble(), 2.0);
    QCOMPARE(play.last().at(2).toDouble(), 8.0);
    QTRY_VERIFY(find<QPushButton>("saveVoice")->isEnabled());
    press("saveVoice");
    QTRY_COMPARE(m_panel->currentVoice(), "Long");
    QCOMPARE(m_library->voice("Long")->seconds, 6.0);
}

void TestVoiceMaking::trimmingAStoredVoiceMakesANewOne() {
    clickRow(1);
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(isEditing());
    find<WaveformView>("voiceWaveform")->setSelection(WaveformView::Selection{0.0, 5.0});
    typeGoodText();
    QTRY_VERIFY(find<QPushButton>("saveVoice")->text().contains("new"));
    press("saveVoice");
    QTRY_COMPARE(m_panel->currentVoice(), "Anna 2");
    QCOMPARE(m_library->voice("Anna")->seconds, 6.0);
}

void TestVoiceMaking::editsAStoredVoice() {
    const QByteArray sound = readFile(m_folder->filePath("Anna.wav"));
    clickRow(1);
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(isEditing());
    typeGoodText();
    press("saveVoice");
    QTRY_COMPARE(m_library->voice("Anna")->transcript, "[S1] " + QString(70, 'a'));
    QCOMPARE(readFile(m_folder->filePath("Anna.wav")), sound);
}

void TestVoiceMaking::givesBackWhatWasAbandoned() {
    m_panel->addSound(tone(7.0), "Eve", {});
    typeGoodText();
    QTest::keyClick(find<QPlainTextEdit>("voiceTranscript"), Qt::Key_Escape);
    QVERIFY(!isEditing());
    clickNoticeAction();
    QVERIFY(isEditing());
    QCOMPARE(find<QPlainTextEdit>("voiceTranscript")->toPlainText(), "[S1] " + QString(70, 'a'));
    QCOMPARE(find<QLineEdit>("voiceName")->text(), "Eve");
}

void TestVoiceMaking::keepsWhatCouldNotBeSaved() {
    QVERIFY(writeFile(m_outside->filePath("file"), "in the way"));
    m_library->setFolder(m_outside->filePath("file/voices"));
    m_panel->addSound(tone(7.0), "Eve", {});
    typeGoodText();
    QTRY_VERIFY(find<QPushButton>("saveVoice")->isEnabled());
    press("saveVoice");
    QTRY_VERIFY(isEditing() && !notice().isEmpty());
    QCOMPARE(find<QLineEdit>("voiceName")->text(), "Eve");
    QCOMPARE(find<WaveformView>("voiceWaveform")->track()->seconds(), 7.0);
}

void TestVoiceMaking::editsOneSoundAfterTheOther() {
    m_panel->addSound(tone(6.0), "One", {});
    m_panel->addSound(tone(7.0), "Two", {});
    m_panel->startRecording(); // not over an open edit
    QVERIFY(isEditing());
    QCOMPARE(find<QLineEdit>("voiceName")->text(), "One");
    press("cancelVoice");
    QVERIFY(isEditing());
    QCOMPARE(find<QLineEdit>("voiceName")->text(), "Two");
}

void TestVoiceMaking::offersATranscript() {
    m_panel->offerTranscript("[S1] As in the example.");
    m_panel->addSound(tone(6.0), "One", {});
    QCOMPARE(find<QPlainTextEdit>("voiceTranscript")->toPlainText(), "[S1] As in the example.");
}

} // namespace parley::ui

QTEST_MAIN(parley::ui::TestVoiceMaking)
#include "test_voice_making.moc"
