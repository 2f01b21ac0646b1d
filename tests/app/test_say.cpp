// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"

#include <QRegularExpression>
#include <QTest>

using namespace parley::test;

namespace {

constexpr qint64 kFrameSamples = 512;
constexpr double kSampleRate = 44100.0;

} // namespace

/// `say` with the demo's model: sound, figures and seeds.
class TestSay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheSoundItTells();
    void printsTheFigures();
    void keepsFiguresConsistent();
    void saysThatTheDemoIsNoise();
    void summarisesInOneLine();
    void printsTheSeedThoughQuiet();
    void drawsAnotherSeedEachTime();
    void repeatsASeed();
    void drawsTheSameTokensOnAnyThreads();
    void soundsTheSameOnAnyThreads();
    void differsBetweenSeeds();
    void writesCodesAndTokens();
};

void TestSay::writesTheSoundItTells() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json"}));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList{"o.wav"});
    const auto samples = static_cast<qint64>(samplesOf(folder.path("o.wav")).size());
    QVERIFY(samples > 0);
    QCOMPARE(samples, run.json().value("frames").toInteger() * kFrameSamples);
}

void TestSay::printsTheFigures() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json", "--threads", "1", "--dtype", "float32"}));
    QVERIFY2(run.status == 0, run.told());
    const QJsonObject json = run.json();
    QStringList wanted = {"frames",   "steps",   "seconds",  "tokens_per_s",  "realtime",
                          "seed",     "device",  "dtype",    "load_s",        "prefill_s",
                          "decode_s", "codec_s", "complete", "first_audio_s", "peak_rss_bytes"};
    wanted.sort();
    QCOMPARE(json.keys(), wanted);
    QCOMPARE(json.value("seed").toInteger(), 7);
    QCOMPARE(json.value("device").toString(), QString("cpu"));
    QCOMPARE(json.value("dtype").toString(), QString("float32"));
    QCOMPARE(json.value("complete").toBool(), true);
    for (const char* positive :
         {"tokens_per_s", "realtime", "load_s", "prefill_s", "decode_s", "codec_s", "first_audio_s"}) {
        QVERIFY2(json.value(QLatin1String(positive)).toDouble() > 0.0, positive);
    }
    QVERIFY(json.value("peak_rss_bytes").toInteger() > 1'000'000);
}

void TestSay::keepsFiguresConsistent() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json"}));
    QVERIFY2(run.status == 0, run.told());
    const QJsonObject json = run.json();
    const qint64 frames = json.value("frames").toInteger();
    const qint64 steps = json.value("steps").toInteger();
    // The last of nine channels lags by 15 rows.
    QCOMPARE(steps, frames + 15);
    QVERIFY(steps < 60);
    const double seconds = json.value("seconds").toDouble();
    QCOMPARE(seconds, static_cast<double>(frames * kFrameSamples) / kSampleRate);
    QCOMPARE(json.value("tokens_per_s").toDouble(), static_cast<double>(steps) / json.value("decode_s").toDouble());
    const double spent =
        json.value("prefill_s").toDouble() + json.value("decode_s").toDouble() + json.value("codec_s").toDouble();
    QCOMPARE(json.value("realtime").toDouble(), seconds / spent);
}

void TestSay::saysThatTheDemoIsNoise() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav"));
    QVERIFY2(run.status == 0, run.told());
    QVERIFY2(run.err.contains("noise"), run.told());
    QVERIFY2(run.complaints().isEmpty(), run.told());
}

void TestSay::summarisesInOneLine() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav"));
    QVERIFY2(run.status == 0, run.told());
    const QRegularExpression line("^o\\.wav: [0-9.]+ s of sound in [0-9.]+ s \\([0-9.]+ x real time\\), seed 7\n$");
    QVERIFY2(line.match(QString::fromUtf8(run.out)).hasMatch(), run.told());
}

void TestSay::printsTheSeedThoughQuiet() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--quiet"}));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(run.out, QByteArray("seed 7\n"));
}

void TestSay::drawsAnotherSeedEachTime() {
    const Folder folder;
    const QStringList drawn = {"say", "[S1] Hi.", "--demo", "--max-tokens", "40", "--json"};
    const CliRun first = runCli(folder, drawn + QStringList{"--out", "1.wav"});
    const CliRun second = runCli(folder, drawn + QStringList{"--out", "2.wav", "--seed", "-1"});
    QVERIFY2(first.status == 0 && second.status == 0, first.told() + second.told());
    const QString seed = QString::number(first.json().value("seed").toInteger());
    QVERIFY(seed != QString::number(second.json().value("seed").toInteger()));
    const CliRun again = runCli(folder, drawn + QStringList{"--out", "3.wav", "--seed", seed});
    QVERIFY2(again.status == 0, again.told());
    QVERIFY(folder.content("1.wav") == folder.content("3.wav"));
}

void TestSay::repeatsASeed() {
    const Folder folder;
    const CliRun first = runCli(folder, sayDemo("1.wav", {"--threads", "2", "--codes", "1.st"}));
    const CliRun second = runCli(folder, sayDemo("2.wav", {"--threads", "2", "--codes", "2.st", "--quiet", "--json"}));
    QVERIFY2(first.status == 0 && second.status == 0, first.told() + second.told());
    QVERIFY2(folder.content("1.st") == folder.content("2.st"), "the codes differ");
    QVERIFY2(folder.content("1.wav") == folder.content("2.wav"), "the sounds differ");
}

void TestSay::drawsTheSameTokensOnAnyThreads() {
    const Folder folder;
    const QStringList drawn = {"--max-tokens", "200", "--codes"};
    const CliRun one = runCli(folder, sayDemo("1.wav", drawn + QStringList{"1.st", "--threads", "1"}));
    const CliRun two = runCli(folder, sayDemo("2.wav", drawn + QStringList{"2.st", "--threads", "2"}));
    QVERIFY2(one.status == 0 && two.status == 0, one.told() + two.told());
    QVERIFY(!folder.content("1.st").isEmpty());
    QVERIFY(folder.content("1.st") == folder.content("2.st"));
}

void TestSay::soundsTheSameOnAnyThreads() {
    const Folder folder;
    const CliRun one = runCli(folder, sayDemo("1.wav", {"--threads", "1"}));
    const CliRun two = runCli(folder, sayDemo("2.wav", {"--threads", "2"}));
    QVERIFY2(one.status == 0 && two.status == 0, one.told() + two.told());
    QVERIFY(folder.content("1.wav") == folder.content("2.wav"));
}

void TestSay::differsBetweenSeeds() {
    const Folder folder;
    const CliRun first = runCli(folder, sayDemo("1.wav"));
    const CliRun second = runCli(folder, sayDemo("2.wav", {"--seed", "8"}));
    QVERIFY2(first.status == 0 && second.status == 0, first.told() + second.told());
    QVERIFY(folder.content("1.wav") != folder.content("2.wav"));
}

void TestSay::writesCodesAndTokens() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json", "--codes", "o.st"}));
    QVERIFY2(run.status == 0, run.told());
    const auto codes = tensorOf<std::int64_t>(folder.path("o.st"), "codes");
    QCOMPARE(static_cast<qint64>(codes.size()), run.json().value("frames").toInteger() * 9);
    const auto tokens = tensorOf<std::int64_t>(folder.path("o.st"), "tokens");
    QCOMPARE(static_cast<qint64>(tokens.size()), (run.json().value("steps").toInteger() + 1) * 9);
    QCOMPARE(tokens.front(), 1026); // the row that every sound begins with
}

QTEST_GUILESS_MAIN(TestSay)
#include "test_say.moc"
