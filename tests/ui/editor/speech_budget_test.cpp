// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/speech_budget.h"
#include "parley/frame_rate.h"

#include <QTest>
#include <limits>

using namespace parley;
using namespace parley::ui;

class SpeechBudgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsATagAsOneByte() {
        SpeechLimits limits;
        limits.closingTag = false;
        QCOMPARE(speechBudget(QStringLiteral("[S1] Hi"), limits).bytes, 1 + 3);
        QCOMPARE(speechBudget(QStringLiteral("[S1] Grüß"), limits).bytes, 1 + 1 + 6);
        QCOMPARE(speechBudget(QString(), limits).bytes, 0);
    }

    void countsWhatTheModelGets() {
        SpeechLimits limits;
        limits.voiceTranscript = QStringLiteral("[S1] Yes."); // six bytes, and the line break behind it
        const SpeechBudget budget = speechBudget(QStringLiteral("[S1] Hi"), limits);
        QCOMPARE(budget.voiceBytes, 6 + 1);
        QCOMPARE(budget.bytes, 7 + 4 + 2); // the closing tag has a space before it
    }

    void expectsSpeechAtTheCommonRate() {
        QCOMPARE(expectedSeconds(u"[S1] [S2]   "), 0.0);
        QCOMPARE(expectedSeconds(QString(150, u'a')), 10.0);
        QCOMPARE(expectedSeconds(u"[S1] abc   def [S2] ghi"), 11 / kCharactersPerSecond); // runs of spaces count once
    }

    void leavesTheSecondsThatTheVoiceDoesNotTake() {
        SpeechLimits limits;
        limits.maxTokens = 861;
        QVERIFY(qAbs(speechBudget(QString(), limits).possibleSeconds - 861 / kRowsPerSecond) < 1e-9);
        limits.voiceSeconds = 5.0; // 430.7 rows, of which the last is a whole one
        QVERIFY(qAbs(speechBudget(QString(), limits).possibleSeconds - (861 - 431) / kRowsPerSecond) < 1e-9);
        limits.voiceSeconds = 20.0;
        QCOMPARE(speechBudget(QString(), limits).possibleSeconds, 0.0);
    }

    void takesSenselessLengthsAsNone() {
        const double whole = speechBudget(QString(), {}).possibleSeconds;
        for (const double seconds :
             {-3.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            SpeechLimits limits;
            limits.voiceSeconds = seconds;
            QCOMPARE(speechBudget(QString(), limits).possibleSeconds, whole);
        }
    }

    void saysWhyAScriptCannotBeSpoken() {
        QVERIFY(!speechProblem(QString(), {}).isEmpty());
        QVERIFY(!speechProblem(QStringLiteral(" [S1] \n[S2]"), {}).isEmpty());
        QVERIFY(!speechProblem(QStringLiteral("[S1] a") + QChar(1), {}).isEmpty());
        QCOMPARE(speechProblem(QStringLiteral("[S1] Hello."), {}), QString());
        QCOMPARE(speechProblem(QStringLiteral("No tags at all"), {}), QString());

        SpeechLimits allTaken;
        allTaken.voiceSeconds = 100;
        QVERIFY(!speechProblem(QStringLiteral("[S1] Hello."), allTaken).isEmpty());
    }

    void allowsTheLastByteAndNoMore() {
        SpeechLimits limits;
        limits.closingTag = false;
        const QString full = QStringLiteral("[S1]") + QString(1023, u'a');
        QCOMPARE(speechProblem(full, limits), QString());
        QVERIFY(!speechProblem(full + QLatin1Char('a'), limits).isEmpty());
        limits.closingTag = true;
        QVERIFY(!speechProblem(full, limits).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SpeechBudgetTest)
#include "speech_budget_test.moc"
