// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/text_file.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::ui;

namespace {

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TextFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("guessed");
        const QByteArray utf16("\xFF\xFE"
                               "G\0r\0\xFC\0\xDF\0e\0",
                               12);
        const QByteArray utf16Big("\xFE\xFF"
                                  "\0G\0r\0\xFC\0\xDF\0e",
                                  12);
        QTest::newRow("UTF-8") << QByteArray("Gr\xC3\xBC\xC3\x9F"
                                             "e")
                               << false;
        QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBFGr\xC3\xBC\xC3\x9F"
                                                       "e")
                                         << false;
        QTest::newRow("UTF-16 little") << utf16 << false;
        QTest::newRow("UTF-16 big") << utf16Big << false;
        QTest::newRow("Latin-1") << QByteArray("Gr\xFC\xDF"
                                               "e")
                                 << true;
    }
    void decodes() {
        QFETCH(QByteArray, bytes);
        const TextFile file = decodeText(bytes);
        QVERIFY2(file.ok(), qPrintable(file.problem));
        QCOMPARE(file.text, QStringLiteral("Grüße"));
        QTEST(file.guessed, "guessed");
    }

    void readsWindowsQuotes() { QCOMPARE(decodeText("It\x92s \x96 \x80").text, QStringLiteral("It’s – €")); }

    void refusesWhatIsNoText_data() {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray noise(20'000, '\0');
        QRandomGenerator random(7);
        for (char& byte : noise) {
            byte = static_cast<char>(random.bounded(256));
        }
        QTest::newRow("noise") << noise;
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
        QTest::newRow("broken UTF-16") << QByteArray("\xFF\xFE\x00\xD8\x41\x00\x41", 7);
        QTest::newRow("too long") << QByteArray(kMostCharacters + 1, 'a');
    }
    void refusesWhatIsNoText() {
        QFETCH(QByteArray, bytes);
        const TextFile file = decodeText(bytes);
        QVERIFY(!file.ok());
        QVERIFY(file.text.isEmpty());
    }

    void refusesWhatIsNoFile() {
        const QTemporaryDir folder;
        QVERIFY(!readTextFile(folder.path()).ok());
        QVERIFY(!readTextFile(folder.filePath(QStringLiteral("absent.txt"))).ok());
        QVERIFY(!readTextFile(QStringLiteral("/dev/zero")).ok());
        const QString huge = folder.filePath(QStringLiteral("huge.txt"));
        QFile file(huge);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(qint64{1} << 32)); // sparse: takes no room
        QVERIFY(!readTextFile(huge).ok());
    }

    void readsAndWritesWhole() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.txt"));
        for (const char* text : {"[S1] Grüße\n[S2] 🎙", "[S1] With an empty line\n", ""}) {
            QCOMPARE(writeTextFile(path, QString::fromUtf8(text)), QString());
            const TextFile file = readTextFile(path);
            QCOMPARE(file.text, QString::fromUtf8(text));
            QCOMPARE(file.path, path);
        }
        write(path, "line\r\nnext\r");
        QCOMPARE(readTextFile(path).text, QStringLiteral("line\nnext"));
        write(path, "line\n\n");
        QCOMPARE(readTextFile(path).text, QStringLiteral("line\n"));
    }

    void saysWhyItCannotWrite() {
        const QTemporaryDir folder;
        QVERIFY(!writeTextFile(folder.filePath(QStringLiteral("no/such/folder.txt")), QStringLiteral("x")).isEmpty());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TextFileTest)
#include "text_file_test.moc"
