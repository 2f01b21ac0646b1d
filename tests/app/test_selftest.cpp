// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace parley::test;

namespace {

/// Runs a command that keeps its verdicts in the folder "cache".
CliRun runHere(const Folder& folder, const QStringList& arguments) {
    return runCli(folder, arguments, {}, {{"PARLEY_CACHE_DIR", folder.path("cache").c_str()}});
}

double figure(const QJsonObject& verdict, const char* name, const char* part) {
    return verdict.value(QLatin1String(name)).toObject().value(QLatin1String(part)).toDouble();
}

/// `say` as --help of selftest tells it.
QStringList comparedSpeech(const QString& codes, const QStringList& more = {}) {
    return QStringList{"say",    "[S1] This is how one machine tries another. [S2] (laughs)",
                       "--demo", "--seed",
                       "7",      "--max-tokens",
                       "200",    "--out",
                       "x.wav",  "--codes",
                       codes} +
           more;
}

} // namespace

/// `selftest` on the CPU, all of whose formats are held against its float32.
class TestSelfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatIsWithinItsTolerance();
    void printsLinesForPeople();
    void switchesOffWhatIsWrong();
    void comparesWithCodesFromElsewhere();
    void tellsAnotherSpeech();
    void refusesWhatItCantTest_data();
    void refusesWhatItCantTest();
};

void TestSelfTest::everyFormatIsWithinItsTolerance() {
    const Folder folder;
    const CliRun run = runHere(folder, {"selftest", "--device", "cpu", "--json"});
    QVERIFY2(run.status == 0 && run.err.isEmpty() && run.out.count('\n') == 1, run.told());
    QMap<QString, double> errors;
    for (const auto& value : run.json().value("verdicts").toArray()) {
        const QJsonObject verdict = value.toObject();
        QCOMPARE(verdict.value("device").toString(), QString("cpu"));
        QVERIFY2(verdict.value("passed").toBool(), run.told());
        QVERIFY2(figure(verdict, "sound_error", "measured") <= 0.02, run.told());
        errors[verdict.value("dtype").toString()] = figure(verdict, "largest_error", "measured");
    }
    QCOMPARE(errors.keys(), QStringList({"bfloat16", "float32", "int4", "int8"}));
    // The tolerances tell formats apart: nothing narrow passes for float32, nor int4 for anything else.
    QVERIFY2(errors["bfloat16"] > 1e-4 && errors["int8"] > 1e-4 && errors["int4"] > 0.04, run.told());
    QVERIFY2(run.json().value("verdicts").toArray().at(0).toObject().value("version").toString().contains("torch "),
             run.told());
}

void TestSelfTest::printsLinesForPeople() {
    const Folder folder;
    const CliRun run = runHere(folder, {"selftest", "--dtype", "int8", "--threads", "1"});
    QVERIFY2(run.status == 0 && run.out.startsWith("cpu int8: passed; largest error "), run.told());
}

void TestSelfTest::switchesOffWhatIsWrong() {
    const Folder folder;
    const CliRun tested = runHere(folder, {"selftest", "--dtype", "int8"});
    QVERIFY2(tested.status == 0, tested.told());
    // As if it had been wrong: the figure that was measured, above what is allowed.
    QFile file(folder.path("cache/self-test.tsv"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArrayList fields = file.readAll().trimmed().split('\t');
    QCOMPARE(fields.size(), 12);
    fields[4] = "0.5";
    QVERIFY(file.resize(0) && file.seek(0) && file.write(fields.join('\t') + "\n") > 0);
    file.close();
    const CliRun listed = runHere(folder, {"devices"});
    QVERIFY2(!listed.out.contains("int8") && listed.out.contains("int4"), listed.told());
    const CliRun said = runHere(folder, sayDemo("o.wav", {"--dtype", "int8"}));
    QVERIFY2(said.status == 1 && said.err.contains("--dtype int8"), said.told());
    // It is tested all the same, and is back once it passes.
    QCOMPARE(runHere(folder, {"selftest", "--dtype", "int8"}).status, 0);
    QVERIFY(runHere(folder, {"devices"}).out.contains("int8"));
}

void TestSelfTest::comparesWithCodesFromElsewhere() {
    const Folder folder;
    const CliRun said = runHere(folder, comparedSpeech("codes.st", {"--dtype", "float32"}));
    QVERIFY2(said.status == 0, said.told());
    const CliRun help = runHere(folder, {"selftest", "--help"});
    QVERIFY2(help.out.simplified().contains("--max-tokens 200") && help.out.simplified().contains("another. [S2]"),
             help.told());
    const CliRun same = runHere(folder, {"selftest", "--against", "codes.st", "--dtype", "float32", "--json"});
    QVERIFY2(same.status == 0, same.told());
    QCOMPARE(same.json().value("same").toBool(), true);
    QVERIFY2(same.json().value("frames").toInteger() > 50, same.told());
    QCOMPARE(same.json().value("same_frames"), same.json().value("frames"));
    // int4 parts from float32 soon, and is told so.
    const CliRun other = runHere(folder, {"selftest", "--against", "codes.st", "--dtype", "int4", "--json"});
    QVERIFY2(other.status == 1, other.told());
    QVERIFY2(other.json().value("same_frames").toInteger() < other.json().value("frames").toInteger(), other.told());
}

void TestSelfTest::tellsAnotherSpeech() {
    const Folder folder;
    QVERIFY(runHere(folder, comparedSpeech("codes.st", {"--dtype", "float32", "--temperature", "0"})).status == 0);
    const CliRun run = runHere(folder, {"selftest", "--against", "codes.st", "--dtype", "float32"});
    QVERIFY2(run.status == 1 && run.out.contains("ANOTHER SPEECH"), run.told());
    folder.put("broken.st", "no codes");
    for (const char* file : {"broken.st", "nowhere.st"}) {
        const CliRun refused = runHere(folder, {"selftest", "--against", file});
        QVERIFY2(refused.status != 0 && refused.out.isEmpty() && refused.err.contains(file), refused.told());
    }
}

void TestSelfTest::refusesWhatItCantTest_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::newRow("no such device") << QStringList{"--device", "quantum"} << 2;
    QTest::newRow("no GPU") << QStringList{"--device", "mps"} << 1;
    QTest::newRow("no such format") << QStringList{"--dtype", "float7"} << 2;
    QTest::newRow("not the CPU's") << QStringList{"--device", "cpu", "--dtype", "float16"} << 1;
}

void TestSelfTest::refusesWhatItCantTest() {
    QFETCH(const QStringList, options);
    QFETCH(const int, status);
    const Folder folder;
    const CliRun run = runHere(folder, QStringList{"selftest"} + options);
    QVERIFY2(run.status == status && run.out.isEmpty() && run.err.count('\n') == 1, run.told());
    QVERIFY(!QFile::exists(folder.path("cache/self-test.tsv")));
}

QTEST_GUILESS_MAIN(TestSelfTest)
#include "test_selftest.moc"
