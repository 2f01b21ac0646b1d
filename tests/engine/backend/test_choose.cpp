// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device_list.h"
#include "machines.h"

#include <QTest>

using namespace parley;
using namespace parley::backend;
using namespace parley::test;

namespace {

std::vector<DeviceInfo> devicesOf(const Machine& machine) {
    return describeDevices(machine, {.cuda = true, .mps = true}, 7'500'000'000);
}

Machine driver470() {
    Machine machine = withGpus(plainMachine(), {kH100, kT4});
    machine.cuda.cudaVersion = 11040;
    machine.cuda.driver = "470.256.02";
    return machine;
}

Machine hiddenGpus() {
    Machine machine = plainMachine();
    machine.cuda = {.state = CudaFacts::State::NoDevice, .isRestricted = true};
    return machine;
}

Machine eitherGpu() {
    return withAppleGpu(withGpus(plainMachine(), {kH100}), 24 * kGigabyte);
}

/// "device dtype (reason; dtype's reason) note", or the error's code and message.
QString outcome(const Machine& machine, const char* device, const char* dtype) {
    const Result<ComputeChoice> result = chooseCompute(device, dtype, devicesOf(machine));
    if (!result) {
        const std::string code(errorCodeName(result.error().code));
        return QString::fromStdString(code + " " + result.error().message());
    }
    const ComputeChoice& choice = result.value();
    return QString::fromStdString(choice.device + ": " + choice.reason.english() + " | " + choice.dtype + ": " +
                                  choice.dtypeReason.english() +
                                  (choice.note.empty() ? "" : " | " + choice.note.english()));
}

} // namespace

/// What each wish comes to, on machines that nobody needs to have.
class TestChoose : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chooses_data();
    void chooses();
    void choosesAmongNothing();
};

void TestChoose::chooses_data() {
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const Machine& machine, const char* device, const char* dtype,
                        const char* wanted) {
        QTest::newRow(name) << outcome(machine, device, dtype) << QString(wanted);
    };
    const Machine plain = plainMachine();
    const Machine two = withGpus(plain, {kH100, kT4});
    // Auto
    row("auto, CPU alone", plain, "auto", "auto",
        "cpu: there is no NVIDIA driver; there is no Apple GPU | float32: this processor doesn't compute in bfloat16");
    row("auto, CPU with bfloat16", withBfloat16(plain), "auto", "auto",
        "cpu: there is no NVIDIA driver; there is no Apple GPU | bfloat16: this processor computes in it");
    row("auto, two GPUs", two, "auto", "auto",
        "cuda:0: the first NVIDIA GPU that can be used | float16: half the bytes of float32 to read for each step");
    row("auto, the first GPU is too old", withGpus(plain, {kPascal, kT4}), "auto", "auto",
        "cuda:1: the first NVIDIA GPU that can be used | float16: half the bytes of float32 to read for each step");
    row("auto, NVIDIA before Apple", eitherGpu(), "auto", "float32",
        "cuda:0: the first NVIDIA GPU that can be used | float32: it was asked for");
    row("auto, a large Mac", withAppleGpu(plain, 24 * kGigabyte), "auto", "auto",
        "mps: this Mac's GPU | float32: float32 fits in three fifths of the GPU's memory");
    row("auto, a small Mac", withAppleGpu(plain, 12 * kGigabyte), "auto", "auto",
        "mps: this Mac's GPU | float16: float32 needs more than three fifths of the GPU's memory");
    row("auto, an old driver", driver470(), "auto", "float32",
        "cpu: the driver is 470, CUDA 13 needs 580; there is no Apple GPU | float32: it was asked for");
    row("auto, hidden GPUs", hiddenGpus(), "auto", "int8",
        "cpu: CUDA_VISIBLE_DEVICES hides every GPU; there is no Apple GPU | int8: it was asked for");
    // By name and number
    row("cpu in spite of GPUs", two, "cpu", "int4", "cpu: it was asked for | int4: it was asked for");
    row("cuda", two, "cuda", "auto",
        "cuda:0: it was asked for | float16: half the bytes of float32 to read for each step");
    row("cuda, the first one that works", withGpus(plain, {kPascal, kT4}), "cuda", "int8",
        "cuda:1: it was asked for | int8: it was asked for");
    row("cuda:1", two, "cuda:1", "float32", "cuda:1: it was asked for | float32: it was asked for");
    row("mps in bfloat16", eitherGpu(), "mps", "bfloat16",
        "mps: it was asked for | bfloat16: it was asked for | M1 and M2 emulate bfloat16, so it is no faster there");
    // What can't be had
    row("a wrong number", two, "cuda:2", "auto",
        "device-unavailable --device cuda:2: there is no such GPU; use --device auto, cpu, cuda:0 or cuda:1");
    row("a GPU that is too old", withGpus(plain, {kPascal, kT4}), "cuda:0", "auto",
        "device-unavailable --device cuda:0: its compute capability is 6.1, CUDA 13 needs 7.5; "
        "use --device auto, cpu or cuda:1");
    row("cuda without a driver", plain, "cuda", "auto",
        "device-unavailable --device cuda: there is no NVIDIA driver; use --device auto or cpu");
    row("a number without a driver", plain, "cuda:7", "auto",
        "device-unavailable --device cuda:7: there is no NVIDIA driver; use --device auto or cpu");
    row("cuda with an old driver", driver470(), "cuda", "auto",
        "device-unavailable --device cuda: the driver is 470, CUDA 13 needs 580; use --device auto or cpu");
    row("a hidden GPU", hiddenGpus(), "cuda:0", "auto",
        "device-unavailable --device cuda:0: CUDA_VISIBLE_DEVICES hides every GPU; use --device auto or cpu");
    row("mps elsewhere", two, "mps", "auto",
        "device-unavailable --device mps: there is no Apple GPU; use --device auto, cpu, cuda:0 or cuda:1");
    // Formats
    row("float16 on a CPU", plain, "cpu", "float16",
        "dtype-unsupported --dtype float16: cpu doesn't compute in it; use --dtype float32, bfloat16, int8 or int4");
    row("bfloat16 on a T4", two, "cuda:1", "bfloat16",
        "dtype-unsupported --dtype bfloat16: cuda:1 doesn't compute in it; use --dtype float16, float32 or int8");
    for (const char* device : {"cpu", "cuda:0", "mps"}) {
        const QString told = outcome(eitherGpu(), device, "float64");
        QTest::addRow("float64 on %s", device)
            << told.section(QLatin1Char(';'), 0, 0)
            << QString("dtype-unsupported --dtype float64: %1 doesn't compute in it").arg(QLatin1String(device));
    }
    row("a format that nobody knows", plain, "auto", "float7",
        "option-invalid --dtype float7: is not a number format; use --dtype float32, bfloat16, int8 or int4");
    // Names
    for (const char* name :
         {"", "quantum", "CPU", "cuda:", "cuda:-1", "cuda:1x", "cuda:9999", "cuda 0", "mps:0", "cpu:0"}) {
        QTest::addRow("no device: '%s'", name)
            << outcome(two, name, "auto")
            << QString("option-invalid --device %1: is not a device; use auto, cpu, cuda, cuda:N or mps").arg(name);
    }
}

void TestChoose::chooses() {
    QFETCH(const QString, chosen);
    QFETCH(const QString, wanted);
    QCOMPARE(chosen, wanted);
}

void TestChoose::choosesAmongNothing() {
    for (const char* device : {"auto", "cpu", "cuda", "cuda:0", "mps"}) {
        const Result<ComputeChoice> result = chooseCompute(device, "auto", {});
        QVERIFY(!result && result.error().code == ErrorCode::DeviceUnavailable);
    }
}

QTEST_GUILESS_MAIN(TestChoose)
#include "test_choose.moc"
