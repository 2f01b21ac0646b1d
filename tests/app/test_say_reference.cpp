// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"
#include "support/reference_case.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace parley::test;

namespace {

QJsonObject parametersOf(const QString& name) {
    QFile file(dataPath(name + "/case.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Has the case's text spoken as its reference was: always the likeliest token.
QStringList greedy(const QString& name, const QString& dia, const QString& codec, const QString& text) {
    const QJsonObject parameters = parametersOf(name);
    return {"say",           text,
            "--model",       dataPath(name + "/" + dia),
            "--codec",       dataPath(name + "/" + codec),
            "--max-tokens",  QString::number(parameters.value("max_tokens").toInteger()),
            "--cfg-scale",   QString::number(parameters.value("cfg_scale").toDouble()),
            "--top-k",       QString::number(parameters.value("top_k").toInteger()),
            "--top-p",       "1",
            "--temperature", "0",
            "--dtype",       "float32",
            "--bits",        "float",
            "--out",         "o.wav",
            "--codes",       "o.st"};
}

/// What differs from the case's numbers, or nothing.
QByteArray difference(const Folder& folder, const char* name) {
    const ReferenceCase wanted(name);
    if (tensorOf<std::int64_t>(folder.path("o.st"), "tokens") != wanted.expected<std::int64_t>("greedy_tokens")) {
        return "the tokens differ";
    }
    if (tensorOf<std::int64_t>(folder.path("o.st"), "codes") != wanted.expected<std::int64_t>("codes")) {
        return "the codes differ";
    }
    const float largest = largestDifference(samplesOf(folder.path("o.wav")), wanted.expected<float>("waveform"));
    return largest <= 1e-4F ? QByteArray() : "the sound differs by " + QByteArray::number(largest);
}

} // namespace

/// `say` against the numbers that the public implementation computed.
class TestSayReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksLikeTheReference_data();
    void speaksLikeTheReference();
    void continuesAVoiceLikeTheReference_data();
    void continuesAVoiceLikeTheReference();
    void speaksWithTheOlderGeneration_data();
    void speaksWithTheOlderGeneration();
};

void TestSayReference::speaksLikeTheReference_data() {
    QTest::addColumn<QString>("dia");
    QTest::addColumn<QString>("codec");
    QTest::newRow("reference layout") << "dia-0626" << "dac-transformers";
    QTest::newRow("torch file") << "dia-0626-pth" << "dac-transformers";
    QTest::newRow("transformers") << "dia-transformers" << "dac-transformers";
    QTest::newRow("shards") << "dia-transformers-sharded" << "dac-transformers";
    QTest::newRow("shards, by their index")
        << "dia-transformers-sharded/model.safetensors.index.json" << "dac-transformers";
    QTest::newRow("descript's codec") << "dia-transformers" << "dac-descript";
    QTest::newRow("descript's codec, by its file") << "dia-transformers" << "dac-descript/weights.pth";
}

void TestSayReference::speaksLikeTheReference() {
    QFETCH(QString, dia);
    QFETCH(QString, codec);
    const Folder folder;
    const QString text = parametersOf("plain").value("text").toString();
    const CliRun run = runCli(folder, greedy("plain", dia, codec, text));
    QVERIFY2(run.status == 0, run.told());
    const QByteArray fault = difference(folder, "plain");
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayReference::continuesAVoiceLikeTheReference_data() {
    QTest::addColumn<bool>("separate");
    QTest::newRow("transcript as --voice-text") << true;
    QTest::newRow("transcript in the text") << false;
}

void TestSayReference::continuesAVoiceLikeTheReference() {
    QFETCH(bool, separate);
    const Folder folder;
    const QString text = parametersOf("prompt").value("text").toString();
    const QString transcript = text.section('\n', 0, 0);
    QStringList arguments =
        greedy("prompt", "dia-transformers", "dac-transformers", separate ? text.section('\n', 1) : text);
    arguments += QStringList{separate ? "--voice" : "--audio-prompt", dataPath("prompt/prompt.wav")};
    arguments += separate ? QStringList{"--voice-text", transcript} : QStringList{};
    const CliRun run = runCli(folder, arguments);
    QVERIFY2(run.status == 0, run.told());
    const QByteArray fault = difference(folder, "prompt");
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayReference::speaksWithTheOlderGeneration_data() {
    QTest::addColumn<QString>("dia");
    QTest::newRow("float32") << "dia-v01-safetensors";
    QTest::newRow("torch file") << "dia-v01-pth";
}

void TestSayReference::speaksWithTheOlderGeneration() {
    QFETCH(QString, dia);
    const Folder folder;
    const QString text = parametersOf("generation-0.1").value("text").toString();
    const QStringList arguments = {"say",           text,
                                   "--model",       dataPath("generation-0.1/" + dia),
                                   "--codec",       dataPath("plain/dac-transformers"),
                                   "--temperature", "0",
                                   "--max-tokens",  "60"};
    const CliRun told = runCli(folder, arguments + QStringList{"--out", "o.wav", "--codes", "o.st"});
    const CliRun other =
        runCli(folder, arguments + QStringList{"--out", "x.wav", "--codes", "x.st", "--generation", "0626"});
    QVERIFY2(told.status == 0 && other.status == 0, told.told() + other.told());
    QVERIFY(!samplesOf(folder.path("o.wav")).empty());
    QVERIFY2(folder.content("o.st") != folder.content("x.st"), "the generation must matter");
}

QTEST_GUILESS_MAIN(TestSayReference)
#include "test_say_reference.moc"
