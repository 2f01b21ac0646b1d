// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"

#include <QTest>

using parley::encodeScript;

namespace {

/// What the released model reads at most.
constexpr std::size_t kLimit = 1024;

QByteArray toQt(const std::vector<std::uint8_t>& bytes) {
    QByteArray result;
    for (const std::uint8_t byte : bytes) {
        result.append(static_cast<char>(byte));
    }
    return result;
}

} // namespace

class TestByteTokenizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data();
    void encodes();
    void limitCountsTagsAsOneByte();
    void refusesWhatIsOverTheLimit();
    void namesSmallCountsWithoutSeparator();
};

void TestByteTokenizer::encodes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expectedHex");

    // The text_tokens of the reference's numbers: without a voice prompt, and with one.
    QTest::newRow("reference, plain") << QByteArray("[S1] Hello there. [S2] Hi, how are you? (laughs)")
                                      << QByteArray("012048656c6c6f2074686572652e2002"
                                                    "2048692c20686f772061726520796f75"
                                                    "3f20286c617567687329");
    QTest::newRow("reference, prompt") << QByteArray("[S1] This is the prompt.\n[S2] And this follows \u2014 "
                                                     "na\u00efve fa\u00e7ade, 12 \u20ac. (sighs)")
                                       << QByteArray("01205468697320697320746865207072"
                                                     "6f6d70742e0a0220416e642074686973"
                                                     "20666f6c6c6f777320e28094206e61c3"
                                                     "af7665206661c3a7616465"
                                                     "2c20313220e282ac2e2028736967687329");
    QTest::newRow("no tag") << QByteArray("Hi") << QByteArray("4869");
    QTest::newRow("tag alone") << QByteArray("[S2]") << QByteArray("02");
    QTest::newRow("wrong case") << QByteArray("[s1]") << QByteArray("5b73315d");
    QTest::newRow("unknown speaker") << QByteArray("[S3]") << QByteArray("5b53335d");
    QTest::newRow("cut tag") << QByteArray("[S1") << QByteArray("5b5331");
    QTest::newRow("tag in a tag") << QByteArray("[S[S1]1]") << QByteArray("5b5301315d");
    QTest::newRow("line breaks and tabs") << QByteArray("a\r\n\tb") << QByteArray("610d0a0962");
    QTest::newRow("smallest of each length")
        << QByteArray("\x03\u0080\u0800\U00010000") << QByteArray("03c280e0a080f0908080");
    QTest::newRow("largest of each length")
        << QByteArray("\x7f\u07ff\ud7ff\ue000\uffff\U0010ffff") << QByteArray("7fdfbfed9fbfee8080efbfbff48fbfbf");
}

void TestByteTokenizer::encodes() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expectedHex);
    const auto result = encodeScript({text.constData(), static_cast<std::size_t>(text.size())}, kLimit);
    QVERIFY(result.ok());
    QCOMPARE(toQt(result.value()).toHex(), expectedHex);
}

void TestByteTokenizer::limitCountsTagsAsOneByte() {
    const auto result = encodeScript("[S1]" + std::string(kLimit - 1, 'a'), kLimit);
    QVERIFY(result.ok());
    QCOMPARE(result.value().size(), kLimit);
    QVERIFY(!encodeScript("[S1]" + std::string(kLimit, 'a'), kLimit).ok());
}

void TestByteTokenizer::refusesWhatIsOverTheLimit() {
    const auto result = encodeScript(std::string(1130, 'a'), kLimit);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, parley::ErrorCode::ScriptInvalid);
    const QString message = QString::fromStdString(result.error().message());
    QVERIFY2(message.contains("1,130 bytes of 1,024"), qPrintable(message));
    QVERIFY2(message.contains("shorten it by 106 bytes"), qPrintable(message));
}

void TestByteTokenizer::namesSmallCountsWithoutSeparator() {
    const auto small = encodeScript(std::string(999, 'a'), 0);
    QVERIFY(QString::fromStdString(small.error().message()).contains(" 999 bytes of 0 "));
    const auto large = encodeScript(std::string(1234567, 'a'), 100);
    QVERIFY(QString::fromStdString(large.error().message()).contains(" 1,234,567 bytes of 100 "));
}

QTEST_GUILESS_MAIN(TestByteTokenizer)
#include "test_byte_tokenizer.moc"
