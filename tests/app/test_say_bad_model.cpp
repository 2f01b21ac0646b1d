// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "damage.h"
#include "engine/checkpoint/pickle_assembler.h"

#include <QTest>

using namespace parley::test;

namespace {

QStringList say(const QString& model, const QString& codec, const QStringList& more = {}) {
    return QStringList{"say", "[S1] Hello.",  "--model", model,   "--codec",
                       codec, "--max-tokens", "40",      "--out", "o.wav"} +
           more;
}

/// Checkpoints that can't be used, beside whole ones.
void putFiles(const Folder& folder) {
    copyData(folder, "plain/dia-0626", "dia");
    const QByteArray weights = folder.content("dia/model.safetensors");
    folder.put("alone.safetensors", weights);
    folder.put("cut.safetensors", weights.left(weights.size() / 2));
    folder.put("longer.safetensors", weights + "more");
    folder.put("stub.safetensors", weights.left(4));
    folder.put("promises.safetensors", QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F{\"a\":1}", 15));
    folder.put("empty.safetensors", "");
    folder.put("text.safetensors", "This is no model.\n");
    folder.put("page.safetensors", "<!DOCTYPE html><html>404</html>");
    folder.put("pointer.safetensors", "version https://git-lfs.github.com/spec/v1\n");
    folder.put("codes.json", "{\"weight_map\": 7}");
    folder.put("broken.json", "{");
    folder.put("wide.json",
               replacedOnce(folder.content("dia/config.json"), "\"hidden_size\": 32", "\"hidden_size\": 40"));
    folder.put("vast.json", replacedOnce(folder.content("dia/config.json"), "\"num_hidden_layers\": 3",
                                         "\"num_hidden_layers\": 4000000000"));
    const std::string pickle = PickleAssembler().global("os", "system").text("touch owned").raw("\x85R").stop();
    if (!writeZip(folder.path("attack.pth"), {{"archive/data.pkl", pickle}, {"archive/version", "3\n"}})) {
        qFatal("can't write a zip archive");
    }
    std::filesystem::create_directory(folder.path("hollow"));
}

} // namespace

/// Model paths and checkpoint files that can't be used.
class TestSayBadModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void namesAnAbsentShard();
    void takesTheGenerationFromTheUser_data();
    void takesTheGenerationFromTheUser();
};

void TestSayBadModel::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("words");
    const auto row = [](const char* name, const QStringList& arguments, int status, const QByteArrayList& words) {
        QTest::newRow(name) << arguments << status << words;
    };
    const QString dia = dataPath("plain/dia-0626");
    const QString dac = dataPath("plain/dac-transformers");
    row("missing", say("nowhere", dac), 1, {"nowhere", "does not exist"});
    row("codec is missing", say(dia, "nowhere"), 1, {"nowhere", "does not exist"});
    row("folder without a checkpoint", say("hollow", dac), 1, {"hollow", "holds no checkpoint"});
    row("empty file", say("empty.safetensors", dac), 1, {"empty.safetensors", "is empty"});
    row("text file", say("text.safetensors", dac), 1, {"text.safetensors", "neither"});
    row("web page", say("page.safetensors", dac), 1, {"page.safetensors", "web page"});
    row("pointer of git", say("pointer.safetensors", dac), 1, {"pointer.safetensors", "git lfs pull"});
    row("a few bytes", say("stub.safetensors", dac), 1, {"stub.safetensors"});
    row("cut", say("cut.safetensors", dac), 1, {"cut.safetensors", "ends at", "download"});
    row("bytes behind its end", say("longer.safetensors", dac), 1, {"longer.safetensors"});
    row("huge header", say("promises.safetensors", dac), 1, {"promises.safetensors", "9223372036854775807"});
    row("wants to run a command", say("attack.pth", dac), 1, {"attack.pth", "os.system", "nothing was run"});
    row("a config of another size", say("dia", dac, {"--config", "wide.json"}), 1, {"dia/model.safetensors", "config"});
    row("a config of absurd sizes", say("dia", dac, {"--config", "vast.json"}), 1, {"vast.json", "4000000000"});
    row("a config that is no JSON", say("dia", dac, {"--config", "broken.json"}), 1, {"broken.json", "JSON"});
    row("a config of something else", say("dia", dac, {"--config", "codes.json"}), 1, {"codes.json"});
    row("a config that is missing", say("dia", dac, {"--config", "nowhere.json"}), 1, {"nowhere.json"});
    row("a config that is a folder", say("dia", dac, {"--config", "hollow"}), 1, {"hollow"});
    row("no config", say("alone.safetensors", dac), 2, {"alone.safetensors", "config.json", "--generation"});
    row("no such generation", say("alone.safetensors", dac, {"--generation", "7"}), 2, {"--generation 7", "0626"});
    row("the codec as the model", say(dac, dac), 1, {"dac-transformers", "Dia"});
    row("the model as the codec", say(dia, dia), 1, {"dia-0626", "codec"});
    row("model and codec exchanged", say(dac, dia), 1, {"dac-transformers", "Dia"});
}

void TestSayBadModel::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    putFiles(folder);
    const QByteArray fault = faultOfRefusal(arguments, status, words, folder);
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayBadModel::namesAnAbsentShard() {
    const Folder folder;
    copyData(folder, "plain/dia-transformers-sharded", "dia");
    QVERIFY(std::filesystem::remove(folder.path("dia/model-00002-of-00003.safetensors")));
    const CliRun run = runCli(folder, say("dia", dataPath("plain/dac-transformers")));
    const QByteArray fault = faultOfRefusal(run, 1, {"model-00002-of-00003.safetensors", "2 of 3"}, folder, {"dia"});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayBadModel::takesTheGenerationFromTheUser_data() {
    QTest::addColumn<QString>("generation");
    QTest::newRow("0626") << "0626";
    QTest::newRow("0.1") << "0.1";
}

void TestSayBadModel::takesTheGenerationFromTheUser() {
    QFETCH(QString, generation);
    const Folder folder;
    putFiles(folder);
    const CliRun run =
        runCli(folder, say("alone.safetensors", dataPath("plain/dac-transformers"), {"--generation", generation}));
    QVERIFY2(run.status == 0, run.told());
    QVERIFY(!folder.content("o.wav").isEmpty());
}

QTEST_GUILESS_MAIN(TestSayBadModel)
#include "test_say_bad_model.moc"
