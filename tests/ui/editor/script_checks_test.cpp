// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_checks.h"

#include <QTest>

using namespace parley::ui;
using Kind = ScriptCheck::Kind;

namespace {

const QString kGood = QStringLiteral("[S1] This is a script that takes more than five seconds to read out loud.\n"
                                     "[S2] (laughs) It is indeed, and so nobody has to say a word about it.");

QList<Kind> kindsOf(const QString& script, const SpeechLimits& limits = {}) {
    QList<Kind> kinds;
    for (const ScriptCheck& check : checkScript(script, limits)) {
        kinds.append(check.kind);
    }
    return kinds;
}

} // namespace

class ScriptChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfAGoodOrEmptyScript() {
        QVERIFY(checkScript(kGood, {}).isEmpty());
        QVERIFY(checkScript(QString(), {}).isEmpty());
        QVERIFY(checkScript(QStringLiteral(" \n"), {}).isEmpty());
    }

    void reportsEachKindAtItsPlace() {
        const QString script = kGood + QStringLiteral("\n[S2] Again? [s1] (nods) Yes.");
        const QList<ScriptCheck> checks = checkScript(script, {});
        QCOMPARE(kindsOf(script), (QList<Kind>{Kind::NotAlternating, Kind::TagCase, Kind::UnlistedNonVerbal}));
        QCOMPARE(script.sliced(checks[0].start, checks[0].length), QStringLiteral("[S2]"));
        QCOMPARE(script.sliced(checks[1].start, checks[1].length), QStringLiteral("[s1]"));
        QCOMPARE(script.sliced(checks[2].start, checks[2].length), QStringLiteral("(nods)"));
        for (const ScriptCheck& check : checks) {
            QVERIFY(!check.message.isEmpty());
            QVERIFY(!check.fix.isEmpty());
        }
        QCOMPARE(kindsOf(kGood.mid(5)), QList<Kind>{Kind::MissingFirstTag});
    }

    void letsAScriptGoOnFromTheVoice() {
        const QString script =
            QStringLiteral("[S2] A script that is long enough to be said, by the second of two.\n") + kGood;
        SpeechLimits limits;
        QVERIFY(kindsOf(script, limits).contains(Kind::MissingFirstTag));
        limits.voiceTranscript = QStringLiteral("[S1] The voice speaks alone, for five seconds or for a little more.");
        QVERIFY(!kindsOf(script, limits).contains(Kind::MissingFirstTag));
        QVERIFY(kindsOf(QStringLiteral("No tag. ") + script, limits).contains(Kind::MissingFirstTag));
        limits.voiceTranscript += QStringLiteral(" [S2] Not quite.");
        QVERIFY(kindsOf(script, limits).contains(Kind::MissingFirstTag));
    }

    void advisesOnLength() {
        QCOMPARE(kindsOf(QStringLiteral("[S1] Hello.")), QList<Kind>{Kind::TooShort});
        QCOMPARE(kindsOf(QStringLiteral("[S1] ") + QString(301, u'a')), QList<Kind>{Kind::TooLong});
        QCOMPARE(kindsOf(QStringLiteral("[S1]") + QString(300, u'a')), QList<Kind>{});
    }

    void warnsOfMoreThanThereIsTimeFor() {
        SpeechLimits limits;
        limits.maxTokens = 860; // ten seconds
        const QString script = kGood + QStringLiteral("\n[S1] One more turn, which is too much.");
        const QList<ScriptCheck> checks = checkScript(script, limits);
        QCOMPARE(kindsOf(script, limits), QList<Kind>{Kind::TooDense});
        QVERIFY(checks[0].isSerious());
        QCOMPARE(script.mid(checks[0].start), QStringLiteral("[S1] One more turn, which is too much."));
    }

    void warnsOfMoreBytesThanTheModelReads() {
        SpeechLimits limits;
        limits.voiceTranscript = QStringLiteral("[S1] ") + QString(900, u'v');
        const QList<ScriptCheck> checks = checkScript(kGood, limits);
        QCOMPARE(checks.size(), 1);
        QCOMPARE(checks[0].kind, Kind::OverBytes);
        QVERIFY(!checks[0].fix.isEmpty());
    }

    void knowsTheLimitOfTheModel() {
        const QString script = kGood + QStringLiteral(" [S1] One more turn.");
        SpeechLimits limits;
        limits.mostBytes = speechBudget(kGood, limits).bytes + 2;
        const QList<ScriptCheck> checks = checkScript(script, limits);
        QCOMPARE(checks.size(), 1);
        QCOMPARE(checks[0].kind, Kind::OverBytes);
        QCOMPARE(script.first(checks[0].start).trimmed(), kGood);
    }

    void offersNoFixWhereTheVoiceLeavesNothing() {
        SpeechLimits limits;
        limits.voiceTranscript = QString(2000, u'v');
        const QList<ScriptCheck> checks = checkScript(kGood, limits);
        QCOMPARE(checks[0].kind, Kind::OverBytes);
        QVERIFY(checks[0].fix.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ScriptChecksTest)
#include "script_checks_test.moc"
