// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"
#include "support/network_probe.h"
#include "support/reference_case.h"

#include <QTest>
#include <map>
#include <utility>

using namespace parley;
using namespace parley::test;

class TestNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsMatchTheReference_data();
    void stepsMatchTheReference();
    void everyProfileMatchesTheReference_data();
    void everyProfileMatchesTheReference();
    void aSequenceDoesNotFeelItsCompany_data();
    void aSequenceDoesNotFeelItsCompany();
    void zeroTextsGiveOneVector();
    void linearLayersAgreeWithDouble_data();
    void linearLayersAgreeWithDouble();
};

void TestNetwork::stepsMatchTheReference_data() {
    QTest::addColumn<QString>("dtype");
    QTest::addColumn<float>("tolerance");
    QTest::newRow("float32") << QString("float32") << 1e-4F;
    // Random weights spread logits over ±10; eight bits of mantissa in weights and caches leave this much.
    QTest::newRow("bfloat16") << QString("bfloat16") << 0.25F;
    QTest::newRow("int8") << QString("int8") << 0.25F;
    // Sixteen levels a weight, in matrices so small that errors hardly average out.
    QTest::newRow("int4") << QString("int4") << 2.0F;
}

void TestNetwork::stepsMatchTheReference() {
    QFETCH(QString, dtype);
    QFETCH(float, tolerance);
    const ReferenceCase plain("plain");
    const std::vector<std::int64_t> ids = plain.expected<std::int64_t>("text_tokens");
    std::vector<std::int64_t> tokens = plain.expected<std::int64_t>("greedy_tokens");
    tokens.resize(std::size_t{24} * 9);
    const std::vector<float> logits = stepLogits(plain.file("dia-transformers"), dtype.toStdString(),
                                                 std::vector<std::uint8_t>(ids.begin(), ids.end()), tokens);
    const float difference = largestDifference(logits, plain.expected<float>("logits"));
    QVERIFY2(difference <= tolerance, qPrintable(QString::number(static_cast<double>(difference))));
}

void TestNetwork::everyProfileMatchesTheReference_data() {
    QTest::addColumn<int>("index");
    const std::vector<backend::BackendProfile> profiles = backend::allProfiles();
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        const char* device = profiles[i].device == DeviceKind::Cpu    ? "CPU"
                             : profiles[i].device == DeviceKind::Cuda ? "CUDA"
                                                                      : "MPS";
        QTest::addRow("%s, %s", device, std::string(name(profiles[i].format)).c_str()) << static_cast<int>(i);
    }
}

void TestNetwork::everyProfileMatchesTheReference() {
    QFETCH(const int, index);
    const backend::BackendProfile profile = backend::allProfiles().at(static_cast<std::size_t>(index));
    using enum backend::NumberFormat;
    const std::map<backend::NumberFormat, float> tolerances = {
        {Float32, 1e-4F}, {Float16, 0.05F}, {Bfloat16, 0.25F}, {Int8, 0.25F}, {Int4, 2.0F}};
    for (const auto& [name, model] :
         {std::pair{"plain", "dia-transformers"}, {"generation-0.1", "dia-v01-safetensors"}}) {
        const ReferenceCase wanted(name);
        const std::vector<std::int64_t> ids = wanted.expected<std::int64_t>("text_tokens");
        std::vector<std::int64_t> tokens =
            wanted.expected<std::int64_t>(std::string(name) == "plain" ? "greedy_tokens" : "teacher_tokens");
        const std::vector<float> expected = wanted.expected<float>("logits"); // [S, 2, 9, 1028]
        tokens.resize(expected.size() / 2 / 1028);
        const std::vector<float> logits =
            profileLogits(wanted.file(model), profile, std::vector<std::uint8_t>(ids.begin(), ids.end()), tokens);
        const float difference = largestDifference(logits, expected);
        QVERIFY2(difference <= tolerances.at(profile.format), qPrintable(QString::number(difference)));
        // A narrow format that changes nothing was not used.
        QVERIFY2(profile.format == Float32 || difference > 1e-4F, qPrintable(QString::number(difference)));
    }
}

void TestNetwork::aSequenceDoesNotFeelItsCompany_data() {
    QTest::addColumn<QString>("dtype");
    for (const char* dtype : {"float32", "bfloat16", "int8", "int4"}) {
        QTest::newRow(dtype) << QString(dtype);
    }
}

void TestNetwork::aSequenceDoesNotFeelItsCompany() {
    QFETCH(QString, dtype);
    const ReferenceCase plain("plain");
    const std::vector<std::int64_t> tokens = plain.expected<std::int64_t>("greedy_tokens");
    const std::filesystem::path model = plain.file("dia-transformers");
    const std::vector<float> alone = meetingLogits(model, dtype.toStdString(), 7, tokens, false);
    const std::vector<float> together = meetingLogits(model, dtype.toStdString(), 7, tokens, true);
    QVERIFY(!alone.empty() && alone == together); // to the last bit
}

void TestNetwork::zeroTextsGiveOneVector() {
    const ReferenceCase plain("plain");
    const std::vector<float> one = encoderOut(plain.file("dia-0626"), {0});
    const std::vector<float> many = encoderOut(plain.file("dia-0626"), std::vector<std::uint8_t>(13, 0));
    QCOMPARE(many.size(), 13 * one.size());
    for (std::size_t row = 0; row < 13; ++row) {
        const std::span<const float> own = std::span(many).subspan(row * one.size(), one.size());
        QVERIFY(largestDifference(one, own) < 1e-5F);
    }
}

void TestNetwork::linearLayersAgreeWithDouble_data() {
    QTest::addColumn<QString>("dtype");
    QTest::addColumn<qint64>("rows");
    for (const QString& dtype : {QString("float32"), QString("bfloat16")}) {
        for (const qint64 rows : {1, 2, 32, 33, 200}) { // up to 32 rows by one kernel, beyond by another
            QTest::addRow("%s, %lld rows", qPrintable(dtype), static_cast<long long>(rows)) << dtype << rows;
        }
    }
}

void TestNetwork::linearLayersAgreeWithDouble() {
    QFETCH(QString, dtype);
    QFETCH(qint64, rows);
    // With many rows, activations may be rounded to bfloat16 as well: by 2⁻⁹ of their size, 75 of them.
    const double tolerance = dtype == "bfloat16" && rows > 32 ? 2e-2 : 2e-5;
    QVERIFY(linearError(dtype.toStdString(), rows) < tolerance);
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "test_network.moc"
