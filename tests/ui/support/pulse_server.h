// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>
#include <vector>

namespace parley::test {

/// A private PulseAudio server whose sound cards are null sinks (mono, 44.1 kHz); "main" is the first. Programs find
/// it by PULSE_SERVER, which is set by the constructor: make it before the application object, in initMain().
class PulseServer {
public:
    PulseServer();
    PulseServer(const PulseServer&) = delete;
    PulseServer& operator=(const PulseServer&) = delete;
    ~PulseServer();

    /// False where there is no pulseaudio program; a test may skip itself then, and only then.
    [[nodiscard]] static bool isInstalled();

    /// Needs the application object. False if it doesn't answer within ten seconds.
    [[nodiscard]] bool start();
    void stop();

    /// Loads a module, as pactl does; its number as text, empty if that failed.
    [[nodiscard]] QString loadModule(const QStringList& arguments);
    /// The number of the module that is the sink.
    [[nodiscard]] QString addSink(const QString& name);
    [[nodiscard]] bool unloadModule(const QString& number);

private:
    QByteArray control(const QStringList& arguments, bool* done);

    QTemporaryDir m_folder;
    QProcess m_server;
};

/// Records what a sink plays, from start() on.
class SinkRecorder {
public:
    SinkRecorder() = default;
    SinkRecorder(const SinkRecorder&) = delete;
    SinkRecorder& operator=(const SinkRecorder&) = delete;
    ~SinkRecorder();

    /// False if nothing arrives within ten seconds.
    [[nodiscard]] bool start(const QString& sink);
    /// So far; mono at 44.1 kHz.
    [[nodiscard]] const std::vector<float>& samples();
    /// Samples from the first to the last that is louder than a whisper.
    [[nodiscard]] std::vector<float> sound();
    void stop();

private:
    QProcess m_process;
    QByteArray m_rest; ///< bytes of a sample that hasn't arrived as a whole
    std::vector<float> m_samples;
};

} // namespace parley::test
