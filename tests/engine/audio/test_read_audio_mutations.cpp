// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/audio/sounds.h"
#include "engine/files/folder.h"
#include "parley/audio.h"

#include <QTest>
#include <random>

using parley::ErrorCode;
using parley::readAudio;

/// libsndfile 1.2.0 itself leaks the tables of a Vorbis file that it gives up.
extern "C" const char* __lsan_default_suppressions(); // NOLINT: the sanitizer's name
const char* __lsan_default_suppressions() {           // NOLINT
    return "leak:vorbis_info_init";
}

/// Broken files end in an error or in a clip: never in a crash, a hang or another kind of failure.
class TestReadAudioMutations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PATH", m_noPrograms.path("").c_str()); }

    void survivesChangedBytes_data() { addFormats(); }

    void survivesChangedBytes() {
        const QByteArray original = makeFile();
        std::mt19937 random(42);
        for (int round = 0; round < kRounds; ++round) {
            QByteArray broken = original;
            for (int change = 0; change < 4; ++change) {
                const auto at = static_cast<qsizetype>(random() % kHeadBytes) % broken.size();
                broken[at] = static_cast<char>(random() % 256U);
            }
            readBroken(broken);
        }
    }

    void survivesFlippedBits_data() { addFormats(); }

    void survivesFlippedBits() {
        const QByteArray original = makeFile();
        std::mt19937 random(43);
        for (int round = 0; round < kRounds; ++round) {
            QByteArray broken = original;
            const auto at = static_cast<qsizetype>(random() % kHeadBytes) % broken.size();
            broken[at] = static_cast<char>(static_cast<unsigned>(broken.at(at)) ^ (1U << (random() % 8U)));
            readBroken(broken);
        }
    }

    void survivesCuts_data() { addFormats(); }

    void survivesCuts() {
        const QByteArray original = makeFile();
        const qsizetype step = original.size() / kRounds + 1;
        for (qsizetype size = 0; size < original.size(); size += step) {
            readBroken(original.left(size));
        }
    }

private:
    static constexpr int kRounds = 150;
    static constexpr unsigned kHeadBytes = 200;

    static void addFormats() {
        QTest::addColumn<int>("format");
        QTest::newRow("wav") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        QTest::newRow("flac") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
        QTest::newRow("ogg vorbis") << (SF_FORMAT_OGG | SF_FORMAT_VORBIS);
        QTest::newRow("opus") << (SF_FORMAT_OGG | SF_FORMAT_OPUS);
    }

    /// A tenth of a second in the row's format.
    [[nodiscard]] QByteArray makeFile() const {
        QFETCH(const int, format);
        const Folder folder;
        sounds::write(folder.path("a"), sounds::sine(440.0, 0.5, 4800, 48000), 1, 48000, format);
        return folder.content("a");
    }

    void readBroken(const QByteArray& content) const {
        m_folder.put("broken", content);
        const auto result = readAudio(m_folder.path("broken"));
        if (result.ok()) {
            QVERIFY(!result.value().samples.empty());
        } else {
            QCOMPARE(result.error().code, ErrorCode::AudioUnreadable);
            QVERIFY(!result.error().problem.empty());
        }
    }

    Folder m_folder;
    Folder m_noPrograms;
};

QTEST_GUILESS_MAIN(TestReadAudioMutations)
#include "test_read_audio_mutations.moc"
