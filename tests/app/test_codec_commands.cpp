// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"
#include "support/reference_case.h"

#include <QTest>

using namespace parley::test;

namespace {

/// `decode` writes 16 bits.
constexpr float kSoundTolerance = 1e-4F + 1.0F / 65536.0F;

} // namespace

/// `encode` and `decode` against the numbers that the public implementation computed.
class TestCodecCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodesLikeTheReference();
    void encodesAlikeInBothLayouts();
    void decodesLikeTheReference_data();
    void decodesLikeTheReference();
    void decodesInPiecesAsInOne();
    void readsNarrowNumbers();
    void worksWithTheDemo();
};

void TestCodecCommands::encodesLikeTheReference() {
    const Folder folder;
    const CliRun run = runCli(folder, {"encode", dataPath("prompt/prompt.wav"), "--codec",
                                       dataPath("prompt/dac-transformers"), "--out", "o.st"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    QVERIFY2(run.out.startsWith("o.st: 40 frames"), run.told());
    QVERIFY(tensorOf<std::int64_t>(folder.path("o.st"), "codes") ==
            ReferenceCase("prompt").expected<std::int64_t>("prompt_codes"));
}

void TestCodecCommands::encodesAlikeInBothLayouts() {
    const Folder folder;
    for (const char* layout : {"dac-transformers", "dac-descript"}) {
        const CliRun run =
            runCli(folder, {"encode", dataPath("prompt/prompt.wav"), "--codec",
                            dataPath(QStringLiteral("plain/") + layout), "--output", QString(layout) + ".st"});
        QVERIFY2(run.status == 0, run.told());
    }
    const auto codes = tensorOf<std::int64_t>(folder.path("dac-transformers.st"), "codes");
    QCOMPARE(codes.size(), std::size_t{40} * 9);
    QVERIFY(codes == tensorOf<std::int64_t>(folder.path("dac-descript.st"), "codes"));
}

void TestCodecCommands::decodesLikeTheReference_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("codec");
    QTest::newRow("transformers") << "plain" << "dac-transformers";
    QTest::newRow("transformers, by its file") << "plain" << "dac-transformers/model.safetensors";
    QTest::newRow("descript") << "plain" << "dac-descript";
    QTest::newRow("descript, by its file") << "plain" << "dac-descript/weights.pth";
    QTest::newRow("another codec") << "prompt" << "dac-transformers";
}

void TestCodecCommands::decodesLikeTheReference() {
    QFETCH(QString, name);
    QFETCH(QString, codec);
    const Folder folder;
    const CliRun run = runCli(folder, {"decode", dataPath(name + "/expected.safetensors"), "--codec",
                                       dataPath(name + "/" + codec), "--out", "o.wav"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    QVERIFY2(run.out.startsWith("o.wav: "), run.told());
    const float largest = largestDifference(samplesOf(folder.path("o.wav")),
                                            ReferenceCase(name.toStdString()).expected<float>("waveform"));
    QVERIFY2(largest <= kSoundTolerance, QByteArray::number(largest));
}

void TestCodecCommands::decodesInPiecesAsInOne() {
    const Folder folder;
    // The codes three times over: more frames than are decoded at a time.
    const auto once = ReferenceCase("plain").expected<std::int64_t>("codes");
    std::vector<std::int64_t> codes;
    for (int i = 0; i < 3; ++i) {
        codes.insert(codes.end(), once.begin(), once.end());
    }
    writeMatrix(folder.path("codes.st"), "codes", codes, 9);
    const QString codec = dataPath("plain/dac-transformers");
    const CliRun run = runCli(folder, {"decode", "codes.st", "--codec", codec, "--out", "o.wav"});
    QVERIFY2(run.status == 0, run.told());
    const std::vector<float> sound = samplesOf(folder.path("o.wav"));
    QCOMPARE(sound.size(), codes.size() / 9 * 512);
    // The middle of each round is out of its neighbours' reach of ten frames, so all rounds sound the same there.
    const std::size_t round = sound.size() / 3;
    const std::size_t margin = std::size_t{10} * 512;
    const std::span<const float> all(sound);
    const auto middle = [&](std::size_t index) { return all.subspan(index * round + margin, round - 2 * margin); };
    QVERIFY(largestDifference(middle(0), middle(1)) <= kSoundTolerance);
    QVERIFY(largestDifference(middle(0), middle(2)) <= kSoundTolerance);
}

void TestCodecCommands::readsNarrowNumbers() {
    const Folder folder;
    QByteArray header = R"({"codes":{"dtype":"I16","shape":[2,9],"data_offsets":[0,36]}})";
    header.append((8 - header.size() % 8) % 8, ' ');
    QByteArray file(8, '\0');
    file[0] = static_cast<char>(header.size());
    folder.put("codes.st", file + header + QByteArray(36, '\1')); // 257 each
    writeMatrix(folder.path("wide.st"), "codes", std::vector<std::int64_t>(18, 257), 9);
    const CliRun narrow = runCli(folder, {"decode", "codes.st", "--demo", "--out", "narrow.wav"});
    const CliRun wide = runCli(folder, {"decode", "wide.st", "--demo", "--out", "wide.wav"});
    QVERIFY2(narrow.status == 0 && wide.status == 0, narrow.told() + wide.told());
    QVERIFY(!folder.content("wide.wav").isEmpty());
    QVERIFY(folder.content("narrow.wav") == folder.content("wide.wav"));
}

void TestCodecCommands::worksWithTheDemo() {
    const Folder folder;
    const CliRun spoken = runCli(folder, sayDemo("said.wav", {"--codes", "said.st", "--threads", "1"}));
    QVERIFY2(spoken.status == 0, spoken.told());
    const CliRun decoded = runCli(folder, {"decode", "said.st", "--demo", "--out", "decoded.flac", "--threads", "1"});
    QVERIFY2(decoded.status == 0, decoded.told());
    // An untrained codec makes much of rounding, which differs between a stream's windows and one piece.
    constexpr float kDemoTolerance = 2e-2F;
    const std::vector<float> said = samplesOf(folder.path("said.wav"));
    const float largest = largestDifference(said, samplesOf(folder.path("decoded.flac")));
    QVERIFY2(largest <= kDemoTolerance, QByteArray::number(largest));
    const CliRun encoded = runCli(folder, {"encode", "decoded.flac", "--demo", "--out", "again.st"});
    QVERIFY2(encoded.status == 0, encoded.told());
    QCOMPARE(tensorOf<std::int64_t>(folder.path("again.st"), "codes").size(), said.size() / 512 * 9);
}

QTEST_GUILESS_MAIN(TestCodecCommands)
#include "test_codec_commands.moc"
