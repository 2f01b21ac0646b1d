// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"

#include <QTest>

/// What encodeScript() refuses whatever its length, and the place that it names.
class TestInvalidText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesInvalidUtf8_data();
    void refusesInvalidUtf8();
    void refusesReservedBytes_data();
    void refusesReservedBytes();
    void refusesEmptyText();
};

namespace {

QString refusal(const QByteArray& text) {
    const auto result = parley::encodeScript({text.constData(), static_cast<std::size_t>(text.size())}, 1024);
    const bool refused = !result.ok() && result.error().code == parley::ErrorCode::ScriptInvalid;
    return refused ? QString::fromStdString(result.error().message()) : QString();
}

} // namespace

void TestInvalidText::refusesInvalidUtf8_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("offset");

    QTest::newRow("continuation alone") << QByteArray("80") << 0;
    QTest::newRow("continuation too many") << QByteArray("61c3a9a9") << 3;
    QTest::newRow("overlong 2 bytes, C0") << QByteArray("6161c080") << 2;
    QTest::newRow("overlong 2 bytes, C1") << QByteArray("c1bf") << 0;
    QTest::newRow("overlong 3 bytes") << QByteArray("61e09fbf") << 1;
    QTest::newRow("overlong 4 bytes") << QByteArray("f08fbfbf") << 0;
    QTest::newRow("first surrogate") << QByteArray("61eda080") << 1;
    QTest::newRow("last surrogate") << QByteArray("edbfbf") << 0;
    QTest::newRow("above U+10FFFF") << QByteArray("f4908080") << 0;
    QTest::newRow("lead byte F5") << QByteArray("f5808080") << 0;
    QTest::newRow("lead byte FF") << QByteArray("6161ff") << 2;
    QTest::newRow("cut after 1 of 2") << QByteArray("61c3") << 1;
    QTest::newRow("cut after 2 of 3") << QByteArray("61e282") << 1;
    QTest::newRow("cut after 3 of 4") << QByteArray("61f09f98") << 1;
    QTest::newRow("third byte wrong") << QByteArray("e28261") << 0;
    QTest::newRow("fourth byte wrong") << QByteArray("f09f9861") << 0;
    QTest::newRow("Latin-1") << QByteArray("6e61ef7665") << 2;
}

void TestInvalidText::refusesInvalidUtf8() {
    QFETCH(QByteArray, hex);
    QFETCH(int, offset);
    const QString message = refusal(QByteArray::fromHex(hex));
    QVERIFY2(message.contains(QStringLiteral("offset %1 is not valid UTF-8").arg(offset)), qPrintable(message));
}

void TestInvalidText::refusesReservedBytes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("padding") << QByteArray("a\0b", 3) << "offset 1 would be read as padding";
    QTest::newRow("tag of speaker 1") << QByteArray("\1a") << "offset 0 would be read as a speaker's tag";
    QTest::newRow("tag of speaker 2") << QByteArray("[S1] a\2") << "offset 6 would be read as a speaker's tag";
}

void TestInvalidText::refusesReservedBytes() {
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QString message = refusal(text);
    QVERIFY2(message.contains(expected), qPrintable(message));
}

void TestInvalidText::refusesEmptyText() {
    QVERIFY(refusal(QByteArray()).contains("it is empty"));
}

QTEST_GUILESS_MAIN(TestInvalidText)
#include "test_invalid_text.moc"
