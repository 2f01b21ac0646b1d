// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_check.h"

#include <QtTest>
#include <algorithm>

namespace parley::ui {

class TestVoiceCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void aGoodVoiceHasNoFault();
    void knowsWhatTheModelReads();
    void storedSoundsMayBeLong();
    void countsWhatIsSpoken();
    void fixesTags_data();
    void fixesTags();
    void measuresLevels();
};

namespace {

/// Ten characters a second.
QString said(double seconds) {
    return "[S1] " + QString(static_cast<int>(seconds * 10), 'a');
}

bool has(const QList<VoiceFinding>& findings, Tone tone, const QString& words) {
    return std::any_of(findings.begin(), findings.end(), [&](const VoiceFinding& finding) {
        return finding.tone == tone && finding.text.contains(words);
    });
}

} // namespace

void TestVoiceCheck::judges_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("transcript");
    QTest::addColumn<float>("peak");
    QTest::addColumn<double>("clipped");
    QTest::addColumn<int>("tone");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, double seconds, const QString& text, float peak, double clipped, Tone tone,
                        const char* words) {
        QTest::newRow(name) << seconds << text << peak << clipped << static_cast<int>(tone) << QString(words);
    };
    row("half a second", 0.5, said(0.5), 0.5F, 0, Tone::Bad, "too short");
    row("three seconds", 3, said(3), 0.5F, 0, Tone::Warning, "short");
    row("seven seconds", 7, said(7), 0.5F, 0, Tone::Good, "good length");
    row("fifteen seconds", 15, said(15), 0.5F, 0, Tone::Neutral, "will do");
    row("21 seconds", 21, said(21), 0.5F, 0, Tone::Bad, "too long");
    row("8 a second", 8, "[S1] " + QString(64, 'a'), 0.5F, 0, Tone::Good, "fits");
    row("25 a second", 8, "[S1] " + QString(200, 'a'), 0.5F, 0, Tone::Good, "fits");
    row("6 a second", 8, "[S1] " + QString(48, 'a'), 0.5F, 0, Tone::Warning, "leave out");
    row("30 a second", 8, "[S1] " + QString(240, 'a'), 0.5F, 0, Tone::Warning, "more than");
    row("a word for it all", 8, "[S1] Hi", 0.5F, 0, Tone::Bad, "leave out");
    row("a novel for it", 8, "[S1] " + QString(800, 'a'), 0.5F, 0, Tone::Bad, "more than");
    row("no text", 8, " ", 0.5F, 0, Tone::Bad, "Write down");
    row("only a tag", 8, "[S1]", 0.5F, 0, Tone::Bad, "Write down");
    row("no tag", 8, QString(100, 'a'), 0.5F, 0, Tone::Bad, "[S1]");
    row("small tag", 8, "[s1] " + QString(100, 'a'), 0.5F, 0, Tone::Bad, "capitals");
    row("one speaks twice", 8, "[S1] aaaa [S1] " + QString(90, 'a'), 0.5F, 0, Tone::Warning, "take turns");
    row("unknown sound", 8, "[S1] (yodels) " + QString(90, 'a'), 0.5F, 0, Tone::Warning, "parentheses");
    row("control character", 8, "[S1] \x01 " + QString(90, 'a'), 0.5F, 0, Tone::Bad, "can't read");
    row("over 1024 bytes", 20, "[S1] " + QString(600, QChar(0x4e2d)), 0.5F, 0, Tone::Bad, "can't read");
    row("silence", 8, said(8), 0.0001F, 0, Tone::Bad, "silent");
    row("quiet", 8, said(8), 0.02F, 0, Tone::Warning, "quiet");
    row("clipped", 8, said(8), 1.0F, 0.01, Tone::Warning, "too loud");
}

void TestVoiceCheck::judges() {
    QFETCH(double, seconds);
    QFETCH(QString, transcript);
    QFETCH(float, peak);
    QFETCH(double, clipped);
    QFETCH(int, tone);
    QFETCH(QString, words);
    const auto findings = judgeVoice({"Anna", transcript, seconds, {peak, clipped}, false});
    QVERIFY2(has(findings, static_cast<Tone>(tone), words), qPrintable(findings.first().text));
    const bool bad = static_cast<Tone>(tone) == Tone::Bad;
    QCOMPARE(findings.first().tone == Tone::Bad, bad);
}

void TestVoiceCheck::aGoodVoiceHasNoFault() {
    for (const VoiceFinding& finding : judgeVoice({"Anna", said(7), 7, {0.5F, 0}, false})) {
        QVERIFY2(finding.tone == Tone::Good, qPrintable(finding.text));
    }
    QVERIFY(has(judgeVoice({"  ", said(7), 7, {0.5F, 0}, false}), Tone::Bad, "name"));
}

void TestVoiceCheck::knowsWhatTheModelReads() {
    const QString text = said(7);
    const int bytes = static_cast<int>(text.size()) - 3; // a tag is one byte
    QVERIFY(!has(judgeVoice({"Anna", text, 7, {0.5F, 0}, false, bytes}), Tone::Bad, "can't read"));
    QVERIFY(has(judgeVoice({"Anna", text, 7, {0.5F, 0}, false, bytes - 1}), Tone::Bad, "can't read"));
}

void TestVoiceCheck::storedSoundsMayBeLong() {
    QVERIFY(has(judgeVoice({"Anna", said(30), 30, {}, true}), Tone::Warning, "too long"));
}

void TestVoiceCheck::countsWhatIsSpoken() {
    QCOMPARE(charactersPerSecond("[S1]  ab\n\n cd [S2] e ", 2), 3.5);
    QCOMPARE(charactersPerSecond("abc", 0), 0.0);
}

void TestVoiceCheck::fixesTags_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("fine") << "[S1] a [S2] b" << "[S1] a [S2] b";
    QTest::newRow("none") << "a" << "[S1] a";
    QTest::newRow("small") << " [s1] a [s2] b" << "[S1] a [S2] b";
    QTest::newRow("second only") << "a [S2] b" << "[S1] a [S2] b";
}

void TestVoiceCheck::fixesTags() {
    QFETCH(QString, before);
    QTEST(withFixedTags(before), "after");
}

void TestVoiceCheck::measuresLevels() {
    const std::vector<float> samples{0.1F, -1.0F, 0.3F, 1.0F};
    QCOMPARE(measureLevel(samples).peak, 1.0F);
    QCOMPARE(measureLevel(samples).clippedShare, 0.5);
    QCOMPARE(measureLevel({}).peak, 0.0F);
}

} // namespace parley::ui

QTEST_GUILESS_MAIN(parley::ui::TestVoiceCheck)
#include "test_voice_check.moc"
