// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_library.h"
#include "voice_fixtures.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace parley::ui {

class TestVoiceImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesPairsAndLeavesTheOriginals();
    void passesOverWhatIsThere();
    void importsOnePairByEitherFile();
    void refusesHostilePairs_data();
    void refusesHostilePairs();
    void saysWhenAFolderHoldsNoPair();
    void saysWhatWasLeftOut();
    void refusesItsOwnFolder();
    void survivesManyKindsOfDetails_data();
    void survivesManyKindsOfDetails();

private:
    [[nodiscard]] QString inSource(const QString& name) const { return m_source->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_source;
};

void TestVoiceImport::init() {
    m_home = std::make_unique<QTemporaryDir>();
    m_source = std::make_unique<QTemporaryDir>();
}

void TestVoiceImport::copiesPairsAndLeavesTheOriginals() {
    QVERIFY(writeSound(inSource("Anna.wav"), tone(1.0)));
    QVERIFY(writeFile(inSource("Anna.txt"), "\xef\xbb\xbf[S1] Hello.\r\n"));
    QVERIFY(writeSound(inSource("Ben.flac"), tone(2.0, 110.0)));
    QVERIFY(writeFile(inSource("Ben.txt"), "[S1] Good day."));
    QVERIFY(writeFile(inSource("Ben.json"), R"({"name": "Benjamin", "speaker1": "Ben"})"));
    const QByteArray original = readFile(inSource("Ben.flac"));

    VoiceLibrary library(m_home->path());
    QSignalSpy added(&library, &VoiceLibrary::added);
    QSignalSpy problem(&library, &VoiceLibrary::problem);
    library.importFolder(m_source->path());
    QTRY_COMPARE(added.count(), 2);
    QCOMPARE(problem.count(), 0);
    QCOMPARE(library.voice("Anna")->transcript, "[S1] Hello.");
    QCOMPARE(library.voice("Ben")->name, "Benjamin");
    QCOMPARE(library.voice("Ben")->speaker1, "Ben");
    QCOMPARE(readFile(m_home->filePath("Ben.flac")), original);
    QCOMPARE(readFile(inSource("Ben.flac")), original);
    QCOMPARE(readFile(inSource("Anna.txt")), QByteArray("\xef\xbb\xbf[S1] Hello.\r\n"));
}

void TestVoiceImport::passesOverWhatIsThere() {
    QVERIFY(writeSound(inSource("Anna.wav"), tone(1.0)));
    QVERIFY(writeFile(inSource("Anna.txt"), "[S1] Hello."));
    VoiceLibrary library(m_home->path());
    QSignalSpy added(&library, &VoiceLibrary::added);
    library.importFolder(m_source->path());
    QTRY_COMPARE(added.count(), 1);
    QVERIFY(writeSound(inSource("Ben.wav"), tone(1.0, 300.0)));
    QVERIFY(writeFile(inSource("Ben.txt"), "[S1] Hello."));
    library.importFolder(m_source->path());
    QTRY_COMPARE(added.count(), 2);
    QCOMPARE(library.voices().size(), 2);
}

void TestVoiceImport::importsOnePairByEitherFile() {
    QVERIFY(writeSound(inSource("Anna.wav"), tone(1.0)));
    QVERIFY(writeFile(inSource("Anna.txt"), "[S1] Hello."));
    QVERIFY(writeSound(inSource("Ben.wav"), tone(1.0, 300.0)));
    QVERIFY(writeFile(inSource("Ben.txt"), "[S1] Hello."));
    VoiceLibrary library(m_home->path());
    QSignalSpy added(&library, &VoiceLibrary::added);
    library.importFile(inSource("Anna.wav"));
    QTRY_COMPARE(added.count(), 1);
    library.importFile(inSource("Ben.txt"));
    QTRY_COMPARE(added.count(), 2);
}

void TestVoiceImport::refusesHostilePairs_data() {
    QTest::addColumn<QByteArray>("sound");
    QTest::addColumn<QByteArray>("text");
    const QTemporaryDir folder;
    QVERIFY(writeSound(folder.filePath("good.wav"), tone(0.5)));
    const QByteArray good = readFile(folder.filePath("good.wav"));
    QByteArray noise;
    for (int i = 0; i < 4096; ++i) {
        noise += static_cast<char>(i * 7919 % 251);
    }
    QTest::newRow("binary text") << good << noise;
    QTest::newRow("zeros in the text") << good << QByteArray("[S1] a\0b", 8);
    QTest::newRow("huge text") << good << QByteArray(2'000'000, 'x');
    QTest::newRow("empty text") << good << QByteArray();
    QTest::newRow("white text") << good << QByteArray(" \n\t ");
    QTest::newRow("empty sound") << QByteArray() << QByteArray("[S1] Hello.");
    QTest::newRow("noise for a sound") << noise << QByteArray("[S1] Hello.");
    QTest::newRow("cut sound") << good.left(30) << QByteArray("[S1] Hello.");
}

void TestVoiceImport::refusesHostilePairs() {
    QFETCH(QByteArray, sound);
    QFETCH(QByteArray, text);
    QVERIFY(writeFile(inSource("Bad.wav"), sound));
    QVERIFY(writeFile(inSource("Bad.txt"), text));
    QVERIFY(writeSound(inSource("Good.wav"), tone(0.7)));
    QVERIFY(writeFile(inSource("Good.txt"), "[S1] Hello."));

    VoiceLibrary library(m_home->path());
    QSignalSpy added(&library, &VoiceLibrary::added);
    QSignalSpy problem(&library, &VoiceLibrary::problem);
    library.importFolder(m_source->path());
    QTRY_COMPARE(added.count(), 1);
    QCOMPARE(added.first().first().toString(), "Good");
    QCOMPARE(problem.count(), 1);
    QVERIFY(!problem.first().first().value<Error>().message().empty());
    QCOMPARE(library.voices().size(), 1);

    // The same pair in the library's own folder is shown with what is wrong.
    QVERIFY(writeFile(m_home->filePath("Bad.wav"), sound));
    QVERIFY(writeFile(m_home->filePath("Bad.txt"), text));
    QTRY_VERIFY(library.voice("Bad") && !library.voice("Bad")->problem.isEmpty());
}

void TestVoiceImport::saysWhenAFolderHoldsNoPair() {
    QVERIFY(writeFile(inSource("README.txt"), "Nothing here."));
    QVERIFY(writeSound(inSource("Anna.wav"), tone(1.0)));
    VoiceLibrary library(m_home->path());
    QSignalSpy problem(&library, &VoiceLibrary::problem);
    library.importFolder(m_source->path());
    QTRY_COMPARE(problem.count(), 1);
    library.importFolder(inSource("nowhere"));
    QTRY_COMPARE(problem.count(), 2);
    QVERIFY(library.voices().isEmpty());
}

void TestVoiceImport::saysWhatWasLeftOut() {
    QVERIFY(writeSound(inSource("Anna.wav"), tone(1.0)));
    QVERIFY(writeFile(inSource("Anna.txt"), "[S1] Hello."));
    QVERIFY(writeSound(inSource("Ben.wav"), tone(1.0, 300.0)));
    QVERIFY(writeFile(inSource("Carl.txt"), "[S1] I have no sound."));
    VoiceLibrary library(m_home->path());
    QSignalSpy added(&library, &VoiceLibrary::added);
    QSignalSpy problem(&library, &VoiceLibrary::problem);
    library.importFolder(m_source->path());
    QTRY_COMPARE(added.count(), 1);
    QCOMPARE(problem.count(), 1);
    QVERIFY(problem.first().first().value<Error>().problem.english().find('2') != std::string::npos);
}

void TestVoiceImport::refusesItsOwnFolder() {
    QVERIFY(writeSound(m_home->filePath("Anna.wav"), tone(1.0)));
    QVERIFY(writeFile(m_home->filePath("Anna.txt"), "[S1] Hello."));
    VoiceLibrary library(m_home->path());
    QSignalSpy problem(&library, &VoiceLibrary::problem);
    library.importFolder(m_home->path() + "/.");
    QTRY_COMPARE(problem.count(), 1);
    library.importFile(m_home->filePath("Anna.wav"));
    QTRY_COMPARE(problem.count(), 2);
    QCOMPARE(library.voices().size(), 1);
}

void TestVoiceImport::survivesManyKindsOfDetails_data() {
    QTest::addColumn<QByteArray>("details");
    QTest::newRow("no JSON") << QByteArray("][");
    QTest::newRow("an array") << QByteArray("[1, 2]");
    QTest::newRow("wrong types") << QByteArray(R"({"name": 7, "speaker1": {"a": []}, "speaker2": null})");
    QTest::newRow("long name") << QByteArray(R"({"name": ")") + QByteArray(20000, 'n') + "\"}";
    QTest::newRow("huge") << QByteArray(3'000'000, '[');
}

void TestVoiceImport::survivesManyKindsOfDetails() {
    QFETCH(QByteArray, details);
    QVERIFY(writeSound(inSource("Anna.wav"), tone(1.0)));
    QVERIFY(writeFile(inSource("Anna.txt"), "[S1] Hello."));
    QVERIFY(writeFile(inSource("Anna.json"), details));
    VoiceLibrary library(m_home->path());
    QSignalSpy added(&library, &VoiceLibrary::added);
    library.importFolder(m_source->path());
    QTRY_COMPARE(added.count(), 1);
    QVERIFY(!library.voice("Anna")->name.isEmpty());
    QVERIFY(library.voice("Anna")->name.size() < 200);
}

} // namespace parley::ui

QTEST_GUILESS_MAIN(parley::ui::TestVoiceImport)
#include "test_voice_import.moc"
