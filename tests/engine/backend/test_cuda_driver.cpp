// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/cuda_driver.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using parley::backend::CudaFacts;
using parley::backend::driverVersion;
using parley::backend::probeCuda;
using State = parley::backend::CudaFacts::State;

class TestCudaDriver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        qunsetenv("CUDA_VISIBLE_DEVICES");
        qputenv("PARLEY_FAKE_CUDA", "good");
    }
    void readsWhatAGoodDriverShows();
    void toldOfAnOldDriver();
    void isToldThatGpusAreHidden();
    void standsWhatADriverGetsWrong_data();
    void standsWhatADriverGetsWrong();
    void standsFilesThatAreNoDriver();
    void findsTheVersion_data();
    void findsTheVersion();
};

void TestCudaDriver::readsWhatAGoodDriverShows() {
    const CudaFacts facts = probeCuda(PARLEY_FAKE_DRIVER);
    QCOMPARE(facts.state, State::Ready);
    QCOMPARE(facts.cudaVersion, 13000);
    QVERIFY(!facts.isRestricted);
    QCOMPARE(facts.devices.size(), std::size_t{2});
    QCOMPARE(facts.devices[0].name, std::string("NVIDIA H100"));
    QCOMPARE(facts.devices[0].major, 9);
    QCOMPARE(facts.devices[0].memoryBytes, std::uint64_t{80'000'000'000});
    QCOMPARE(facts.devices[1].index, 1);
    QCOMPARE(facts.devices[1].minor, 1);
}

void TestCudaDriver::toldOfAnOldDriver() {
    qputenv("PARLEY_FAKE_CUDA", "old");
    const CudaFacts facts = probeCuda(PARLEY_FAKE_DRIVER);
    QCOMPARE(facts.state, State::Ready);
    QCOMPARE(facts.cudaVersion, 11040);
}

void TestCudaDriver::isToldThatGpusAreHidden() {
    qputenv("CUDA_VISIBLE_DEVICES", "");
    const CudaFacts facts = probeCuda(PARLEY_FAKE_DRIVER);
    QCOMPARE(facts.state, State::NoDevice);
    QVERIFY(facts.isRestricted);
    QVERIFY(facts.devices.empty());
}

void TestCudaDriver::standsWhatADriverGetsWrong_data() {
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("fails to start") << QByteArray("failing") << QByteArray("cuInit failed with error 999");
    QTest::newRow("counts too many") << QByteArray("countless") << QByteArray("2000000000");
    QTest::newRow("fails halfway") << QByteArray("halfway") << QByteArray("cuDeviceGet failed");
}

void TestCudaDriver::standsWhatADriverGetsWrong() {
    QFETCH(const QByteArray, mode);
    QFETCH(const QByteArray, word);
    qputenv("PARLEY_FAKE_CUDA", mode);
    const CudaFacts facts = probeCuda(PARLEY_FAKE_DRIVER);
    QCOMPARE(facts.state, State::Unusable);
    QVERIFY2(QByteArray::fromStdString(facts.trouble).contains(word), facts.trouble.c_str());
    QVERIFY(facts.devices.empty());

    qputenv("PARLEY_FAKE_CUDA", "nameless");
    QCOMPARE(probeCuda(PARLEY_FAKE_DRIVER).devices.at(0).name, std::string());
}

void TestCudaDriver::standsFilesThatAreNoDriver() {
    const CudaFacts empty = probeCuda(PARLEY_EMPTY_DRIVER);
    QCOMPARE(empty.state, State::Unusable);
    QVERIFY2(empty.trouble.find("cuDriverGetVersion") != std::string::npos, empty.trouble.c_str());

    QCOMPARE(probeCuda("/nowhere/libcuda.so.1").state, State::NoDriver);

    const QTemporaryDir folder;
    const std::string path = folder.filePath("libcuda.so.1").toStdString();
    for (const char* content : {"",
                                "\x7f"
                                "ELF",
                                "this is no library"}) {
        std::ofstream(path) << content;
        const CudaFacts facts = probeCuda(path);
        QCOMPARE(facts.state, State::Unusable);
        QVERIFY(!facts.trouble.empty());
    }
}

void TestCudaDriver::findsTheVersion_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("closed module")
        << QByteArray("NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.256.02  Thu May  2 14:37:44 UTC 2024\nGCC")
        << QByteArray("470.256.02");
    QTest::newRow("open module") << QByteArray("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  "
                                               "Release Build  (dvs-builder@U16-I1)\n")
                                 << QByteArray("580.65.06");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("another text") << QByteArray("version 12\n 580.65.06 \n") << QByteArray();
}

void TestCudaDriver::findsTheVersion() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, version);
    QCOMPARE(driverVersion(text.toStdString()), version.toStdString());
}

QTEST_GUILESS_MAIN(TestCudaDriver)
#include "test_cuda_driver.moc"
