// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/trial_probe.h"

#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace parley::test;

/// A GPU's first trial, which may end the program, and during which others come.
class TestKeptTrial : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PARLEY_CACHE_DIR", m_folder->filePath("cache").toUtf8());
    }

    void countsAgainstTheDeviceWhereItEndsTheProgram() {
        const KeptAround kept = aTrial();
        QVERIFY(kept.offeredWhileItGoesOn);
        QVERIFY(kept.nothingWhereItThrows);
        QVERIFY(kept.againstWhereItEndsAll);
        QVERIFY(kept.itsOwnAfterwards);
    }

    void isHadOnceByProgramsThatComeTogether() { QVERIFY(takesTheVerdictOfAnother()); }

    void mayBeStoppedWhileAnotherHasIt() { QVERIFY(stoppedWhileAnotherTries() == parley::ErrorCode::Cancelled); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestKeptTrial)
#include "test_kept_trial.moc"
