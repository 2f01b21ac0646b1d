// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device_list.h"
#include "machines.h"

#include <QTest>

using namespace parley;
using namespace parley::backend;
using namespace parley::test;

namespace {

const BuildAbilities kAll{.cuda = true, .mps = true};
constexpr std::uint64_t kNeed = 7'500'000'000;

using Formats = std::vector<std::string>;

/// "id: reason" or "id: format format", one line a device.
QString lines(const Machine& machine, const BuildAbilities& build = kAll) {
    QString text;
    for (const DeviceInfo& device : describeDevices(machine, build, kNeed)) {
        text += QString::fromStdString(device.id) + QLatin1Char(':');
        if (device.available) {
            for (const std::string& format : device.dtypes) {
                text += QLatin1Char(' ') + QString::fromStdString(format);
            }
        } else {
            text += QLatin1Char(' ') + QString::fromStdString(device.reason.english());
        }
        text += QLatin1Char('\n');
    }
    return text;
}

Machine oldDriver(const char* version) {
    Machine machine = withGpus(plainMachine(), {kH100, kT4});
    machine.cuda.cudaVersion = 11040;
    machine.cuda.driver = version;
    return machine;
}

Machine driverState(CudaFacts::State state, bool isRestricted, const char* trouble = "") {
    Machine machine = plainMachine();
    machine.cuda = {.state = state, .trouble = trouble, .isRestricted = isRestricted};
    return machine;
}

} // namespace

class TestDeviceList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatCanBeUsedAndWhyNot_data();
    void tellsWhatCanBeUsedAndWhyNot();
    void carriesFactsOver();
    void tellsWhereAGpuPackWouldHelp();
    void thisMachineHasItsProcessor();
};

void TestDeviceList::tellsWhatCanBeUsedAndWhyNot_data() {
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("wanted");
    using State = CudaFacts::State;
    const QString cpu = "cpu: float32 bfloat16 int8 int4\n";
    const QString noMps = "mps: there is no Apple GPU\n";
    QTest::newRow("a plain machine") << lines(plainMachine()) << cpu + "cuda: there is no NVIDIA driver\n" + noMps;
    QTest::newRow("a processor with bfloat16")
        << lines(withBfloat16(plainMachine()))
        << "cpu: bfloat16 float32 int8 int4\ncuda: there is no NVIDIA driver\n" + noMps;
    QTest::newRow("two GPUs") << lines(withGpus(plainMachine(), {kH100, kT4}))
                              << cpu + "cuda:0: float16 bfloat16 float32 int8 int4\ncuda:1: float16 float32 int8\n" +
                                     noMps;
    QTest::newRow("a GPU that CUDA 13 left behind")
        << lines(withGpus(plainMachine(), {kPascal}))
        << cpu + "cuda:0: its compute capability is 6.1, CUDA 13 needs 7.5\n" + noMps;
    QTest::newRow("an old driver") << lines(oldDriver("470.256.02"))
                                   << cpu +
                                          "cuda:0: the driver is 470, CUDA 13 needs 580\n"
                                          "cuda:1: the driver is 470, CUDA 13 needs 580\n" +
                                          noMps;
    QTest::newRow("an old driver without a version")
        << lines(oldDriver(""))
        << cpu +
               "cuda:0: the driver knows CUDA 11.4, CUDA 13 needs driver 580\n"
               "cuda:1: the driver knows CUDA 11.4, CUDA 13 needs driver 580\n" +
               noMps;
    QTest::newRow("a broken driver") << lines(driverState(State::Unusable, false, "file too short"))
                                     << cpu + "cuda: the NVIDIA driver can't be used: file too short\n" + noMps;
    QTest::newRow("no GPU at the driver")
        << lines(driverState(State::NoDevice, false)) << cpu + "cuda: the NVIDIA driver shows no GPU\n" + noMps;
    QTest::newRow("hidden GPUs") << lines(driverState(State::NoDevice, true))
                                 << cpu + "cuda: CUDA_VISIBLE_DEVICES hides every GPU\n" + noMps;
    QTest::newRow("a Mac with room for float32")
        << lines(withAppleGpu(plainMachine(), 24 * kGigabyte))
        << cpu + "cuda: there is no NVIDIA driver\nmps: float32 float16 bfloat16 int8 int4\n";
    QTest::newRow("a Mac without") << lines(withAppleGpu(plainMachine(), 12 * kGigabyte))
                                   << cpu +
                                          "cuda: there is no NVIDIA driver\nmps: float16 bfloat16 float32 int8 int4\n";
    QTest::newRow("broken libraries")
        << lines(withGpus(plainMachine(), {kH100}), {.cuda = true, .cudaTrouble = "libtorch_cuda.so: file too short"})
        << cpu +
               "cuda:0: CUDA's libraries can't be used: libtorch_cuda.so: file too short\nmps: there is no Apple GPU\n";
    QTest::newRow("no libraries")
        << lines(withGpus(plainMachine(), {kH100}),
                 {.cuda = true, .cudaTrouble = "libtorch_cuda.so is not there", .lacksCudaLibraries = true})
        << cpu + "cuda:0: CUDA's libraries aren't there; get them in the model manager, or with: "
                 "parley-cli models download gpu-pack\n"
                 "mps: there is no Apple GPU\n";
    QTest::newRow("a build for the CPU")
        << lines(withAppleGpu(withGpus(plainMachine(), {kH100}), 24 * kGigabyte), {})
        << cpu + "cuda:0: this build computes on the CPU alone\nmps: this build computes on the CPU alone\n";
}

void TestDeviceList::tellsWhatCanBeUsedAndWhyNot() {
    QFETCH(const QString, told);
    QFETCH(const QString, wanted);
    QCOMPARE(told, wanted);
}

void TestDeviceList::carriesFactsOver() {
    const std::vector<DeviceInfo> devices = describeDevices(withGpus(plainMachine(), {kH100}), kAll, kNeed);
    QCOMPARE(devices[0].name.english(), std::string("Zen, 8 threads"));
    QCOMPARE(devices[0].memoryBytes, 16 * kGigabyte);
    QCOMPARE(devices[1].name.english(), std::string("H100"));
    QCOMPARE(devices[1].memoryBytes, 80 * kGigabyte);
    // What a self-test found holds for this driver alone.
    QVERIFY(devices[1].version.find("580.65.06") != std::string::npos);
    QVERIFY(devices[1].kind == DeviceKind::Cuda && devices[2].kind == DeviceKind::Mps);
}

void TestDeviceList::tellsWhereAGpuPackWouldHelp() {
    BuildAbilities build{.cuda = true, .cudaTrouble = "none", .lacksCudaLibraries = true};
    const Machine machine = withGpus(plainMachine(), {kH100, kPascal});
    std::vector<DeviceInfo> devices = describeDevices(machine, build, kNeed);
    QVERIFY(devices[1].lacksLibraries && !devices[1].available);
    QVERIFY(!devices[0].lacksLibraries && !devices[2].lacksLibraries); // an old GPU stays one
    build.lacksCudaLibraries = false;
    devices = describeDevices(machine, build, kNeed);
    QVERIFY(!devices[1].lacksLibraries);
}

void TestDeviceList::thisMachineHasItsProcessor() {
    const std::vector<DeviceInfo> devices = listDevices();
    QVERIFY(devices.size() >= 3);
    QCOMPARE(devices[0].id, std::string("cpu"));
    QVERIFY(devices[0].available && devices[0].memoryBytes > 0 && devices[0].freeBytes > 0);
    for (const DeviceInfo& device : devices) {
        QVERIFY(device.available == device.reason.empty());
        QVERIFY(device.available != device.dtypes.empty());
    }
}

QTEST_GUILESS_MAIN(TestDeviceList)
#include "test_device_list.moc"
