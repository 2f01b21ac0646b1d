// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_library.h"
#include "ui/support/pulse_server.h"
#include "voices/capture.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QAudioDevice>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

namespace parley::ui {

/// A machine without a sound server: the one that programs are told of is never started.
class TestNoMicrophone : public QObject {
    Q_OBJECT

public:
    static void initMain() { server = std::make_unique<test::PulseServer>(); }

private:
    inline static std::unique_ptr<test::PulseServer> server;

private Q_SLOTS:
    void cleanupTestCase() { server.reset(); }
    void saysSoAndOffersAWayOut();
    void openingNothingFails();
};

void TestNoMicrophone::saysSoAndOffersAWayOut() {
    const QTemporaryDir folder;
    VoiceLibrary library(folder.path());
    VoicePanel panel(library);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.startRecording();
    auto* notice = panel.findChild<NoticeBar*>("recordNotice");
    QVERIFY(!notice->text().isEmpty());
    QVERIFY(!panel.findChild<QPushButton*>("recordButton")->isEnabled());
    QVERIFY(!panel.findChild<QComboBox*>("microphoneChoice")->isEnabled());
    QTest::mouseClick(notice->findChild<QPushButton*>("noticeAction0"), Qt::LeftButton); // looks again
    QVERIFY(!notice->text().isEmpty());
    QVERIFY(panel.focusWidget());
    QTest::keyClick(panel.focusWidget(), Qt::Key_Escape);
    QVERIFY(panel.findChild<QWidget*>("voiceListPage")->isVisible());
}

void TestNoMicrophone::openingNothingFails() {
    Capture capture(1);
    QSignalSpy finished(&capture, &Capture::finished);
    capture.start(QAudioDevice());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.first().at(0).value<AudioClip>().samples.empty());
    QVERIFY(!finished.first().at(1).toString().isEmpty());
    capture.stop();
    QCOMPARE(finished.count(), 1);
}

} // namespace parley::ui

QTEST_MAIN(parley::ui::TestNoMicrophone)
#include "test_no_microphone.moc"
