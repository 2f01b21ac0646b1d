// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/examples.h"
#include "editor/script_checks.h"

#include <QSet>
#include <QTest>

using namespace parley::ui;

class ExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areEnoughAndDistinct() {
        const QList<Example> examples = loadExamples();
        QVERIFY(examples.size() >= 8);
        QSet<QString> titles;
        for (const Example& example : examples) {
            titles.insert(example.title);
        }
        QCOMPARE(titles.size(), examples.size());
    }

    void followTheirOwnAdvice() {
        for (const Example& example : loadExamples()) {
            SpeechLimits limits;
            limits.voiceTranscript = example.voiceText;
            limits.voiceSeconds = 10;
            QVERIFY2(checkScript(example.script, limits).isEmpty(), qPrintable(example.id));
            QVERIFY2(speechProblem(example.script, limits).isEmpty(), qPrintable(example.id));
        }
    }

    void haveVoiceTextsOfFiveToTenSeconds() {
        for (const Example& example : loadExamples()) {
            QVERIFY2(checkScript(example.voiceText, {}).isEmpty(), qPrintable(example.id));
            QVERIFY2(expectedSeconds(example.voiceText) <= 10, qPrintable(example.id));
        }
    }
};

QTEST_GUILESS_MAIN(ExamplesTest)
#include "examples_test.moc"
