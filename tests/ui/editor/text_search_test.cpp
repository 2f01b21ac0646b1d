// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/text_replacement.h"
#include "editor/text_search.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace parley::ui;

class TextSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryPlaceOnce() {
        const QString text = QStringLiteral("aaa Ähre ähre aAa");
        QCOMPARE(findAll(text, QStringLiteral("aa"), Qt::CaseSensitive), QList<qsizetype>{0});
        QCOMPARE(findAll(text, QStringLiteral("aa"), Qt::CaseInsensitive), (QList<qsizetype>{0, 14}));
        QCOMPARE(findAll(text, QStringLiteral("ähre"), Qt::CaseInsensitive), (QList<qsizetype>{4, 9}));
        QVERIFY(findAll(text, QString(), Qt::CaseSensitive).isEmpty());
    }

    void goesRoundAtBothEnds() {
        const QList<qsizetype> matches{2, 5, 9};
        QCOMPARE(nextMatch(matches, 5), 1);
        QCOMPARE(nextMatch(matches, 10), 0);
        QCOMPARE(previousMatch(matches, 5), 0);
        QCOMPARE(previousMatch(matches, 2), 2);
        QCOMPARE(nextMatch({}, 0), -1);
        QCOMPARE(previousMatch({}, 0), -1);
    }

    void replacesOnlyWhatDiffers_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("middle") << "one two three" << "one 2 three";
        QTest::newRow("repeated letters") << "aaaa" << "aaaaaa";
        QTest::newRow("shorter") << "aaaa" << "aa";
        QTest::newRow("to nothing") << "abc" << "";
        QTest::newRow("from nothing") << "" << "abc";
        QTest::newRow("half a pair") << QStringLiteral("a🎙b") << QStringLiteral("a🎚b");
        QTest::newRow("lines") << "a\nb\nc" << "a\n\nc\nd";
    }
    void replacesOnlyWhatDiffers() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QPlainTextEdit edit;
        edit.setPlainText(before);
        replaceWholeText(edit, after);
        QCOMPARE(edit.toPlainText(), after);
        edit.undo();
        QCOMPARE(edit.toPlainText(), before);
    }

    void leavesTheCursorInPlace() {
        QPlainTextEdit edit;
        edit.setPlainText(QStringLiteral("[s1] Hello there"));
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(10);
        edit.setTextCursor(cursor);
        replaceWholeText(edit, QStringLiteral("[S1] Hello there"));
        QCOMPARE(edit.textCursor().position(), 10);
        replaceWholeText(edit, QStringLiteral("[S1] Hello there"));
        edit.undo(); // an unchanged text is no step
        QCOMPARE(edit.toPlainText(), QStringLiteral("[s1] Hello there"));
    }
};

QTEST_MAIN(TextSearchTest)
#include "text_search_test.moc"
