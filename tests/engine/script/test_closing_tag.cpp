// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"

#include <QTest>

class TestClosingTag : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closes_data();
    void closes();
    void closesOnce();
    void joinsByteForByte();
};

void TestClosingTag::closes_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");

    QTest::newRow("two speakers") << "[S1] a [S2] b" << "[S1] a [S2] b [S1]";
    QTest::newRow("three turns") << "[S1] a [S2] b [S1] c" << "[S1] a [S2] b [S1] c [S2]";
    QTest::newRow("one speaker") << "[S1] a" << "[S1] a [S2]";
    QTest::newRow("space behind") << "[S1] a " << "[S1] a [S2]";
    QTest::newRow("line break behind") << "[S1] a\n" << "[S1] a\n[S2]";
    QTest::newRow("ends in a tag") << "[S1] a [S2]" << "[S1] a [S2]";
    QTest::newRow("tag and line break") << "[S1] a [S2] \n" << "[S1] a [S2] \n";
    QTest::newRow("a tag alone") << "[S1]" << "[S1]";
    QTest::newRow("no tag") << "Hello" << "Hello";
    QTest::newRow("only wrong case") << "[s1] a" << "[s1] a";
    QTest::newRow("wrong case last") << "[S1] a [s2]" << "[S1] a [s2] [S2]";
    QTest::newRow("empty") << "" << "";
    QTest::newRow("blank") << " \n" << " \n";
}

void TestClosingTag::closes() {
    QFETCH(QString, script);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(parley::withClosingTag(script.toStdString())), expected);
}

void TestClosingTag::closesOnce() {
    const std::string closed = parley::withClosingTag("[S1] a [S2] b");
    QCOMPARE(parley::withClosingTag(closed), closed);
}

void TestClosingTag::joinsByteForByte() {
    QCOMPARE(parley::joinTranscript("[S1] a", "[S2] b"), std::string("[S1] a\n[S2] b"));
    QCOMPARE(parley::joinTranscript(" a\r\n", "\n b "), std::string(" a\r\n\n\n b "));
    QCOMPARE(parley::joinTranscript("", "b"), std::string("\nb"));
}

QTEST_GUILESS_MAIN(TestClosingTag)
#include "test_closing_tag.moc"
