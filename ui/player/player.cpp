// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/player.h"

#include "player/sound_output.h"

#include <QMediaDevices>
#include <QMetaObject>
#include <algorithm>
#include <cmath>
#include <utility>

namespace parley::ui {
namespace {

constexpr int kDeviceWatchMs = 500;

} // namespace

template <typename Call>
void Player::tellOutput(Call call) {
    SoundOutput* const output = m_output;
    QMetaObject::invokeMethod(output, [output, call = std::move(call)] { call(*output); }, Qt::QueuedConnection);
}

Player::Player(QObject* parent) : QObject(parent), m_output(new SoundOutput) {
    m_thread.setObjectName(QStringLiteral("sound output"));
    m_output->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_output, &QObject::deleteLater);
    connect(m_output, &SoundOutput::heard, this, &Player::hear);
    connect(m_output, &SoundOutput::ended, this, [this](quint64 run) {
        if (run == m_run && isActive()) {
            endRun(State::Stopped);
        }
    });
    connect(m_output, &SoundOutput::failed, this, [this](quint64 run) {
        if (run == m_run && isActive()) {
            leaveDevice();
        }
    });
    m_deviceWatch.setInterval(kDeviceWatchMs);
    connect(&m_deviceWatch, &QTimer::timeout, this, &Player::checkDevice);
    m_thread.start(QThread::TimeCriticalPriority);
}

Player::~Player() {
    m_thread.quit();
    m_thread.wait();
}

void Player::load(SoundTrackPtr track) {
    endRun(State::Stopped);
    m_track = std::move(track);
    Q_EMIT trackChanged();
    setPosition(0);
}

void Player::switchTrack(SoundTrackPtr track) {
    m_track = std::move(track);
    Q_EMIT trackChanged();
    if (!m_track) {
        endRun(State::Stopped);
    }
    seek(m_position);
}

void Player::play() {
    if (!m_track || isActive()) {
        return;
    }
    if (isAtEnd()) {
        setPosition(0);
    }
    m_usedDevice = findDevice();
    if (m_usedDevice.isNull()) {
        Q_EMIT problem(tr("No sound device was found. Takes can still be made and exported."));
        return;
    }
    startRun();
    setState(State::Playing);
    if (!m_deviceId.isEmpty() && m_usedDevice.id() != m_deviceId.toUtf8()) {
        Q_EMIT problem(tr("The chosen sound device isn't there; %1 is used instead.").arg(m_usedDevice.description()));
    }
}

void Player::pause() {
    if (isActive()) {
        endRun(State::Paused);
    }
}

void Player::stop() {
    endRun(State::Stopped);
    setPosition(0);
}

void Player::seek(double seconds) {
    if (std::isnan(seconds)) {
        return;
    }
    setPosition(std::clamp(seconds, 0.0, lastPlace()));
    if (isActive()) {
        startRun();
    }
}

void Player::setSpeed(double speed) {
    const double wanted = std::isnan(speed) ? 1.0 : std::clamp(speed, 0.5, 2.0);
    if (wanted != m_speed) {
        m_speed = wanted;
        tellOutput([wanted](SoundOutput& output) { output.setTempo(wanted); });
        Q_EMIT speedChanged(wanted);
    }
}

void Player::setLoop(bool loop) {
    if (loop != m_loop) {
        m_loop = loop;
        tellOutput([loop](SoundOutput& output) { output.setLoop(loop); });
        Q_EMIT loopChanged(loop);
    }
}

void Player::setVolume(double volume) {
    const double wanted = std::isnan(volume) ? 1.0 : std::clamp(volume, 0.0, 1.0);
    if (wanted != m_volume) {
        m_volume = wanted;
        tellOutput([wanted](SoundOutput& output) { output.setVolume(wanted); });
        Q_EMIT volumeChanged(wanted);
    }
}

void Player::setDevice(const QString& id) {
    m_deviceId = id;
    checkDevice();
}

void Player::startRun() {
    ++m_run;
    m_output->setNewest(m_run);
    tellOutput(
        [run = SoundOutput::Run{m_run, m_track, m_position, m_usedDevice}](SoundOutput& output) { output.start(run); });
}

void Player::endRun(State state) {
    ++m_run; // what the ended run still reports is not heard any more
    m_output->setNewest(m_run);
    tellOutput([](SoundOutput& output) { output.stop(); });
    setState(state);
}

void Player::hear(quint64 run, double seconds, bool waiting) {
    if (run == m_run && isActive()) {
        setState(waiting ? State::Waiting : State::Playing);
        setPosition(seconds);
    }
}

void Player::setState(State state) {
    if (std::exchange(m_state, state) != state) {
        if (isActive() != m_deviceWatch.isActive()) {
            isActive() ? m_deviceWatch.start() : m_deviceWatch.stop();
        }
        Q_EMIT stateChanged(state);
    }
}

void Player::setPosition(double seconds) {
    if (std::exchange(m_position, seconds) != seconds) {
        Q_EMIT positionChanged(seconds);
    }
}

double Player::lastPlace() const {
    constexpr double kMostSeconds = 3 * 3600.0;
    if (!m_track) {
        return 0;
    }
    return m_track->isComplete() ? m_track->seconds() : kMostSeconds; // a file that is being read has it in a moment
}

bool Player::isAtEnd() const {
    constexpr double kNearlyThere = 0.02;
    return m_track->isComplete() && m_position >= m_track->seconds() - kNearlyThere;
}

QAudioDevice Player::findDevice() const {
    const auto outputs = QMediaDevices::audioOutputs();
    for (const QAudioDevice& output : outputs) {
        if (!m_deviceId.isEmpty() && output.id() == m_deviceId.toUtf8()) {
            return output;
        }
    }
    return QMediaDevices::defaultAudioOutput();
}

void Player::checkDevice() {
    if (!isActive()) {
        return;
    }
    const auto outputs = QMediaDevices::audioOutputs();
    const auto isUsed = [this](const QAudioDevice& output) { return output.id() == m_usedDevice.id(); };
    if (std::none_of(outputs.begin(), outputs.end(), isUsed)) {
        leaveDevice();
        return;
    }
    const QAudioDevice wanted = findDevice();
    if (wanted.id() != m_usedDevice.id()) {
        m_usedDevice = wanted;
        startRun();
    }
}

void Player::leaveDevice() {
    const QString lost = m_usedDevice.description();
    const QAudioDevice next = findDevice();
    if (next.isNull() || next.id() == m_usedDevice.id()) {
        endRun(State::Paused);
        Q_EMIT problem(tr("The sound device %1 can't be used, and there is no other. Playing is paused.").arg(lost));
        return;
    }
    m_usedDevice = next;
    startRun();
    Q_EMIT problem(tr("The sound device %1 is gone; playing goes on with %2.").arg(lost, next.description()));
}

} // namespace parley::ui
