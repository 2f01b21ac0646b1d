// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/smaller_setting.h"

#include <QTest>
#include <algorithm>

using namespace parley;
using namespace parley::gui;
using Kind = SmallerSetting::Kind;

namespace {

/// Weights by format, 10 for the codec, and a tenth for each row; in gigabytes that are easy to add.
MemoryNeed need(const std::string& device, const std::string& dtype, std::int64_t rows) {
    const std::uint64_t weights = dtype == "float32"                          ? 640
                                  : dtype == "bfloat16" || dtype == "float16" ? 320
                                  : dtype == "int8"                           ? 200
                                  : dtype == "int4"                           ? 120
                                                                              : 0;
    if (weights == 0 || (device == "cpu" && dtype == "float16")) {
        return {};
    }
    return {weights, static_cast<std::uint64_t>(rows / 10), 10};
}

DeviceInfo device(const char* id, DeviceKind kind, std::vector<std::string> dtypes, std::uint64_t freeBytes) {
    DeviceInfo info;
    info.id = id;
    info.kind = kind;
    info.available = true;
    info.dtypes = std::move(dtypes);
    info.freeBytes = freeBytes;
    return info;
}

std::vector<DeviceInfo> machine(std::uint64_t cpuFree, std::uint64_t gpuFree) {
    return {device("cpu", DeviceKind::Cpu, {"bfloat16", "float32", "int8", "int4"}, cpuFree),
            device("cuda:0", DeviceKind::Cuda, {"float16", "float32", "bfloat16", "int8", "int4"}, gpuFree)};
}

QString words(const std::optional<SmallerSetting>& found) {
    if (!found) {
        return QStringLiteral("nothing");
    }
    const QString dtype = QString::fromStdString(found->dtype);
    switch (found->kind) {
    case Kind::FewerTogether:
        return QStringLiteral("%1 at a time").arg(found->together);
    case Kind::Format:
        return QStringLiteral("%1 of %2 on %3")
            .arg(dtype, QString::number(found->bytes), QString::fromStdString(found->device));
    case Kind::Shorter:
        return QStringLiteral("%1 rows").arg(found->rows);
    case Kind::Cpu:
        break;
    }
    return QStringLiteral("CPU in %1").arg(dtype);
}

} // namespace

/// Which setting is nearest to what was asked for and fits.
class TestSmallerSetting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheNearestThatFits_data() {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("dtype");
        QTest::addColumn<bool>("isLoaded");
        QTest::addColumn<int>("others");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<quint64>("cpuFree");
        QTest::addColumn<quint64>("gpuFree");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* name, const char* on, const char* dtype, bool isLoaded, int others, qint64 rows,
                            quint64 cpuFree, quint64 gpuFree, const char* found) {
            QTest::newRow(name) << on << dtype << isLoaded << others << rows << cpuFree << gpuFree << found;
        };
        const bool loads = false; // the model isn't there yet
        const bool speaks = true; // it is, and a take's caches don't fit
        row("the largest format that fits", "cpu", "float32", loads, 0, 0, 400, 0, "bfloat16 of 330 on cpu");
        row("the next one", "cpu", "float32", loads, 0, 0, 329, 0, "int8 of 210 on cpu");
        row("the smallest", "cpu", "bfloat16", loads, 0, 0, 130, 0, "int4 of 130 on cpu");
        row("none", "cpu", "bfloat16", loads, 0, 0, 129, 0, "nothing");
        row("of the GPU's own", "cuda:0", "float16", loads, 0, 0, 900, 300, "int8 of 210 on cuda:0");
        row("a GPU that is too small", "cuda:0", "float16", loads, 0, 0, 900, 100, "CPU in bfloat16");
        row("and little else", "cuda:0", "float16", loads, 0, 0, 215, 100, "CPU in int8");
        row("nor that", "cuda:0", "float16", loads, 0, 0, 100, 100, "nothing");
        row("the system tells nothing", "cuda:0", "float16", loads, 0, 0, 0, 0, "int8 of 210 on cuda:0");
        row("in the smallest already", "cuda:0", "int4", loads, 0, 0, 0, 0, "CPU in bfloat16");

        row("others are made at the same time", "cpu", "bfloat16", speaks, 3, 3000, 50, 0, "3 at a time");
        row("a shorter take fits", "cpu", "bfloat16", speaks, 0, 3000, 250, 0, "2499 rows");
        row("too short to be one", "cpu", "bfloat16", speaks, 0, 1000, 50, 0, "int8 of 310 on cpu");
        row("free in words, full in deed", "cpu", "bfloat16", speaks, 0, 3000, 5000, 0, "1500 rows");
        row("the system tells nothing of a take", "cuda:0", "float16", speaks, 0, 3000, 0, 0, "1500 rows");
        row("the shortest take", "cpu", "bfloat16", speaks, 0, 860, 10, 0, "int8 of 296 on cpu");
        row("the shortest in the smallest", "cuda:0", "int4", speaks, 0, 860, 5000, 10, "CPU in bfloat16");
        row("nothing at all", "cpu", "int4", speaks, 0, 860, 10, 0, "nothing");
        row("before it is loaded, a format first", "cpu", "bfloat16", loads, 0, 3000, 550, 0, "int8 of 510 on cpu");
        row("then the length", "cpu", "int4", loads, 0, 3000, 300, 0, "1699 rows");
        row("a device that is gone", "cuda:1", "float16", loads, 0, 0, 900, 900, "nothing");
    }

    void isTheNearestThatFits() {
        QFETCH(const QString, device);
        QFETCH(const QString, dtype);
        QFETCH(const bool, isLoaded);
        QFETCH(const int, others);
        QFETCH(const qint64, rows);
        QFETCH(const quint64, cpuFree);
        QFETCH(const quint64, gpuFree);
        QFETCH(const QString, found);
        const MemoryTrouble trouble{device.toStdString(), dtype.toStdString(), isLoaded, others, rows, 860};
        QCOMPARE(words(nearestSmaller(trouble, machine(cpuFree, gpuFree), &need)), found);
    }

    /// However often it is asked, each answer takes less than the one before, until there is none.
    void comesToAnEnd() {
        MemoryTrouble trouble{"cuda:0", "float32", true, 2, 3072, 860};
        int answers = 0;
        for (auto next = nearestSmaller(trouble, machine(0, 0), &need); next && trouble.device != "cpu"; ++answers) {
            QVERIFY(answers < 30);
            trouble.others = next->kind == Kind::FewerTogether ? next->together - 1 : trouble.others;
            trouble.rows = next->kind == Kind::Shorter ? next->rows : trouble.rows;
            trouble.device = next->device;
            trouble.dtype = next->dtype;
            next = nearestSmaller(trouble, machine(0, 0), &need);
        }
        QCOMPARE(trouble.device, std::string("cpu"));
        QVERIFY(answers > 4);
    }

    void asksNothingOfWhatItDoesNotKnow() {
        const auto unknown = [](const std::string&, const std::string&, std::int64_t) { return MemoryNeed{}; };
        QVERIFY(!nearestSmaller({"cpu", "float32", false, 0, 0, 0}, machine(900, 900), unknown));
        QVERIFY(!nearestSmaller({"cpu", "float32", false, 0, 0, 0}, {}, &need));
    }
};

QTEST_GUILESS_MAIN(TestSmallerSetting)
#include "test_smaller_setting.moc"
