// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"

#include <QJsonArray>
#include <QTest>

using namespace parley::test;

/// Smaller copies, from outside: made, spoken with, verified, removed.
class TestModelsQuantize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesACopyOfOnesOwn_data();
    void makesACopyOfOnesOwn();
    void findsDamage();
    void refusesWhatItCantMake_data();
    void refusesWhatItCantMake();
    void stopsWithoutATrace();

private:
    static void fill(const ModelsHome& home) {
        home.cache("someone/Dia-1.6B-of-mine", "plain/dia-transformers");
        home.cache("descript/dac_44khz", "plain/dac-transformers");
    }
};

void TestModelsQuantize::makesACopyOfOnesOwn_data() {
    QTest::addColumn<QString>("format");
    QTest::newRow("int8") << "int8";
    QTest::newRow("int4") << "int4";
}

void TestModelsQuantize::makesACopyOfOnesOwn() {
    QFETCH(const QString, format);
    const ModelsHome home;
    fill(home);
    const CliRun made = home.models({"quantize", "someone/Dia-1.6B-of-mine", "--dtype", format});
    QVERIFY2(made.status == 0 && made.out.contains("of the likeliest tokens are others"), made.told());
    const QString name = "Dia-1.6B-of-mine-" + format;
    const CliRun path = home.models({"path", name});
    QVERIFY2(path.status == 0 && made.out.startsWith(path.out), path.told());
    const CliRun verified = home.models({"verify", name});
    QVERIFY2(verified.status == 0 && verified.out.contains(" 0 without a known hash, 0 wrong\n"), verified.told());
    const CliRun seen = home.run({"inspect", home.at("models/" + name), "--json"});
    QVERIFY2(seen.status == 0 && seen.out.contains('"' + format.toUtf8() + '"'), seen.told());
    const CliRun ofACopy = home.models({"quantize", name, "--dtype", "int8"});
    QVERIFY2(ofACopy.status != 0 && ofACopy.err.contains("is a smaller copy itself"), ofACopy.told());
    QCOMPARE(home.models({"use", name}).status, 0);
    const CliRun said =
        home.run({"say", "[S1] Hello.", "--max-tokens", "40", "--seed", "1", "--out", "o.wav", "--json"});
    QVERIFY2(said.status == 0, said.told());
    QCOMPARE(said.json().value("dtype").toString(), format);
    // There is nowhere to download it from.
    const CliRun again = home.models({"download", name});
    QVERIFY2(again.status == 2 && again.err.contains("make it again from its original"), again.told());
    const CliRun removed = home.models({"remove", name});
    QVERIFY2(removed.status == 0 && home.models({"path", name}).status != 0, removed.told());
    QCOMPARE(home.models({"path", "someone/Dia-1.6B-of-mine"}).status, 0);
}

void TestModelsQuantize::findsDamage() {
    const ModelsHome home;
    fill(home);
    QVERIFY(home.models({"quantize", "someone/Dia-1.6B-of-mine"}).status == 0);
    QFile file(home.at("models/Dia-1.6B-of-mine-int8/model.safetensors"));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 3) && file.write("x") == 1);
    file.close();
    const CliRun verified = home.models({"verify", "Dia-1.6B-of-mine-int8"});
    QVERIFY2(verified.status == 1 && verified.told().contains("model.safetensors"), verified.told());
}

void TestModelsQuantize::refusesWhatItCantMake_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const QString model = QStringLiteral("someone/Dia-1.6B-of-mine");
    QTest::newRow("no such model") << QStringList{"no-such-model"} << QByteArray("no-such-model");
    QTest::newRow("no such format") << QStringList{model, "--dtype", "int3"} << QByteArray("use int8 or int4");
    QTest::newRow("a folder that is there") << QStringList{model, "--to", "hub"} << QByteArray("is there already");
    QTest::newRow("a codec") << QStringList{"descript/dac_44khz"} << QByteArray("not those of a Dia network");
}

void TestModelsQuantize::refusesWhatItCantMake() {
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    const ModelsHome home;
    fill(home);
    const QStringList before = home.folder.names();
    const CliRun run = home.models(QStringList{"quantize"} + arguments);
    QVERIFY2(run.status != 0 && run.err.contains(words) && run.err.count('\n') == 1, run.told());
    QCOMPARE(home.folder.names(), before);
}

void TestModelsQuantize::stopsWithoutATrace() {
    const ModelsHome home;
    fill(home);
    const auto process = home.start({"quantize", "someone/Dia-1.6B-of-mine", "--to", "copy"});
    process->terminate();
    QVERIFY(process->waitForFinished());
    // It was quicker, or nothing is left.
    const bool isWhole = process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
    QCOMPARE(QFile::exists(home.at("copy")), isWhole);
}

QTEST_GUILESS_MAIN(TestModelsQuantize)
#include "test_models_quantize.moc"
