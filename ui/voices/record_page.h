// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <QString>
#include <QWidget>
class QComboBox;
class QLabel;
class QPushButton;

namespace parley::ui {

class LevelMeter;
class NoticeBar;
class PageHeader;
class Recorder;

/// Records a voice: which microphone, how loud it is, how much there is.
class RecordPage : public QWidget {
    Q_OBJECT

public:
    explicit RecordPage(QWidget* parent = nullptr);

    /// Looks for microphones; to be called when the page is shown. The first call reaches the sound server.
    void open();
    /// Stops the microphone; what was recorded comes by recorded().
    void stop();

Q_SIGNALS:
    /// Something was recorded; `problem` says why it ended early, for people.
    void recorded(const parley::AudioClip& clip, const QString& problem);
    void fileWanted();
    void closed();

private:
    void buildControls();
    void listDevices();
    void toggle();
    void showSeconds(double seconds);
    void finish(const parley::AudioClip& clip, const QString& problem);
    void showIdle();

    Recorder* m_recorder = nullptr;
    PageHeader* m_header;
    NoticeBar* m_notice;
    QComboBox* m_devices;
    LevelMeter* m_meter;
    QLabel* m_time;
    QPushButton* m_record;
};

} // namespace parley::ui
