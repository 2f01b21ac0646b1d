// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/audio/sounds.h"
#include "engine/files/folder.h"
#include "parley/audio.h"

#include <QTest>
#include <random>
#include <string>

namespace fs = std::filesystem;
using parley::AudioClip;
using parley::ErrorCode;
using parley::readAudio;
using parley::readRecipe;
using parley::SampleFormat;
using parley::SoundNotes;
using parley::writeAudio;

namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;

/// JSON of exactly `size` bytes with letters of two, three and four bytes.
std::string recipeOf(std::size_t size) {
    std::string text = R"({"script":")";
    while (text.size() + 11 <= size) {
        text += "\xC3\xA4\xE6\x97\xA5\xF0\x9F\x98\x80";
    }
    text.resize(size - 2, 'x');
    return text + "\"}";
}

AudioClip tone() {
    return {sounds::sine(440.0, 0.5, 44101, 44100)};
}

std::string titleOf(const fs::path& path) {
    SF_INFO info = {};
    const parley::SndFile file(sf_open(path.c_str(), SFM_READ, &info));
    const char* title = file ? sf_get_string(file.get(), SF_STR_TITLE) : nullptr;
    return title != nullptr ? title : "";
}

/// A WAV file of two samples with one more chunk, whose size field says `claimed`.
QByteArray wavWithChunk(const QByteArray& content, std::uint32_t claimed) {
    QByteArray file = QByteArray::fromHex("52494646000000005741564566"
                                          "6d7420100000000100010044ac00008858010002001000"
                                          "64617461040000000010f0ff");
    file += "PrLy";
    for (unsigned shift = 0; shift < 32; shift += 8) {
        file += static_cast<char>((claimed >> shift) & 0xFFU);
    }
    file += content;
    const auto size = static_cast<std::uint32_t>(file.size() - 8);
    for (unsigned i = 0; i < 4; ++i) {
        file[4 + static_cast<qsizetype>(i)] = static_cast<char>((size >> (8 * i)) & 0xFFU);
    }
    return file;
}

} // namespace

class TestSoundNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesARecipe_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<qulonglong>("size");
        for (const char* name : {"a.wav", "a.flac", "a.ogg", "a.opus", "a.mp3"}) {
            for (const qulonglong size : {12U, 13U, 14U, 15U, 2045U, 2046U, 7001U, 30000U}) {
                QTest::addRow("%s %llu", name, size) << QByteArray(name) << size;
            }
        }
        QTest::newRow("a.ogg long") << QByteArray("a.ogg") << qulonglong{300000};
        for (const char* name : {"a.wav", "a.flac", "a.mp3"}) {
            QTest::addRow("%s 4 MiB", name) << QByteArray(name) << qulonglong{kMostBytes};
        }
    }

    void carriesARecipe() {
        QFETCH(const QByteArray, name);
        QFETCH(const qulonglong, size);
        const SoundNotes notes{"Tür & 日本 😀", recipeOf(size)};
        QCOMPARE(notes.recipe.size(), std::size_t{size});
        const Folder folder;
        const auto written = writeAudio(folder.path(name.constData()), tone(), SampleFormat::Pcm16, notes);
        QVERIFY2(written.ok(), written.ok() ? "" : written.error().message().c_str());
        QVERIFY(written.value().recipeKept);
        const auto read = readRecipe(folder.path(name.constData()));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
        QVERIFY(read.value() == notes.recipe);
        QCOMPARE(titleOf(folder.path(name.constData())), notes.title);
        const auto sound = readAudio(folder.path(name.constData()));
        QVERIFY2(sound.ok(), sound.ok() ? "" : sound.error().message().c_str());
        QVERIFY(std::abs(sound.value().seconds() - tone().seconds()) < 0.05);
        QVERIFY(std::abs(sounds::toneLevel(sounds::middle(sound.value().samples, 8000), 440.0, 44100) - 0.5) < 0.02);
    }

    void saysWhatCannotBeCarried_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("recipe");
        QTest::newRow("more than 4 MiB") << QByteArray("a.wav") << QByteArray::fromStdString(recipeOf(kMostBytes + 1));
        QTest::newRow("mp3, more than 4 MiB")
            << QByteArray("a.mp3") << QByteArray::fromStdString(recipeOf(kMostBytes + 1));
        QTest::newRow("opus, more than it can hold")
            << QByteArray("a.opus") << QByteArray::fromStdString(recipeOf(70000));
        QTest::newRow("zero byte") << QByteArray("a.ogg") << QByteArray("{\"a\0\":1}", 8);
        QTest::newRow("not JSON") << QByteArray("a.flac") << QByteArray("Recorded in May");
    }

    /// The sound is written all the same.
    void saysWhatCannotBeCarried() {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, recipe);
        const Folder folder;
        const fs::path path = folder.path(name.constData());
        const auto written = writeAudio(path, tone(), SampleFormat::Pcm16, {"Title", recipe.toStdString()});
        QVERIFY2(written.ok(), written.ok() ? "" : written.error().message().c_str());
        QVERIFY(!written.value().recipeKept);
        QVERIFY(readRecipe(path).value().empty());
        QCOMPARE(titleOf(path), std::string("Title"));
        QVERIFY(std::abs(readAudio(path).value().seconds() - tone().seconds()) < 0.05);
    }

    void withoutNotesNothingIsAdded() {
        const Folder folder;
        for (const char* name : {"a.wav", "a.flac", "a.mp3"}) {
            QVERIFY(writeAudio(folder.path(name), tone()).ok());
            const QByteArray plain = folder.content(name);
            QVERIFY(writeAudio(folder.path(name), tone(), SampleFormat::Pcm16, {}).value().recipeKept);
            QCOMPARE(folder.content(name), plain);
            QVERIFY(readRecipe(folder.path(name)).value().empty());
        }
    }

    void leavesOtherCommentsAlone() {
        const Folder folder;
        SF_INFO info = {};
        info.channels = 1;
        info.samplerate = 44100;
        info.format = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
        {
            const parley::SndFile file(sf_open(folder.path("a.wav").c_str(), SFM_WRITE, &info));
            sf_set_string(file.get(), SF_STR_COMMENT, "Recorded in May");
            const std::vector<float> samples(100);
            sf_write_float(file.get(), samples.data(), 100);
        }
        QVERIFY(readRecipe(folder.path("a.wav")).value().empty());
    }

    void survivesHostileChunks_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<quint32>("claimed");
        QTest::addColumn<QByteArray>("recipe");
        QTest::newRow("honest") << QByteArray("{}") << quint32{2} << QByteArray("{}");
        QTest::newRow("empty") << QByteArray() << quint32{0} << QByteArray();
        QTest::newRow("4 GiB claimed") << QByteArray("{}") << quint32{0xFFFFFFFF} << QByteArray();
        QTest::newRow("2 GiB claimed") << QByteArray("{}") << quint32{0x7FFFFFFF} << QByteArray();
        QTest::newRow("4 MiB and one") << QByteArray(qsizetype{kMostBytes} + 2, 'x') << quint32{kMostBytes + 1}
                                       << QByteArray();
        QTest::newRow("no end") << QByteArray("{\"a\"") << quint32{4} << QByteArray("{\"a\"");
        QTest::newRow("binary") << QByteArray("\xFF\x00\xFE\x01", 4) << quint32{4} << QByteArray("\xFF\x00\xFE\x01", 4);
        QTest::newRow("only zeros") << QByteArray(8, '\0') << quint32{8} << QByteArray();
    }

    void survivesHostileChunks() {
        QFETCH(const QByteArray, content);
        QFETCH(const quint32, claimed);
        QFETCH(const QByteArray, recipe);
        const Folder folder;
        folder.put("a.wav", wavWithChunk(content, claimed));
        const auto read = readRecipe(folder.path("a.wav"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
        QCOMPARE(QByteArray::fromStdString(read.value()), recipe);
    }

    void survivesAChunkThatIsCut() {
        const Folder folder;
        folder.put("a.wav", wavWithChunk("{\"a\":1}", 4000));
        const auto read = readRecipe(folder.path("a.wav"));
        QVERIFY(!read.ok() || read.value().size() <= 4000);
    }

    void survivesChangedBytes_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"a.wav", "a.flac", "a.mp3"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }

    void survivesChangedBytes() {
        QFETCH(const QByteArray, name);
        const Folder folder;
        const AudioClip clip{sounds::sine(440.0, 0.5, 2000, 44100)};
        QVERIFY(writeAudio(folder.path(name.constData()), clip, SampleFormat::Pcm16, {"T", recipeOf(300)}).ok());
        const QByteArray original = folder.content(name.constData());
        std::mt19937 random(44);
        for (int round = 0; round < 200; ++round) {
            QByteArray broken = original;
            for (int change = 0; change < 4; ++change) {
                broken[static_cast<qsizetype>(random() % static_cast<unsigned>(broken.size()))] =
                    static_cast<char>(random() % 256U);
            }
            folder.put(name.constData(), broken);
            const auto read = readRecipe(folder.path(name.constData()));
            QVERIFY(read.ok() ? read.value().size() <= kMostBytes : read.error().code == ErrorCode::AudioUnreadable);
        }
    }

    void refusesWhatIsNoSound() {
        const Folder folder;
        folder.put("text.wav", "hello");
        folder.put("empty.wav", "");
        for (const char* name : {"text.wav", "empty.wav", "missing.wav", ""}) {
            const auto read = readRecipe(folder.path(name));
            QVERIFY(!read.ok());
            QCOMPARE(read.error().code, ErrorCode::AudioUnreadable);
        }
    }
};

QTEST_GUILESS_MAIN(TestSoundNotes)
#include "test_sound_notes.moc"
