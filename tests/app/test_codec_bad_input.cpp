// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"

#include <QTest>

using namespace parley::test;

namespace {

void putFiles(const Folder& folder) {
    const std::vector<std::int64_t> good(90, 1);
    writeMatrix(folder.path("codes.st"), "codes", good, 9);
    writeMatrix(folder.path("tokens.st"), "tokens", good, 9);
    writeMatrix(folder.path("narrow.st"), "codes", good, 5);
    writeMatrix(folder.path("none.st"), "codes", {}, 9);
    for (const auto& [name, id] : {std::pair{"large.st", 1024}, std::pair{"negative.st", -1}}) {
        std::vector<std::int64_t> codes = good;
        codes.back() = id;
        writeMatrix(folder.path(name), "codes", codes, 9);
    }
    folder.put("text.st", "These are no codes.");
    folder.put("empty.wav", "");
    folder.put("text.wav", "This is no sound.");
}

} // namespace

/// Files and options that `encode`, `decode` and `trace` can't use.
class TestCodecBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
};

void TestCodecBadInput::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("words");
    const auto row = [](const char* name, const QStringList& arguments, int status, const QByteArrayList& words) {
        QTest::newRow(name) << arguments << status << words;
    };
    const auto decode = [](const QString& codes) { return QStringList{"decode", codes, "--demo", "--out", "o.wav"}; };
    const auto encode = [](const QString& sound) { return QStringList{"encode", sound, "--demo", "--out", "o.st"}; };
    const auto trace = [](const QString& tokens, const QString& text) {
        return QStringList{"trace", "--demo", "--text", text, "--tokens", tokens, "--out", "o.st"};
    };
    const QString sound = dataPath("prompt/prompt.wav");
    row("decode: no input", {"decode", "--demo", "--out", "o.wav"}, 2, {"input"});
    row("decode: no --out", {"decode", "codes.st", "--demo"}, 2, {"--out"});
    row("decode: no --codec", {"decode", "codes.st", "--out", "o.wav"}, 2, {"--codec", "--demo"});
    row("decode: missing codes", decode("nowhere.st"), 1, {"nowhere.st"});
    row("decode: text", decode("text.st"), 1, {"text.st", "safetensors"});
    row("decode: no codes in it", decode("tokens.st"), 2, {"tokens.st", "'codes'"});
    row("decode: no frames in it", decode("none.st"), 2, {"no frames"});
    row("decode: numbers with a point", decode(dataPath("plain/dia-0626/model.safetensors")), 2, {"'codes'"});
    row("decode: too few channels", decode("narrow.st"), 2, {"5 channels", "9"});
    row("decode: a code that is too large", decode("large.st"), 2, {"1024", "1023"});
    row("decode: a negative code", decode("negative.st"), 2, {"-1"});
    row("decode: unknown extension", {"decode", "codes.st", "--demo", "--out", "o.xyz"}, 2, {".xyz"});
    row("decode: missing folder", {"decode", "codes.st", "--demo", "--out", "missing/o.wav"}, 1, {"missing/o.wav"});
    row("decode: a model as the codec", {"decode", "codes.st", "--codec", dataPath("plain/dia-0626"), "--out", "o.wav"},
        1, {"codec"});
    row("encode: missing sound", encode("nowhere.wav"), 1, {"nowhere.wav"});
    row("encode: empty file", encode("empty.wav"), 1, {"empty.wav", "empty"});
    row("encode: text", encode("text.wav"), 1, {"text.wav", "format"});
    row("encode: missing folder", {"encode", sound, "--demo", "--out", "missing/o.st"}, 1, {"missing/o.st"});
    row("encode: --out is a folder", {"encode", sound, "--demo", "--out", "."}, 1, {"folder"});
    row("trace: no --text", {"trace", "--demo", "--tokens", "tokens.st", "--out", "o.st"}, 2, {"--text"});
    row("trace: no tokens in it", trace("codes.st", "[S1] Hi."), 2, {"codes.st", "'tokens'"});
    row("trace: missing tokens", trace("nowhere.st", "[S1] Hi."), 1, {"nowhere.st"});
    row("trace: empty text", trace("tokens.st", ""), 1, {"empty"});
    row("trace: too long a text", trace("tokens.st", QString(1025, 'a')), 1, {"1,025"});
}

void TestCodecBadInput::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    putFiles(folder);
    const QByteArray fault = faultOfRefusal(arguments, status, words, folder);
    QVERIFY2(fault.isEmpty(), fault);
}

QTEST_GUILESS_MAIN(TestCodecBadInput)
#include "test_codec_bad_input.moc"
