// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_part.h"

#include <QFileInfo>
#include <QtEndian>
#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace parley::ui {

namespace {

static_assert(std::endian::native == std::endian::little); // samples go to the disk as they are

constexpr auto kMagic = "PrLyPrt1";
constexpr qint64 kMagicBytes = 8;
constexpr qint64 kHeaderBytes = kMagicBytes + qint64{sizeof(quint32)}; // and the size of the notes
constexpr qint64 kMostNotes = qint64{4} << 20U;
constexpr std::size_t kBlockSamples = std::size_t{1} << 16U;
constexpr auto kSampleBytes = qint64{sizeof(float)};

} // namespace

TakePart::TakePart(const QString& path) : m_file(path) {}

bool TakePart::create(const QByteArray& notes) {
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        return false;
    }
    QByteArray head(kMagic);
    head.resize(kHeaderBytes);
    qToLittleEndian(static_cast<quint32>(notes.size()), head.data() + kMagicBytes);
    head += notes;
    if (m_file.write(head) == head.size()) {
        return true;
    }
    m_file.remove();
    return false;
}

void TakePart::append(std::span<const float> samples) {
    const auto bytes = std::as_bytes(samples);
    const auto size = static_cast<qint64>(bytes.size());
    if (m_file.isOpen() && m_file.write(reinterpret_cast<const char*>(bytes.data()), size) != size) {
        m_file.close(); // sound with a hole in it would be worse than sound that ends early
    }
}

std::optional<PartContent> readPart(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) { // opening a pipe could wait forever
        return std::nullopt;
    }
    const QByteArray head = file.read(kHeaderBytes);
    if (head.size() != kHeaderBytes || !head.startsWith(kMagic)) {
        return std::nullopt;
    }
    const qint64 notesBytes = qFromLittleEndian<quint32>(head.constData() + kMagicBytes);
    if (notesBytes > kMostNotes) {
        return std::nullopt;
    }
    PartContent content;
    content.notes = file.read(notesBytes);
    content.soundOffset = kHeaderBytes + notesBytes;
    content.samples = std::max<qint64>(0, file.size() - content.soundOffset) / kSampleBytes;
    return content;
}

bool readPartSound(const QString& path, SoundTrack& sound) {
    const std::optional<PartContent> content = readPart(path);
    QFile file(path);
    if (!content || !file.open(QIODevice::ReadOnly) || !file.seek(content->soundOffset)) {
        return false;
    }
    std::vector<float> block(kBlockSamples);
    for (qint64 left = content->samples; left > 0;) {
        const qint64 wanted = std::min<qint64>(left, kBlockSamples);
        const qint64 bytes = file.read(reinterpret_cast<char*>(block.data()), wanted * kSampleBytes);
        const auto count = static_cast<std::size_t>(std::max<qint64>(0, bytes) / kSampleBytes);
        const std::span<float> samples = std::span(block).first(count);
        std::replace_if(samples.begin(), samples.end(), [](float value) { return !std::isfinite(value); }, 0.0F);
        if (count == 0 || sound.append(samples) != count) {
            return false;
        }
        left -= static_cast<qint64>(count);
    }
    return true;
}

} // namespace parley::ui
