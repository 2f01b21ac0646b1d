// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/store_voices/voice_fixtures.h"
#include "ui/voices/voice_panel_test.h"
#include "widgets/notice_bar.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrl>
#include <QtTest>

namespace parley::ui {

class TestVoicePanel : public VoicePanelTest {
    Q_OBJECT

private Q_SLOTS:
    void choosesByMouseAndKeyboard();
    void keepsAChoiceMadeBeforeTheListing();
    void tellsWhenTheChosenVoiceGoes();
    void deletesWithUndo();
    void renamesInPlace();
    void listens();
    void asksForConsentOnce();
    void tellsAboutUnreadableFiles();
    void takesDrops();
};

void TestVoicePanel::choosesByMouseAndKeyboard() {
    QSignalSpy chosen(m_panel.get(), &VoicePanel::currentVoiceChanged);
    clickRow(1);
    QCOMPARE(m_panel->currentVoice(), "Anna");
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(m_panel->currentVoice(), "Ben");
    QTest::keyClick(list(), Qt::Key_Home);
    QCOMPARE(m_panel->currentVoice(), QString());
    QCOMPARE(chosen.count(), 3);
    m_panel->setCurrentVoice("Ben");
    QCOMPARE(list()->currentIndex().row(), 2);
    QCOMPARE(chosen.count(), 3);
}

void TestVoicePanel::keepsAChoiceMadeBeforeTheListing() {
    VoiceLibrary library(m_folder->path());
    VoicePanel panel(library);
    QSignalSpy chosen(&panel, &VoicePanel::currentVoiceChanged);
    panel.setCurrentVoice("Ben");
    QTRY_VERIFY(library.isReady());
    QCOMPARE(panel.currentVoice(), "Ben");
    QCOMPARE(panel.findChild<QListView*>("voiceList")->currentIndex().row(), 2);
    QCOMPARE(chosen.count(), 0);
}

void TestVoicePanel::tellsWhenTheChosenVoiceGoes() {
    clickRow(1);
    QVERIFY(QFile::remove(m_folder->filePath("Anna.txt")));
    QVERIFY(QFile::remove(m_folder->filePath("Anna.wav")));
    QTRY_COMPARE(m_panel->currentVoice(), QString());
    QVERIFY(notice().contains("Anna"));
}

void TestVoicePanel::deletesWithUndo() {
    clickRow(1);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(m_panel->currentVoice(), QString());
    QVERIFY(notice().contains("Anna"));
    clickNoticeAction();
    QTRY_COMPARE(m_panel->currentVoice(), "Anna");
    QCOMPARE(list()->model()->rowCount(), 3);
}

void TestVoicePanel::renamesInPlace() {
    clickRow(1);
    QTest::keyClick(list(), Qt::Key_F2);
    auto* field = list()->viewport()->findChild<QLineEdit*>();
    QVERIFY(field);
    QTest::keyClicks(field, "Zoe");
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_library->voice("Anna")->name, "Zoe");
    QCOMPARE(m_panel->currentVoice(), "Anna");
    QTRY_COMPARE(list()->currentIndex().row(), 2);
}

void TestVoicePanel::listens() {
    QSignalSpy play(m_panel.get(), &VoicePanel::playRequested);
    clickRow(2);
    QTest::keyClick(list(), Qt::Key_Space);
    QTRY_COMPARE(play.count(), 1);
    QCOMPARE(play.first().at(2).toDouble(), 6.0);
}

void TestVoicePanel::asksForConsentOnce() {
    m_panel->setConsentSeen(false);
    auto* line = find<NoticeBar>("voiceConsent");
    QVERIFY(!line->isVisible());
    QSignalSpy seen(m_panel.get(), &VoicePanel::consentSeen);
    m_panel->addFile(m_outside->filePath("nowhere.wav"));
    QVERIFY(line->isVisible());
    QTest::mouseClick(line->findChild<QPushButton*>("noticeAction0"), Qt::LeftButton);
    QCOMPARE(seen.count(), 1);
    QVERIFY(!line->isVisible());
    m_panel->addFile(m_outside->filePath("nowhere.wav"));
    QVERIFY(!line->isVisible());
}

void TestVoicePanel::tellsAboutUnreadableFiles() {
    QVERIFY(writeFile(m_outside->filePath("bad.wav"), "not a sound"));
    m_panel->addFile(m_outside->filePath("bad.wav"));
    QTRY_VERIFY(notice().contains("bad.wav") && !notice().contains("Reading"));
    m_panel->addFile(m_outside->filePath("nowhere.wav"));
    QTRY_VERIFY(notice().contains("nowhere.wav") && !notice().contains("Reading"));
    QVERIFY(!isEditing());
}

void TestVoicePanel::takesDrops() {
    QVERIFY(writeSound(m_outside->filePath("Fay.wav"), tone(6.0, 500.0)));
    QVERIFY(writeFile(m_outside->filePath("Fay.txt"), "[S1] Hello."));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_outside->path()), QUrl("https://example.org/a.wav")});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_panel.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_panel.get(), &drop);
    QTRY_VERIFY(m_library->voice("Fay"));

    QMimeData text;
    text.setText("hello");
    QDragEnterEvent other({10, 10}, Qt::CopyAction, &text, Qt::LeftButton, {});
    other.ignore();
    QCoreApplication::sendEvent(m_panel.get(), &other);
    QVERIFY(!other.isAccepted());
}

} // namespace parley::ui

QTEST_MAIN(parley::ui::TestVoicePanel)
#include "test_voice_panel.moc"
