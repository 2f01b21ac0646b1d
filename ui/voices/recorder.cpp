// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/recorder.h"

#include "voices/capture.h"
#include "voices/voice_check.h"

namespace parley::ui {

Recorder::Recorder(QObject* parent) : QObject(parent), m_capture(new Capture(kMostVoiceSeconds)) {
    m_thread.setObjectName(QStringLiteral("microphone"));
    m_capture->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_capture, &QObject::deleteLater);
    connect(&m_devices, &QMediaDevices::audioInputsChanged, this, &Recorder::devicesChanged);
    connect(this, &Recorder::startWanted, m_capture, &Capture::start);
    connect(this, &Recorder::stopWanted, m_capture, &Capture::stop);
    connect(m_capture, &Capture::started, this, &Recorder::started);
    connect(m_capture, &Capture::heard, this, &Recorder::heard);
    connect(m_capture, &Capture::finished, this, [this](const AudioClip& clip, const QString& problem) {
        m_recording = false;
        Q_EMIT finished(clip, problem);
    });
    m_thread.start();
}

Recorder::~Recorder() {
    m_thread.quit();
    m_thread.wait();
}

QList<QAudioDevice> Recorder::devices() const {
    return QMediaDevices::audioInputs();
}

void Recorder::start(const QAudioDevice& device) {
    if (!m_recording) {
        m_recording = true;
        Q_EMIT startWanted(device);
    }
}

void Recorder::stop() {
    Q_EMIT stopWanted();
}

} // namespace parley::ui
