// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/network_probe.h"

#include <QTest>

using namespace parley::test;

/// TF32 is a choice: off unless it is made, and torch hears of it. What it does needs an NVIDIA GPU.
class TestTf32 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isSetForMatricesAndConvolutions() {
        QVERIFY(tf32After(true) == (Tf32{true, true}));
        QVERIFY(tf32After(false) == (Tf32{false, false})); // convolutions are allowed it until they are told
    }

    void reachesTheTarget() {
        QVERIFY(!wantsTf32({.demo = true, .device = "cpu"}));
        QVERIFY(wantsTf32({.demo = true, .device = "cpu", .tf32 = true}));
    }
};

QTEST_GUILESS_MAIN(TestTf32)
#include "test_tf32.moc"
