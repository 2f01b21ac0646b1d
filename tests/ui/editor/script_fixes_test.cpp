// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_fixes.h"

#include <QTest>

using namespace parley::ui;
using Kind = ScriptCheck::Kind;

namespace {

/// The script after the fix of its first remark of a kind.
QString fixedFirst(const QString& script, Kind kind, const SpeechLimits& limits = {}) {
    for (const ScriptCheck& check : checkScript(script, limits)) {
        if (check.kind == kind) {
            return fixed(script, check, limits);
        }
    }
    return QStringLiteral("no such remark");
}

} // namespace

class ScriptFixesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsOneKindRight_data() {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("no tag") << Kind::MissingFirstTag << " Hi [S2] Ho" << " [S1] Hi [S2] Ho";
        QTest::newRow("S2 begins") << Kind::MissingFirstTag << "[S2] Hi [S1] Ho" << "[S1] Hi [S2] Ho";
        QTest::newRow("case") << Kind::TagCase << "[S1] Grüße [s2] Ho" << "[S1] Grüße [S2] Ho";
        QTest::newRow("twice") << Kind::NotAlternating << "[S1] Hi. [S1] Ho" << "[S1] Hi. Ho";
        QTest::newRow("twice on lines") << Kind::NotAlternating << "[S1] Hi.\n[S1] Ho" << "[S1] Hi.\nHo";
        QTest::newRow("twice without spaces") << Kind::NotAlternating << "[S1]Hi.[S1]Ho" << "[S1]Hi. Ho";
        QTest::newRow("capital") << Kind::UnlistedNonVerbal << "[S1] (Laughs) Hi" << "[S1] (laughs) Hi";
        QTest::newRow("near") << Kind::UnlistedNonVerbal << "[S1] Hi (sigh)" << "[S1] Hi (sighs)";
        QTest::newRow("synonym") << Kind::UnlistedNonVerbal << "[S1] (giggling) Hi" << "[S1] (chuckle) Hi";
        QTest::newRow("unknown") << Kind::UnlistedNonVerbal << "[S1] Hi (squints) there" << "[S1] Hi there";
        QTest::newRow("unknown at the end") << Kind::UnlistedNonVerbal << "[S1] Hi (squints)" << "[S1] Hi ";
    }
    void putsOneKindRight() {
        QFETCH(Kind, kind);
        QFETCH(QString, before);
        QTEST(fixedFirst(before, kind), "after");
    }

    void recognisesSounds_data() {
        QTest::addColumn<QString>("meant");
        QTest::newRow("(laugh)") << "laughs";
        QTest::newRow("(Laughing)") << "laughs";
        QTest::newRow("( coughing )") << "coughs";
        QTest::newRow("(clear throat)") << "clears throat";
        QTest::newRow("(whistling)") << "whistles";
        QTest::newRow("(chuckles)") << "chuckle";
        QTest::newRow("(hum)") << "";
        QTest::newRow("(my brother)") << "";
        QTest::newRow("()") << "";
    }
    void recognisesSounds() { QTEST(nearestNonVerbal(QString::fromLatin1(QTest::currentDataTag())), "meant"); }

    void keepsTheTurnsThatFit() {
        SpeechLimits limits;
        limits.maxTokens = 860;
        const QString fitting =
            QStringLiteral("[S1] ") + QString(60, u'a') + QStringLiteral("\n[S2] ") + QString(60, u'b');
        const QString script = fitting + QStringLiteral("\n[S1] ") + QString(60, u'c');
        QCOMPARE(fixedFirst(script, Kind::TooDense, limits), fitting);
    }

    void keepsTheWordsOfALongFirstTurnThatFit() {
        QString script = QStringLiteral("[S1]");
        for (int i = 0; i < 400; ++i) {
            script += QStringLiteral(" word");
        }
        const QString kept = fixedFirst(script, Kind::OverBytes);
        QVERIFY(kept.size() > 400);
        QVERIFY(script.startsWith(kept));
        QVERIFY(kept.endsWith(QStringLiteral(" word")));
        QVERIFY(speechBudget(kept, {}).fitsBytes() && speechBudget(kept, {}).fitsSeconds());
    }

    void fixesAllWithoutTakingWords() {
        const QString script = QStringLiteral("[s2] One. (laugh) [S2] Two (squints). [S1] Three.");
        const QString after = fixedAll(script, {});
        QCOMPARE(after, QStringLiteral("[S1] One. (laughs) Two (squints). [S2] Three."));
        QCOMPARE(fixedAll(after, {}), after);
    }

    void leavesAScriptThatGoesOnFromTheVoice() {
        const QString script = QStringLiteral("[S2] I heard you. (laugh)\n[S1] Then answer me.");
        SpeechLimits limits;
        limits.voiceTranscript = QStringLiteral("[S1] Is anybody there? [S2] Who asks? [S1] It is me.");
        QCOMPARE(fixedAll(script, limits), QString(script).replace("(laugh)", "(laughs)"));
        limits.voiceTranscript = QStringLiteral("[S1] Is anybody there? [S2] Who asks?");
        QVERIFY(fixedAll(script, limits).startsWith(QStringLiteral("[S1] I heard you.")));
    }

    void fixesAChainOfEmptyTurns() {
        QCOMPARE(fixedAll(QStringLiteral("[S1] [S1] [S1] Hi"), {}), QStringLiteral("[S1] Hi"));
        QCOMPARE(fixedAll(QString(), {}), QString());
    }
};

QTEST_GUILESS_MAIN(ScriptFixesTest)
#include "script_fixes_test.moc"
