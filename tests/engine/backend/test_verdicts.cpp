// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device_list.h"
#include "backend/verdicts.h"
#include "machines.h"

#include <QTest>
#include <cmath>

using namespace parley;
using namespace parley::backend;
using namespace parley::test;

namespace {

std::vector<DeviceInfo> someDevices() {
    return describeDevices(withGpus(withBfloat16(plainMachine()), {kH100}), {.cuda = true}, 0);
}

SelfTestVerdict verdict(const DeviceInfo& device, const std::string& dtype, double measured) {
    return {.device = device.id,
            .dtype = dtype,
            .version = verdictVersion(device),
            .largestError = {measured, 0.01},
            .rmsError = {0.001, 0.002},
            .soundError = {0, 0.001}};
}

} // namespace

class TestVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFormatThatIsWrongIsNotOffered();
    void aDeviceWithoutFormatsIsSwitchedOff();
    void theOracleStays();
    void holdsForOneVersion();
    void linesComeBack();
    void passesOverWhatIsNoVerdict_data();
    void passesOverWhatIsNoVerdict();
    void theLatestCounts();
};

void TestVerdicts::aFormatThatIsWrongIsNotOffered() {
    const std::vector<DeviceInfo> devices = someDevices();
    const std::vector<DeviceInfo> left =
        withoutWrongOnes(devices, {verdict(devices[1], "float16", 0.12), verdict(devices[1], "float32", 0.001)});
    QCOMPARE(left[1].dtypes, std::vector<std::string>({"bfloat16", "float32", "int8", "int4"}));
    QCOMPARE(left[0].dtypes, devices[0].dtypes);
    const Result<ComputeChoice> choice = chooseCompute("cuda:0", "auto", left);
    QCOMPARE(choice.value().dtype, std::string("bfloat16"));
    QCOMPARE(choice.value().dtypeReason.english(),
             std::string("the self-test found float16 wrong by 12 %, where 1 % is allowed"));
    QVERIFY(chooseCompute("cuda:0", "float16", left).error().code == ErrorCode::DTypeUnsupported);
}

void TestVerdicts::aDeviceWithoutFormatsIsSwitchedOff() {
    const std::vector<DeviceInfo> devices = someDevices();
    std::vector<SelfTestVerdict> verdicts;
    for (const std::string& dtype : devices[1].dtypes) {
        verdicts.push_back(verdict(devices[1], dtype, std::nan("")));
    }
    const std::vector<DeviceInfo> left = withoutWrongOnes(devices, verdicts);
    QVERIFY(!left[1].available && left[1].dtypes.empty());
    QVERIFY(left[1].reason.english().find("wrong by nan %") != std::string::npos);
    QCOMPARE(chooseCompute("auto", "auto", left).value().device, std::string("cpu"));
}

void TestVerdicts::theOracleStays() {
    const std::vector<DeviceInfo> devices = someDevices();
    const std::vector<DeviceInfo> left =
        withoutWrongOnes(devices, {verdict(devices[0], "float32", 1), verdict(devices[0], "bfloat16", 1)});
    QCOMPARE(left[0].dtypes, std::vector<std::string>({"float32", "int8", "int4"}));
}

void TestVerdicts::holdsForOneVersion() {
    const std::vector<DeviceInfo> devices = someDevices();
    SelfTestVerdict old = verdict(devices[1], "float16", 1);
    Machine updated = withGpus(plainMachine(), {kH100});
    updated.cuda.driver = "590.10";
    const std::vector<DeviceInfo> now = describeDevices(updated, {.cuda = true}, 0);
    QCOMPARE(withoutWrongOnes(now, {old})[1].dtypes, now[1].dtypes);
    old.version += 'x';
    QCOMPARE(withoutWrongOnes(devices, {old})[1].dtypes, devices[1].dtypes);
}

void TestVerdicts::linesComeBack() {
    const std::vector<DeviceInfo> devices = someDevices();
    SelfTestVerdict odd = verdict(devices[0], "int8", 1.0 / 3);
    odd.version = "a\tb\nc";
    odd.usesFallback = true;
    const std::vector<SelfTestVerdict> read =
        readVerdicts(writtenVerdicts({verdict(devices[1], "float16", 0.5), odd, verdict(devices[1], "int4", NAN)}));
    QCOMPARE(read.size(), std::size_t{3});
    QCOMPARE(read[0].version, verdictVersion(devices[1]));
    QCOMPARE(read[0].rmsError.allowed, 0.002);
    QVERIFY(!read[0].usesFallback && read[1].usesFallback);
    QVERIFY(verdictOf(devices[1], "float16", read).has_value() && !verdictOf(devices[1], "int8", read));
    QCOMPARE(read[1].largestError.measured, 1.0 / 3);
    QCOMPARE(read[1].version, std::string("a b c"));
    SelfTestVerdict ended = verdict(devices[1], "float16", 0);
    QVERIFY(ended.passed());
    ended.wasCutShort = true;
    const std::vector<SelfTestVerdict> again = readVerdicts(writtenVerdicts({ended}));
    QVERIFY(again.size() == 1 && again[0].wasCutShort && !again[0].passed());
    QVERIFY(withoutWrongOnes(devices, again)[1].dtypeReason.english().find("the program ended") == 0);
    QVERIFY(!read[2].passed()); // not a number is written as more than anything
}

void TestVerdicts::passesOverWhatIsNoVerdict_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another file") << QByteArray("{\"verdicts\": []}\n\n\n");
    QTest::newRow("an unknown attention") << QByteArray("cpu\tint8\tv\tthird\t0\t1\t0\t1\t0\t1\t0\t1\n");
    QTest::newRow("too few fields") << QByteArray("cpu\tint8\tv\tfirst attention\t0\t1\n");
    QTest::newRow("too many fields") << QByteArray("cpu\tint8\tv\tfirst attention\t0\t1\t0\t1\t0\t1\t0\t1\t0\n");
    QTest::newRow("no number") << QByteArray("cpu\tint8\tv\tfirst attention\tzero\t1\t0\t1\t0\t1\t0\t1\n");
    QTest::newRow("no whole number") << QByteArray("cpu\tint8\tv\tfirst attention\t0x\t1\t0\t1\t0\t1\t0\t1\n");
    QTest::newRow("NaN") << QByteArray("cpu\tint8\tv\tfirst attention\tnan\t1\t0\t1\t0\t1\t0\t1\n");
    QTest::newRow("bytes") << QByteArray("\0\t\xff\t\0\t\t\t\t\t\t\t\t\n", 15);
}

void TestVerdicts::passesOverWhatIsNoVerdict() {
    QFETCH(const QByteArray, text);
    const std::string good = "cpu\tint8\tv\tfirst attention\t2\t1\t0\t1\t0\t1\t0\t1";
    const std::vector<SelfTestVerdict> read = readVerdicts(text.toStdString() + good);
    // Without a line break before it, the good line belongs to what it follows.
    QVERIFY(readVerdicts(text.toStdString()).empty());
    QCOMPARE(read.size(), std::size_t{1});
    QVERIFY(!read[0].passed());
}

void TestVerdicts::theLatestCounts() {
    const std::vector<DeviceInfo> devices = someDevices();
    const auto merged = mergedVerdicts({verdict(devices[0], "int8", 1), verdict(devices[1], "int8", 1)},
                                       {verdict(devices[0], "int8", 0), verdict(devices[0], "int4", 0)});
    QCOMPARE(merged.size(), std::size_t{3});
    QCOMPARE(merged[0].device, std::string("cuda:0"));
    QVERIFY(!merged[0].passed() && merged[1].passed());
}

QTEST_GUILESS_MAIN(TestVerdicts)
#include "test_verdicts.moc"
