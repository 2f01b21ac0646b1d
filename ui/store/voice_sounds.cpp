// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_sounds.h"

#include "bridge/error_text.h"
#include "store/voice_worker.h"

#include <QCryptographicHash>
#include <QtConcurrent>
#include <algorithm>
#include <bit>
#include <cmath>

namespace parley::ui {

namespace {

constexpr std::size_t kShapeParts = 96;
/// 40 million samples: 160 MB, fifteen minutes, more than the longest sound that can be read.
constexpr qsizetype kKeptSamples = 40'000'000;

QList<float> shapeOf(std::span<const float> samples) {
    QList<float> shape;
    for (std::size_t part = 0; part < kShapeParts; ++part) {
        const std::size_t first = samples.size() * part / kShapeParts;
        const std::size_t end = samples.size() * (part + 1) / kShapeParts;
        float loudest = 0;
        for (const float sample : samples.subspan(first, end - first)) {
            loudest = std::max(loudest, std::abs(sample));
        }
        shape += std::min(loudest, 1.0F);
    }
    return shape;
}

} // namespace

QByteArray voiceHash(std::span<const float> samples) {
    static_assert(std::endian::native == std::endian::little, "the hash is of little-endian samples");
    const auto bytes = std::as_bytes(samples);
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex();
}

VoiceSound readVoiceSound(const QString& path) {
    VoiceSound sound;
    const Result<AudioClip> clip = readAudio(toPath(path));
    if (!clip.ok()) {
        sound.error = clip.error();
        return sound;
    }
    const std::span<const float> samples(clip.value().samples);
    sound.track = std::make_shared<const SoundTrack>(samples);
    sound.seconds = clip.value().seconds();
    sound.hash = voiceHash(samples);
    sound.shape = shapeOf(samples);
    return sound;
}

VoiceSounds::VoiceSounds(QObject* parent) : QObject(parent), m_tracks(kKeptSamples) {
    m_reader.setMaxThreadCount(1);
}

VoiceSounds::~VoiceSounds() {
    m_reader.clear();
    m_reader.waitForDone();
}

bool VoiceSounds::complete(ListedVoice& listed) {
    const auto known = m_facts.constFind(listed.stamp);
    if (listed.stamp.isEmpty()) {
        return true;
    }
    if (known == m_facts.constEnd()) {
        read(listed);
        return false;
    }
    Voice& voice = listed.voice;
    voice.seconds = known->seconds;
    voice.hash = known->hash;
    voice.shape = known->shape;
    if (voice.hash.isEmpty()) {
        voice.problem = tr("Its sound can't be read. %1").arg(errorDetails(known->error));
    }
    return true;
}

SoundTrackPtr VoiceSounds::track(const ListedVoice& listed) {
    if (const SoundTrackPtr* kept = m_tracks.object(listed.stamp)) {
        return *kept;
    }
    const auto known = m_facts.constFind(listed.stamp);
    const bool unreadable = known != m_facts.constEnd() && known->hash.isEmpty();
    if (!listed.stamp.isEmpty() && !unreadable) {
        read(listed);
    }
    return {};
}

void VoiceSounds::keepOnly(const QSet<QString>& stamps) {
    m_facts.removeIf([&](const auto& entry) { return !stamps.contains(entry.key()); });
    const QList<QString> kept = m_tracks.keys();
    for (const QString& stamp : kept) {
        if (!stamps.contains(stamp)) {
            m_tracks.remove(stamp);
        }
    }
}

void VoiceSounds::read(const ListedVoice& listed) {
    if (m_reading.contains(listed.stamp)) {
        return;
    }
    m_reading.insert(listed.stamp);
    const auto keep = [this, stamp = listed.stamp](VoiceSound sound) {
        m_reading.remove(stamp);
        if (sound.track) {
            const auto size = static_cast<qsizetype>(sound.track->size());
            m_tracks.insert(stamp, new SoundTrackPtr(std::exchange(sound.track, nullptr)), size);
        }
        m_facts.insert(stamp, sound);
        Q_EMIT wasRead();
    };
    whenDone(this, QtConcurrent::run(&m_reader, readVoiceSound, listed.voice.soundFile), keep);
}

} // namespace parley::ui
