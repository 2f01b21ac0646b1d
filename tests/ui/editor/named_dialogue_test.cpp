// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/named_dialogue.h"

#include <QTest>

using namespace parley::ui;

class NamedDialogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTwoNames() {
        const auto dialogue =
            readNamedDialogue(QStringLiteral("Anna: Hello.\n\nBen: Hi,\nhow are you?\nBEN: I forgot.\n  anna:\tFine."));
        QVERIFY(dialogue);
        QCOMPARE(dialogue->script, QStringLiteral("[S1] Hello.\n[S2] Hi,\nhow are you?\nI forgot.\n[S1] Fine."));
        QCOMPARE(dialogue->first, QStringLiteral("Anna"));
        QCOMPARE(dialogue->second, QStringLiteral("Ben"));
        QVERIFY(dialogue->others.isEmpty());
    }

    void readsOtherWaysToWriteNames() {
        const auto dialogue =
            readNamedDialogue(QStringLiteral("**Speaker 1:** Hello.\nDr. O'Neill (laughs): Hi.\nSpeaker 1: Bye."));
        QVERIFY(dialogue);
        QCOMPARE(dialogue->script, QStringLiteral("[S1] Hello.\n[S2] (laughs) Hi.\n[S1] Bye."));
    }

    void leavesFurtherNamesInTheText() {
        const auto dialogue = readNamedDialogue(QStringLiteral("Anna: A\nBen: B\nCleo: C\nand more\nBen: D\nDan: E"));
        QVERIFY(dialogue);
        QCOMPARE(dialogue->script, QStringLiteral("[S1] A\n[S2] B\nCleo: C\nand more\n[S2] D\nDan: E"));
        QCOMPARE(dialogue->others, (QStringList{QStringLiteral("Cleo"), QStringLiteral("Dan")}));
    }

    void leavesOtherTextsAlone_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("prose") << "It was late: nobody came.";
        QTest::newRow("one name") << "Anna: Hello.\nAnna: Hello?";
        QTest::newRow("tags") << "[S1] Anna: Hello.\nBen: Hi.";
        QTest::newRow("begins with prose") << "They meet.\nAnna: Hello.\nBen: Hi.";
        QTest::newRow("addresses") << "http://a.example\nftp://b.example";
        QTest::newRow("times") << "at 10:30\nat 11:30";
    }
    void leavesOtherTextsAlone() {
        QFETCH(QString, text);
        QVERIFY(!readNamedDialogue(text));
    }

    void readsAVeryLongLineAtOnce() {
        QVERIFY(!readNamedDialogue(QString(200'000, u'a')));
        QVERIFY(!readNamedDialogue(QString(200'000, u':')));
    }
};

QTEST_GUILESS_MAIN(NamedDialogueTest)
#include "named_dialogue_test.moc"
