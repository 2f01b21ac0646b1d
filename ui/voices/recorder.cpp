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
        QMetaObject::invokeMethod(m_capture, [capture = m_capture, device] { capture->start(device); });
    }
}

void Recorder::stop() {
    QMetaObject::invokeMethod(m_capture, [capture = m_capture] { capture->stop(); });
}

} // namespace parley::ui
