// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace parley::test;

namespace {

/// The environment of a machine whose NVIDIA driver is this one.
QList<Variable> withDriver(const char* folder, const char* mode = "good") {
    return {{"LD_LIBRARY_PATH", folder}, {"PARLEY_FAKE_CUDA", mode}};
}

constexpr const char* kCpuOnly = "this build computes on the CPU alone";

} // namespace

/// `devices`, `--device` and `--dtype`, also on machines with a driver that is too old, broken, or not one at all.
class TestDevices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheProcessor();
    void printsJson();
    void saysWhyAGpuIsNotUsed_data();
    void saysWhyAGpuIsNotUsed();
    void speaksBesideAnyDriver_data();
    void speaksBesideAnyDriver();
    void refusesWhatCantBeHad_data();
    void refusesWhatCantBeHad();
    void refusesWhatDoesNotFit();
};

void TestDevices::listsTheProcessor() {
    const Folder folder;
    const CliRun run = runCli(folder, {"devices"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    const QRegularExpression cpu("^cpu: .+; computes in (float32 bfloat16|bfloat16 float32) int8 int4; [0-9.]+ GB, "
                                 "[0-9.]+ GB free$",
                                 QRegularExpression::MultilineOption);
    QVERIFY2(cpu.match(QString::fromUtf8(run.out)).hasMatch(), run.told());
    const QRegularExpression automatic("^auto takes cpu: .+\nauto takes (float32|bfloat16): .+$",
                                       QRegularExpression::MultilineOption);
    QVERIFY2(automatic.match(QString::fromUtf8(run.out)).hasMatch(), run.told());
}

void TestDevices::printsJson() {
    const Folder folder;
    const CliRun run = runCli(folder, {"devices", "--json"}, {}, withDriver(PARLEY_FAKE_DRIVER_FOLDER));
    QVERIFY2(run.status == 0 && run.out.count('\n') == 1, run.told());
    const QJsonObject json = run.json();
    const QJsonArray devices = json.value("devices").toArray();
    QStringList ids;
    for (const auto& device : devices) {
        ids += device.toObject().value("id").toString();
    }
    QCOMPARE(ids, QStringList({"cpu", "cuda:0", "cuda:1", "mps"}));
    QCOMPARE(devices.at(1).toObject().value("name").toString(), QString("NVIDIA H100"));
    QCOMPARE(devices.at(1).toObject().value("memory_bytes").toInteger(), 80'000'000'000);
    QCOMPARE(devices.at(1).toObject().value("reason").toString(), QString(kCpuOnly));
    const QJsonObject automatic = json.value("auto").toObject();
    QCOMPARE(automatic.value("device").toString(), QString("cpu"));
    QVERIFY2(!automatic.value("dtype_reason").toString().isEmpty(), run.told());
}

void TestDevices::saysWhyAGpuIsNotUsed_data() {
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QByteArray>("visible");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const char* folder, const char* mode, const char* visible,
                        const char* reason) {
        QTest::newRow(name) << QByteArray(folder) << QByteArray(mode) << QByteArray(visible) << QByteArray(reason);
    };
    row("a good driver", PARLEY_FAKE_DRIVER_FOLDER, "good", "0,1", kCpuOnly);
    row("an old driver", PARLEY_FAKE_DRIVER_FOLDER, "old", "0,1", "CUDA 13 needs");
    row("hidden GPUs", PARLEY_FAKE_DRIVER_FOLDER, "good", "", "CUDA_VISIBLE_DEVICES hides every GPU");
    row("a driver that fails", PARLEY_FAKE_DRIVER_FOLDER, "failing", "0,1", "cuInit failed with error 999");
    row("a library without functions", PARLEY_EMPTY_DRIVER_FOLDER, "", "0,1", "it has no cuDriverGetVersion");
}

void TestDevices::saysWhyAGpuIsNotUsed() {
    QFETCH(const QByteArray, folder);
    QFETCH(const QByteArray, mode);
    QFETCH(const QByteArray, visible);
    QFETCH(const QByteArray, reason);
    const Folder work;
    const CliRun run = runCli(work, {"devices"}, {},
                              withDriver(folder.constData(), mode.constData()) +
                                  QList<Variable>{{"CUDA_VISIBLE_DEVICES", QString::fromUtf8(visible)}});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    QVERIFY2(run.out.contains("not available: ") && run.out.contains(reason), run.told());
    // Auto tells the same reason for the CPU.
    const QByteArray automatic = run.out.mid(run.out.indexOf("auto takes cpu: "));
    QVERIFY2(automatic.contains(reason), run.told());
}

void TestDevices::speaksBesideAnyDriver_data() {
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("device");
    for (const char* device : {"auto", "cpu"}) {
        QTest::addRow("%s, a library without functions", device) << QByteArray(PARLEY_EMPTY_DRIVER_FOLDER) << device;
        QTest::addRow("%s, a file that is no library", device) << QByteArray() << device;
    }
}

void TestDevices::speaksBesideAnyDriver() {
    QFETCH(const QByteArray, driver);
    QFETCH(const QString, device);
    const Folder folder;
    const Folder noLibrary;
    noLibrary.put("libcuda.so.1", "this is no library");
    const QString place = driver.isEmpty() ? noLibrary.path(".").c_str() : QString::fromUtf8(driver);
    const CliRun run =
        runCli(folder, sayDemo("o.wav", {"--device", device}), {}, withDriver(place.toUtf8().constData()));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList{"o.wav"});
}

void TestDevices::refusesWhatCantBeHad_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("a GPU that this build can't use")
        << QStringList{"--device", "cuda:0"} << QByteArrayList{"--device cuda:0", kCpuOnly, "auto or cpu"};
    QTest::newRow("a number too large") << QStringList{"--device", "cuda:2"}
                                        << QByteArrayList{"--device cuda:2", "no such GPU", "auto or cpu"};
    QTest::newRow("Apple's") << QStringList{"--device", "mps"} << QByteArrayList{"there is no Apple GPU"};
    QTest::newRow("float16 on the CPU") << QStringList{"--device", "cpu", "--dtype", "float16"}
                                        << QByteArrayList{"--dtype float16", "int8 or int4"};
    QTest::newRow("float64") << QStringList{"--dtype", "float64"}
                             << QByteArrayList{"--dtype float64", "cpu doesn't compute in it"};
}

void TestDevices::refusesWhatCantBeHad() {
    QFETCH(const QStringList, options);
    QFETCH(const QByteArrayList, words);
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", options), {}, withDriver(PARLEY_FAKE_DRIVER_FOLDER));
    const QByteArray fault = faultOfRefusal(run, 1, words, folder, {});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestDevices::refusesWhatDoesNotFit() {
    const Folder folder;
    const auto run = [&](const QStringList& command, const char* freeBytes) {
        return runCli(folder, command, {}, {{"PARLEY_FREE_MEMORY", freeBytes}});
    };
    const auto faultOf = [&](const CliRun& refused) {
        return faultOfRefusal(refused, 1, {"the model in float32: needs ", " MB of memory, ", " MB are free; "}, folder,
                              {});
    };
    QByteArray fault = faultOf(run(sayDemo("o.wav", {"--dtype", "float32"}), "1000000"));
    QVERIFY2(fault.isEmpty(), fault);
    // The released model's sizes, none of which is made up before.
    const CliRun tight = run({"bench", "--dtype", "float32"}, "4000000000");
    fault = faultOf(tight);
    QVERIFY2(fault.isEmpty(), fault);
    QVERIFY2(tight.err.contains("4000 MB are free; use --dtype bfloat16, which needs "), tight.told());
}

QTEST_GUILESS_MAIN(TestDevices)
#include "test_devices.moc"
