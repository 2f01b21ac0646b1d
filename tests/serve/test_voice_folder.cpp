// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/files/folder.h"
#include "serve/voice_folder.h"

#include <sys/stat.h>

#include <QTest>

using namespace parley::serve;

namespace {

std::string told(const VoiceFolder& folder) {
    std::string text;
    for (const ServedVoice& voice : folder.list()) {
        text += voice.id + "|" + voice.name + "|" + voice.sound.filename().string() + "\n";
    }
    return text;
}

void putSound(const Folder& folder, const char* name) {
    const std::vector<float> sound(44100, 0.25F);
    QVERIFY(parley::writeAudio(folder.path(name), {sound, parley::kSampleRate}).ok());
}

} // namespace

class TestVoiceFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsPairsAlone() {
        const Folder folder;
        putSound(folder, "b.flac");
        folder.put("b.txt", "[S1] B.");
        putSound(folder, "a.wav");
        putSound(folder, "a.mp3"); // the WAV is meant
        folder.put("a.txt", "[S1] A.");
        folder.put("a.json", R"({"name": "Anna"})");
        folder.put("b.json", "[[[[");
        putSound(folder, "silent.wav");
        folder.put("text.txt", "[S1] Alone.");
        folder.put("README.md", "b.wav");
        QVERIFY(std::filesystem::create_directory(folder.path("dir.wav")));
        folder.put("dir.txt", "[S1] A folder.");
        QCOMPARE(mkfifo(folder.path("pipe.wav").c_str(), 0600), 0);
        folder.put("pipe.txt", "[S1] A pipe.");
        QCOMPARE(told(VoiceFolder(folder.path(""))), std::string("a|Anna|a.wav\nb|b|b.flac\n"));
    }

    void thereNeedBeNoFolder() {
        const Folder folder;
        QVERIFY(VoiceFolder({}).list().empty());
        QVERIFY(VoiceFolder(folder.path("nowhere")).list().empty());
    }

    void readsSoundAndText() {
        const Folder folder;
        putSound(folder, "a.wav");
        folder.put("a.txt", "\n [S1] Hello. \r\n");
        const auto voice = VoiceFolder::read(VoiceFolder(folder.path("")).list().at(0));
        QVERIFY(voice.ok());
        QCOMPARE(voice.value().transcript, std::string("[S1] Hello."));
        QCOMPARE(voice.value().name, std::string("a"));
        QCOMPARE(voice.value().sound.samples.size(), std::size_t{44100});
    }

    void refusesWhatCannotBeSpokenWith_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("hasSound");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("no words") << QByteArray(" \n") << true << QByteArray("empty");
        QTest::newRow("too many words") << QByteArray(70'000, 'a') << true << QByteArray("too long");
        QTest::newRow("no sound") << QByteArray("[S1] Hi.") << false << QByteArray("a.wav");
    }

    void refusesWhatCannotBeSpokenWith() {
        QFETCH(QByteArray, text);
        QFETCH(bool, hasSound);
        QFETCH(QByteArray, word);
        const Folder folder;
        if (hasSound) {
            putSound(folder, "a.wav");
        } else {
            folder.put("a.wav", "RIFF, but no more");
        }
        folder.put("a.txt", text);
        const auto voice = VoiceFolder::read(VoiceFolder(folder.path("")).list().at(0));
        QVERIFY(!voice.ok());
        QVERIFY2(QByteArray::fromStdString(voice.error().message()).contains(word), voice.error().message().c_str());
    }
};

QTEST_GUILESS_MAIN(TestVoiceFolder)
#include "test_voice_folder.moc"
