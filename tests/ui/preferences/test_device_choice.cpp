// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/device_choice.h"
#include "preferences/memory_need.h"

#include <QTest>

using parley::DeviceInfo;
using parley::ui::automaticDevice;
using parley::ui::automaticReason;
using parley::ui::DeviceChoice;
using parley::ui::deviceChoices;
using parley::ui::freeMemoryBytes;
using parley::ui::memAvailable;
using parley::ui::modelMemoryBytes;

namespace {

const DeviceInfo kCpu{"cpu", parley::verbatim("Ryzen"), true, {}, {"float32", "bfloat16"}};
const DeviceInfo kCuda{"cuda:0", parley::verbatim("RTX 4090"), true, {}, {"bfloat16", "float32"}};
const DeviceInfo kMps{"mps", parley::verbatim("Apple GPU"), false, parley::verbatim("this is no Mac"), {}};

} // namespace

class TestDeviceChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesEverythingOver() {
        const QList<DeviceChoice> choices = deviceChoices({kCpu, kCuda, kMps}, 1000);
        QCOMPARE(choices.size(), 3);
        QCOMPARE(choices.at(0), (DeviceChoice{"cpu", "Ryzen", true, {}, {"float32", "bfloat16"}, 1000}));
        QCOMPARE(choices.at(1).freeBytes, quint64{0});
        QCOMPARE(choices.at(2), (DeviceChoice{"mps", "Apple GPU", false, "this is no Mac", {}, 1000}));
    }

    void automaticTakesTheFastest() {
        QCOMPARE(automaticDevice(deviceChoices({kCpu, kCuda, kMps}, 0))->id, QStringLiteral("cuda:0"));
        QCOMPARE(automaticDevice(deviceChoices({kCpu, kMps}, 0))->id, QStringLiteral("cpu"));
        QVERIFY(automaticDevice(deviceChoices({kMps}, 0)) == nullptr);
        QVERIFY(automaticDevice({}) == nullptr);
    }

    void saysWhy() {
        const QString why = automaticReason(deviceChoices({kCpu, kMps}, 0));
        QVERIFY(why.contains(QStringLiteral("Ryzen")));
        QVERIFY(why.contains(QStringLiteral("Apple GPU")));
        QVERIFY(why.contains(QStringLiteral("this is no Mac")));
        QVERIFY(!automaticReason({}).isEmpty());
    }

    void knowsWhatTheModelNeeds() {
        QCOMPARE(modelMemoryBytes(QStringLiteral("float32")), quint64{7'500'000'000});
        QCOMPARE(modelMemoryBytes(QStringLiteral("bfloat16")), quint64{3'900'000'000});
        QCOMPARE(modelMemoryBytes(QStringLiteral("int8")), quint64{2'650'000'000});
        QCOMPARE(modelMemoryBytes(QStringLiteral("int4")), quint64{2'103'125'000});
    }

    void readsFreeMemory() {
        QCOMPARE(memAvailable("MemTotal:  16000 kB\nMemAvailable:    2000 kB\nCached: 1 kB\n"), quint64{2'048'000});
        QCOMPARE(memAvailable("MemAvailable:"), quint64{0});
        QCOMPARE(memAvailable("noise\n\n"), quint64{0});
        QCOMPARE(memAvailable({}), quint64{0});
        QVERIFY(freeMemoryBytes() > 0);
    }
};

QTEST_GUILESS_MAIN(TestDeviceChoice)
#include "test_device_choice.moc"
