// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/device_choice.h"

#include <QTest>

using parley::ComputeChoice;
using parley::DeviceInfo;
using parley::Error;
using parley::ui::automaticDevice;
using parley::ui::automaticReason;
using parley::ui::DeviceChoice;
using parley::ui::deviceChoices;

namespace {

const DeviceInfo kCpu{"cpu", parley::verbatim("Ryzen"), true, {}, {"float32", "bfloat16"}};
const DeviceInfo kCuda{"cuda:0", parley::verbatim("RTX 4090"), true, {}, {"float16", "float32"}};
const DeviceInfo kMps{"mps", parley::verbatim("Apple GPU"), false, parley::verbatim("this is no Mac"), {}};

ComputeChoice taken(const char* device) {
    return {device, "float16", {}, parley::verbatim("it is fast")};
}

/// Tells both arguments apart.
quint64 need(const std::string& device, const std::string& dtype) {
    return (dtype == "float32" ? 4000 : 2000) + device.size();
}

} // namespace

class TestDeviceChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesEverythingOver() {
        DeviceInfo cpu = kCpu;
        cpu.freeBytes = 1000;
        const QList<DeviceChoice> choices = deviceChoices({cpu, kCuda, kMps}, taken("cuda:0"), &need);
        QCOMPARE(choices.size(), 3);
        QCOMPARE(choices.at(0),
                 (DeviceChoice{"cpu", "Ryzen", true, {}, {{"float32", 4003}, {"bfloat16", 2003}}, 1000}));
        QCOMPARE(choices.at(1).freeBytes, quint64{0});
        QCOMPARE(choices.at(1).automaticUse, QStringLiteral("“Automatic” uses RTX 4090, in float16: it is fast."));
        QCOMPARE(choices.at(2), (DeviceChoice{"mps", "Apple GPU", false, "this is no Mac", {}}));
    }

    void automaticIsWhatTheEngineTakes() {
        QCOMPARE(automaticDevice(deviceChoices({kCpu, kCuda, kMps}, taken("cuda:0"), &need))->id,
                 QStringLiteral("cuda:0"));
        QCOMPARE(automaticDevice(deviceChoices({kCpu, kCuda, kMps}, taken("cpu"), &need))->id, QStringLiteral("cpu"));
        QVERIFY(automaticDevice(deviceChoices({kMps}, Error{}, &need)) == nullptr);
        QVERIFY(automaticDevice({}) == nullptr);
    }

    void saysWhy() {
        const QString why = automaticReason(deviceChoices({kCpu, kMps}, taken("cpu"), &need));
        QVERIFY(why.contains(QStringLiteral("Ryzen, in float16")));
        QVERIFY(why.contains(QStringLiteral("Apple GPU can't be used: this is no Mac.")));
        QVERIFY(!automaticReason({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDeviceChoice)
#include "test_device_choice.moc"
