// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_text.h"

#include <QTest>

using namespace parley::ui;

class ScriptTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTagsOfEitherCase() {
        const QList<TagSpan> tags = tagSpans(u"[S1] a [s2][S3] [S1");
        QCOMPARE(tags.size(), 2);
        QCOMPARE(tags[0].start, 0);
        QVERIFY(tags[0].exactCase);
        QCOMPARE(tags[1].start, 7);
        QCOMPARE(tags[1].speaker, 2);
        QVERIFY(!tags[1].exactCase);
    }

    void placesRemarksInUtf16Units() {
        const QString script = QStringLiteral("[S1] Grüße 🎙 an (squints) dich");
        const QList<LintSpan> spans = lintSpans(script);
        QCOMPARE(spans.size(), 1);
        QCOMPARE(script.sliced(spans[0].start, spans[0].length), QStringLiteral("(squints)"));
    }

    void survivesBrokenSurrogates() {
        const QString script = QStringLiteral("[S1] a") + QChar(0xD83C) + QStringLiteral(" (nod)");
        const QList<LintSpan> spans = lintSpans(script);
        QCOMPARE(spans.size(), 1);
        QCOMPARE(script.sliced(spans[0].start, spans[0].length), QStringLiteral("(nod)"));
    }

    void closesTheLastTurnForTheModelOnly() {
        const QString script = QStringLiteral("[S1] Hello. [S2] Hi.");
        QCOMPARE(scriptForModel(script, true), QStringLiteral("[S1] Hello. [S2] Hi. [S1]"));
        QCOMPARE(scriptForModel(script, false), script);
        QCOMPARE(scriptForModel(QString(), true), QString());
    }

    void cleansWhatTheModelWouldMisread() {
        const QString dirty = QStringLiteral("a\r\nb\rc") + QChar(0x2028) + QStringLiteral("d\te") + QChar(0) +
                              QChar(1) + QChar(2) + QChar(0x7F) + QChar(0xFDD0) + QChar(0xA0) + QStringLiteral("f");
        QCOMPARE(cleanedText(dirty), QStringLiteral("a\nb\nc\nd\te\n f"));
    }
};

QTEST_GUILESS_MAIN(ScriptTextTest)
#include "script_text_test.moc"
