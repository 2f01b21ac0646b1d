// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"

#include <QTest>
#include <cmath>

using namespace parley::test;

namespace {

/// Samples of the demo's sound, one after the other at 44.1 kHz.
double promisedSamples(const CliRun& run) {
    return 512.0 * run.json().value("frames").toDouble();
}

} // namespace

/// `say --out`, --bits and --speed: what lies in the file.
class TestSayFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryFormat_data();
    void knowsEveryFormat();
    void storesBits_data();
    void storesBits();
    void changesTheTempo_data();
    void changesTheTempo();
    void overwritesAnOlderFile();
};

void TestSayFormats::knowsEveryFormat_data() {
    QTest::addColumn<QString>("out");
    QTest::addColumn<QByteArrayList>("marks");
    QTest::addColumn<double>("margin"); // s of silence that the format may add
    QTest::newRow("wav") << "o.wav" << QByteArrayList{"RIFF", "WAVE"} << 0.0;
    QTest::newRow("capitals") << "O.WAV" << QByteArrayList{"RIFF", "WAVE"} << 0.0;
    QTest::newRow("flac") << "o.flac" << QByteArrayList{"fLaC"} << 0.0;
    QTest::newRow("ogg") << "o.ogg" << QByteArrayList{"OggS", "vorbis"} << 0.0;
    QTest::newRow("opus") << "o.opus" << QByteArrayList{"OggS", "OpusHead"} << 0.05;
    QTest::newRow("mp3") << "o.mp3" << QByteArrayList{} << 0.1;
}

void TestSayFormats::knowsEveryFormat() {
    QFETCH(QString, out);
    QFETCH(QByteArrayList, marks);
    QFETCH(double, margin);
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo(out, {"--json"}));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList{out});
    const QByteArray beginning = folder.content(qPrintable(out)).left(200);
    for (const QByteArray& mark : marks) {
        QVERIFY2(beginning.contains(mark), mark);
    }
    const auto samples = static_cast<double>(samplesOf(folder.path(qPrintable(out))).size());
    QVERIFY2(std::abs(samples - promisedSamples(run)) <= margin * 44100.0, QByteArray::number(samples));
}

void TestSayFormats::storesBits_data() {
    QTest::addColumn<QString>("bits");
    QTest::addColumn<qsizetype>("bytes");
    QTest::newRow("16") << "16" << qsizetype{2};
    QTest::newRow("24") << "24" << qsizetype{3};
    QTest::newRow("float") << "float" << qsizetype{4};
}

void TestSayFormats::storesBits() {
    QFETCH(QString, bits);
    QFETCH(qsizetype, bytes);
    constexpr qsizetype kLargestHeader = 256;
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json", "--bits", bits}));
    QVERIFY2(run.status == 0, run.told());
    const auto data = static_cast<qsizetype>(promisedSamples(run)) * bytes;
    const qsizetype size = folder.content("o.wav").size();
    QVERIFY2(size > data && size < data + kLargestHeader, QByteArray::number(size));
}

void TestSayFormats::changesTheTempo_data() {
    QTest::addColumn<QString>("speed");
    QTest::addColumn<double>("length");
    QTest::newRow("twice as fast") << "2" << 0.5;
    QTest::newRow("half as fast") << "0.5" << 2.0;
    QTest::newRow("unchanged") << "1.0" << 1.0;
}

void TestSayFormats::changesTheTempo() {
    QFETCH(QString, speed);
    QFETCH(double, length);
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json", "--speed", speed, "--max-tokens", "200"}));
    QVERIFY2(run.status == 0, run.told());
    const auto samples = static_cast<double>(samplesOf(folder.path("o.wav")).size());
    const double wanted = length * promisedSamples(run);
    QVERIFY2(std::abs(samples - wanted) <= 0.02 * wanted, QByteArray::number(samples));
}

void TestSayFormats::overwritesAnOlderFile() {
    const Folder folder;
    folder.put("o.wav", QByteArray(1 << 20, 'x'));
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json"}));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList{"o.wav"});
    QCOMPARE(static_cast<double>(samplesOf(folder.path("o.wav")).size()), promisedSamples(run));
}

QTEST_GUILESS_MAIN(TestSayFormats)
#include "test_say_formats.moc"
