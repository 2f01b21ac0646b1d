// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/trial_probe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace parley::test;

/// A GPU's first trial, which may end the program.
class TestKeptTrial : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDeviceIsUnderSuspicionWhileItIsTried();
};

void TestKeptTrial::aDeviceIsUnderSuspicionWhileItIsTried() {
    const QTemporaryDir folder;
    qputenv("PARLEY_CACHE_DIR", folder.path().toUtf8());
    const KeptAround kept = aTrial();
    QVERIFY(kept.againstWhileItGoesOn);
    QVERIFY(kept.nothingWhereItThrows);
    QVERIFY(kept.itsOwnAfterwards);
}

QTEST_GUILESS_MAIN(TestKeptTrial)
#include "test_kept_trial.moc"
