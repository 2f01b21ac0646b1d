// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_library.h"
#include "voice_fixtures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace parley::ui {

class TestVoiceLibrary : public QObject {
    Q_OBJECT

private:
    /// Adds a voice and returns its id.
    static QString addVoice(VoiceLibrary& library, const QString& name, double hertz = 220.0) {
        QSignalSpy added(&library, &VoiceLibrary::added);
        library.add(tone(1.0, hertz), name, "[S1] Hello there.", "Anna", "Ben");
        return added.wait() ? added.first().first().toString() : QString();
    }

private Q_SLOTS:
    void keepsAVoiceAsAPairOfFiles();
    void hashIsTheSameAfterALoad();
    void namesAreMadeSafe();
    void namesThatCollideGetANumber();
    void updateKeepsTheIdAndForeignDetails();
    void unreadableTextIsKeptAside();
    void removeCanBeUndone();
    void removedVoicesAreGoneForGood();
    void removesBesideWhatAKilledProgramLeft();
    void leavesAloneWhatALinkPointsTo();
    void seesFilesThatComeAndGo();
    void tellsWhenTheFolderCantBeWritten();
    void anotherFolderShowsItsVoices();
};

void TestVoiceLibrary::keepsAVoiceAsAPairOfFiles() {
    const QTemporaryDir folder;
    VoiceLibrary library(folder.path());
    const QString id = addVoice(library, "Anna and Ben");
    QCOMPARE(id, "Anna and Ben");
    QCOMPARE(readFile(folder.filePath("Anna and Ben.txt")), QByteArray("[S1] Hello there.\n"));
    QVERIFY(QFile::exists(folder.filePath("Anna and Ben.wav")));

    const auto voice = library.voice(id);
    QVERIFY(voice);
    QCOMPARE(voice->name, "Anna and Ben");
    QCOMPARE(voice->transcript, "[S1] Hello there.");
    QCOMPARE(voice->speaker1, "Anna");
    QCOMPARE(voice->speaker2, "Ben");
    QCOMPARE(voice->seconds, 1.0);
    QCOMPARE(voice->problem, QString());
    QVERIFY(library.findByHash(voice->hash));
    QVERIFY(!library.findByHash("00"));
    QVERIFY(!library.findByHash({}));
    QCOMPARE(library.sound(id)->size(), std::size_t{kSampleRate});
}

void TestVoiceLibrary::hashIsTheSameAfterALoad() {
    const QTemporaryDir folder;
    const QByteArray expected = voiceHash(tone(1.0).samples);
    VoiceLibrary first(folder.path());
    const QString id = addVoice(first, "Anna");
    QCOMPARE(first.voice(id)->hash, expected);
    VoiceLibrary second(folder.path());
    QTRY_VERIFY(second.findByHash(expected));
    QCOMPARE(second.findByHash(expected)->id, id);
}

void TestVoiceLibrary::namesAreMadeSafe() {
    const QTemporaryDir folder;
    VoiceLibrary library(folder.path());
    const QString id = addVoice(library, "../a/b: \"c\"?");
    QVERIFY2(!id.contains('/') && !id.contains(':') && !id.startsWith('.'), qPrintable(id));
    QVERIFY(QFile::exists(folder.filePath(id + ".wav")));
    QCOMPARE(library.voice(id)->name, "../a/b: \"c\"?");
    QCOMPARE(addVoice(library, "   "), "Voice");
    QVERIFY(addVoice(library, QString(5000, 'x')).size() < 200);
}

void TestVoiceLibrary::namesThatCollideGetANumber() {
    const QTemporaryDir folder;
    VoiceLibrary library(folder.path());
    QCOMPARE(addVoice(library, "Anna"), "Anna");
    QCOMPARE(addVoice(library, "anna", 330.0), "anna 2");
    QCOMPARE(library.voices().size(), 2);
}

void TestVoiceLibrary::updateKeepsTheIdAndForeignDetails() {
    const QTemporaryDir folder;
    VoiceLibrary library(folder.path());
    const QString id = addVoice(library, "Anna");
    QVERIFY(writeFile(folder.filePath("Anna.json"), R"({"name": "Anna", "language": "en"})"));
    library.update(id, "Annabel", "[S1] Good day.", "A", "");
    QTRY_COMPARE(library.voice(id)->name, "Annabel");
    QCOMPARE(library.voice(id)->transcript, "[S1] Good day.");
    QCOMPARE(library.voice(id)->speaker1, "A");
    const QJsonObject details = QJsonDocument::fromJson(readFile(folder.filePath("Anna.json"))).object();
    QCOMPARE(details.value("language").toString(), "en");
}

void TestVoiceLibrary::unreadableTextIsKeptAside() {
    const QTemporaryDir folder;
    QVERIFY(writeSound(folder.filePath("Anna.wav"), tone(1.0)));
    QVERIFY(writeFile(folder.filePath("Anna.txt"), "Gr\xfc\xdf dich"));
    VoiceLibrary library(folder.path());
    QTRY_VERIFY(library.voice("Anna"));
    QVERIFY(!library.voice("Anna")->problem.isEmpty());
    library.update("Anna", "Anna", "[S1] Gruess dich.", {}, {});
    QTRY_COMPARE(library.voice("Anna")->problem, QString());
    QCOMPARE(readFile(folder.filePath("Anna.txt.bak")), QByteArray("Gr\xfc\xdf dich"));
}

void TestVoiceLibrary::removeCanBeUndone() {
    const QTemporaryDir folder;
    VoiceLibrary library(folder.path());
    const QString id = addVoice(library, "Anna");
    const Voice before = *library.voice(id);
    QVERIFY(!library.canUndoRemove());
    library.remove(id);
    QVERIFY(!library.voice(id));
    QVERIFY(!QFile::exists(folder.filePath("Anna.wav")));
    QVERIFY(library.canUndoRemove());

    QSignalSpy added(&library, &VoiceLibrary::added);
    library.undoRemove();
    QVERIFY(added.wait());
    QVERIFY(!library.canUndoRemove());
    QVERIFY(*library.voice(id) == before);
}

void TestVoiceLibrary::removesBesideWhatAKilledProgramLeft() {
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(".parley-removed/1"));
    QVERIFY(writeFile(folder.filePath(".parley-removed/1/Anna.wav"), "older"));
    VoiceLibrary library(folder.path());
    QSignalSpy problems(&library, &VoiceLibrary::problem);
    library.remove(addVoice(library, "Anna"));
    QVERIFY(problems.isEmpty());
    QVERIFY(!QFile::exists(folder.filePath("Anna.wav")));
    library.undoRemove();
    QTRY_VERIFY(library.sound("Anna") != nullptr);
    QCOMPARE(library.sound("Anna")->size(), std::size_t{kSampleRate});
}

void TestVoiceLibrary::leavesAloneWhatALinkPointsTo() {
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    QVERIFY(writeFile(elsewhere.filePath("dear.txt"), "dear"));
    const QString link = folder.filePath(".parley-removed");
    QVERIFY(QFile::link(elsewhere.path(), link));
    {
        VoiceLibrary library(folder.path());
        library.remove(addVoice(library, "Anna"));
        QVERIFY(library.canUndoRemove());
        QCOMPARE(QDir(elsewhere.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{"dear.txt"});
    }
    QVERIFY(QFile::link(elsewhere.path(), link));
    {
        const VoiceLibrary library(folder.path());
    }
    QCOMPARE(readFile(elsewhere.filePath("dear.txt")), QByteArray("dear"));
}

void TestVoiceLibrary::removedVoicesAreGoneForGood() {
    const QTemporaryDir folder;
    {
        VoiceLibrary library(folder.path());
        library.remove(addVoice(library, "Anna"));
    }
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestVoiceLibrary::seesFilesThatComeAndGo() {
    const QTemporaryDir folder;
    VoiceLibrary library(folder.path());
    const QString id = addVoice(library, "Anna");
    QVERIFY(writeSound(folder.filePath("Ben.wav"), tone(2.0, 110.0)));
    QVERIFY(writeFile(folder.filePath("Ben.txt"), "[S1] I am Ben."));
    QTRY_VERIFY(library.voice("Ben") && library.voice("Ben")->seconds == 2.0);

    QVERIFY(writeFile(folder.filePath("Ben.txt"), "[S1] I am Benjamin."));
    QTRY_COMPARE(library.voice("Ben")->transcript, "[S1] I am Benjamin.");

    // Its text alone stays: the voice says what is wrong with it.
    QVERIFY(QFile::remove(folder.filePath("Anna.wav")));
    QTRY_VERIFY(!library.voice(id)->problem.isEmpty());
    QVERIFY(!library.sound(id));
    QVERIFY(QFile::remove(folder.filePath("Anna.txt")));
    QTRY_VERIFY(!library.voice(id));
}

void TestVoiceLibrary::tellsWhenTheFolderCantBeWritten() {
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath("file"), "in the way"));
    VoiceLibrary library(folder.filePath("file/voices"));
    QSignalSpy problem(&library, &VoiceLibrary::problem);
    library.add(tone(1.0), "Anna", "[S1] Hello.", {}, {});
    QVERIFY(problem.wait());
    QVERIFY(library.voices().isEmpty());
}

void TestVoiceLibrary::anotherFolderShowsItsVoices() {
    const QTemporaryDir one;
    const QTemporaryDir two;
    VoiceLibrary library(one.path());
    addVoice(library, "Anna");
    QVERIFY(writeSound(two.filePath("Ben.flac"), tone(1.0)));
    library.setFolder(two.path());
    QTRY_VERIFY(library.voice("Ben"));
    QVERIFY(!library.voice("Anna"));
    QVERIFY(QFile::exists(one.filePath("Anna.wav")));
}

} // namespace parley::ui

QTEST_GUILESS_MAIN(parley::ui::TestVoiceLibrary)
#include "test_voice_library.moc"
