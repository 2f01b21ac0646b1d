// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/voices/voice_panel_test.h"

#include "ui/store_voices/voice_fixtures.h"
#include "widgets/notice_bar.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

namespace parley::ui {

void VoicePanelTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_outside = std::make_unique<QTemporaryDir>();
    addPair("Anna", 220.0);
    addPair("Ben", 330.0);
    m_library = std::make_unique<VoiceLibrary>(m_folder->path());
    m_panel = std::make_unique<VoicePanel>(*m_library);
    m_panel->setConsentSeen(true);
    m_panel->resize(360, 640);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    QTRY_VERIFY(m_library->sound("Anna") && m_library->sound("Ben"));
}

void VoicePanelTest::cleanup() {
    m_panel.reset();
    m_library.reset();
}

void VoicePanelTest::addPair(const QString& name, double hertz) const {
    QVERIFY(writeSound(m_folder->filePath(name + ".wav"), tone(6.0, hertz)));
    QVERIFY(writeFile(m_folder->filePath(name + ".txt"), "[S1] " + QByteArray(80, 'a')));
}

void VoicePanelTest::clickRow(int row) const {
    const QRect place = list()->visualRect(list()->model()->index(row, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place.center());
}

void VoicePanelTest::typeGoodText() const {
    auto* transcript = find<QPlainTextEdit>("voiceTranscript");
    transcript->setFocus();
    transcript->selectAll();
    QTest::keyClicks(transcript, "[S1] " + QString(70, 'a'));
}

void VoicePanelTest::clickNoticeAction() const {
    auto* action = find<NoticeBar>("voiceNotice")->findChild<QPushButton*>("noticeAction0");
    QVERIFY(action);
    QTest::mouseClick(action, Qt::LeftButton);
}

QString VoicePanelTest::notice() const {
    return find<NoticeBar>("voiceNotice")->text();
}

void VoicePanelTest::press(const char* button) const {
    QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton);
}

} // namespace parley::ui
