// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/profile.h"

#include <QTest>
#include <algorithm>

using namespace parley;
using namespace parley::backend;

class TestProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatHasItsProfile() {
        const std::vector<BackendProfile> all = allProfiles();
        QCOMPARE(all.size(), std::size_t{4 + 5 + 5});
        for (const BackendProfile& profile : all) {
            QCOMPARE(profile, profileOf(profile.device, profile.format));
            QCOMPARE(std::count(all.begin(), all.end(), profile), std::ptrdiff_t{1});
            QCOMPARE(profile.stepWeights, profile.format);
        }
    }

    void packedWeightsLieBesideWiderOnes() {
        QCOMPARE(profileOf(DeviceKind::Cpu, NumberFormat::Int8).cache, NumberFormat::Bfloat16);
        QCOMPARE(profileOf(DeviceKind::Cuda, NumberFormat::Int4).weights, NumberFormat::Float16);
        QCOMPARE(profileOf(DeviceKind::Mps, NumberFormat::Int8).cache, NumberFormat::Float16);
    }

    void onlyCudaHasGraphs() {
        for (const BackendProfile& profile : allProfiles()) {
            QCOMPARE(profile.usesGraphs, profile.device == DeviceKind::Cuda);
            QCOMPARE(profile.attention == AttentionKind::Streamed, profile.device == DeviceKind::Cpu);
            QVERIFY(profile.syncInterval >= 1);
            // Decision 0011: the codec is float32 whatever the model is.
            QCOMPARE(profile.codec, NumberFormat::Float32);
        }
    }

    void namesAreThoseOfTheCommandLine() {
        for (const NumberFormat format : formatsOf(DeviceKind::Cuda)) {
            QCOMPARE(numberFormat(name(format)), std::optional(format));
        }
        QVERIFY(!numberFormat("float64") && !numberFormat("auto") && !numberFormat(""));
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "test_profile.moc"
