// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/support/pulse_server.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>

namespace parley::test {
namespace {

using namespace std::chrono_literals;

constexpr int kPatienceMs = 10'000;

void end(QProcess& process) {
    if (process.state() != QProcess::NotRunning) {
        process.terminate();
        if (!process.waitForFinished(kPatienceMs)) {
            process.kill();
            process.waitForFinished();
        }
    }
}

} // namespace

PulseServer::PulseServer() {
    qputenv("PULSE_SERVER", "unix:" + m_folder.filePath(QStringLiteral("native")).toUtf8());
    qputenv("PULSE_RUNTIME_PATH", m_folder.path().toUtf8());
}

PulseServer::~PulseServer() {
    stop();
}

bool PulseServer::isInstalled() {
    return !QStandardPaths::findExecutable(QStringLiteral("pulseaudio")).isEmpty();
}

bool PulseServer::start() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PULSE_SERVER")); // the server itself must not look for one
    for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"}) {
        environment.insert(QLatin1String(name), m_folder.path());
    }
    m_server.setProcessEnvironment(environment);
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(QStringLiteral("pulseaudio"),
                   {QStringLiteral("-n"), QStringLiteral("--exit-idle-time=-1"), QStringLiteral("--daemonize=no"),
                    QStringLiteral("--use-pid-file=no"), QStringLiteral("-L"),
                    QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=%1")
                        .arg(m_folder.filePath(QStringLiteral("native")))});
    if (!m_server.waitForStarted(kPatienceMs)) {
        return false;
    }
    const QDeadlineTimer patience(kPatienceMs);
    while (!patience.hasExpired() && m_server.state() == QProcess::Running) {
        if (!addSink(QStringLiteral("main")).isEmpty()) {
            return true;
        }
        QThread::msleep(50); // its socket isn't there yet
    }
    return false;
}

void PulseServer::stop() {
    end(m_server);
}

QByteArray PulseServer::control(const QStringList& arguments, bool* done) {
    QProcess pactl;
    pactl.setStandardErrorFile(QProcess::nullDevice());
    pactl.start(QStringLiteral("pactl"), arguments);
    *done = pactl.waitForFinished(kPatienceMs) && pactl.exitStatus() == QProcess::NormalExit && pactl.exitCode() == 0;
    return pactl.readAllStandardOutput();
}

QString PulseServer::loadModule(const QStringList& arguments) {
    bool done = false;
    const QByteArray number = control(QStringList(QStringLiteral("load-module")) + arguments, &done).trimmed();
    return done ? QString::fromLatin1(number) : QString();
}

QString PulseServer::addSink(const QString& name) {
    return loadModule({QStringLiteral("module-null-sink"), QStringLiteral("sink_name=%1").arg(name),
                       QStringLiteral("rate=44100"), QStringLiteral("channels=1"), QStringLiteral("format=float32le"),
                       QStringLiteral("sink_properties=device.description=%1").arg(name)});
}

bool PulseServer::unloadModule(const QString& number) {
    bool done = false;
    control({QStringLiteral("unload-module"), number}, &done);
    return done;
}

SinkRecorder::~SinkRecorder() {
    stop();
}

bool SinkRecorder::start(const QString& sink) {
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(QStringLiteral("parec"), {QStringLiteral("--device=%1.monitor").arg(sink), QStringLiteral("--raw"),
                                              QStringLiteral("--format=float32le"), QStringLiteral("--rate=44100"),
                                              QStringLiteral("--channels=1"), QStringLiteral("--latency-msec=20")});
    return m_process.waitForReadyRead(kPatienceMs);
}

const std::vector<float>& SinkRecorder::samples() {
    m_rest += m_process.readAllStandardOutput();
    const auto count = static_cast<std::size_t>(m_rest.size()) / sizeof(float);
    const std::size_t before = m_samples.size();
    m_samples.resize(before + count);
    std::memcpy(m_samples.data() + before, m_rest.constData(), count * sizeof(float));
    m_rest.remove(0, m_rest.size() - m_rest.size() % static_cast<qsizetype>(sizeof(float)));
    return m_samples;
}

std::vector<float> SinkRecorder::sound() {
    const std::vector<float>& all = samples();
    const auto loud = [](float sample) { return std::abs(sample) > 0.003F; };
    const auto first = std::find_if(all.begin(), all.end(), loud);
    const auto last = std::find_if(all.rbegin(), std::make_reverse_iterator(first), loud).base();
    return {first, last};
}

void SinkRecorder::stop() {
    end(m_process);
}

} // namespace parley::test
