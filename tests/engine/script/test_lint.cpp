// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"

#include <QTest>
#include <algorithm>

using Kind = parley::ScriptWarning::Kind;

namespace {

QString kindName(Kind kind) {
    switch (kind) {
    case Kind::MissingFirstTag:
        return "first";
    case Kind::TagCase:
        return "case";
    case Kind::NotAlternating:
        return "twice";
    case Kind::UnlistedNonVerbal:
        return "sound";
    }
    return {};
}

/// Every warning as "kind@offset+length", in the order in which they came.
QString found(const std::string& script) {
    QStringList parts;
    for (const auto& warning : parley::lintScript(script)) {
        parts << QStringLiteral("%1@%2+%3").arg(kindName(warning.kind)).arg(warning.offset).arg(warning.length);
    }
    return parts.join(' ');
}

QString firstMessage(const std::string& script) {
    const auto warnings = parley::lintScript(script);
    return warnings.empty() ? QString() : QString::fromStdString(warnings.front().message);
}

} // namespace

class TestLint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void warns_data();
    void warns();
    void everyListedSoundPasses();
    void messagesSayWhatToWrite();
    void survivesAnyBytes();
};

void TestLint::warns_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");

    QTest::newRow("good") << "[S1] Hello. [S2] Hi. (laughs) [S1] Bye." << "";
    QTest::newRow("good, after a line break") << "\r\n\t [S1] Hello." << "";
    QTest::newRow("good, with a closing tag") << "[S1] Hello. [S2]" << "";
    QTest::newRow("empty") << "" << "";
    QTest::newRow("blank") << " \n" << "";

    QTest::newRow("no tag") << "  Hello there" << "first@2+5";
    QTest::newRow("no tag, one word") << "Hello" << "first@0+5";
    QTest::newRow("begins with the second speaker") << "[S2] Hello [S1] Hi" << "first@0+4";
    QTest::newRow("words before the tag") << "Hm [S1] Hello" << "first@0+2";

    QTest::newRow("wrong case once, though it comes first") << "[s1] Hello [S2] Hi" << "case@0+4";
    QTest::newRow("wrong case each time") << "[S1] a [s2] b [s1] c" << "case@7+4 case@14+4";
    QTest::newRow("wrong case keeps the turns apart") << "[S1] a [s2] b [S1] c" << "case@7+4";
    QTest::newRow("wrong first speaker in wrong case") << "[s2] a" << "first@0+4 case@0+4";

    QTest::newRow("same speaker twice") << "[S1] a [S1] b" << "twice@7+4";
    QTest::newRow("each repetition") << "[S1] a [S1] b [S2] c [S2] d" << "twice@7+4 twice@21+4";

    QTest::newRow("unlisted sound") << "[S1] a (smiles) b" << "sound@7+8";
    QTest::newRow("listed sound, capital") << "[S1] a (Laughs)" << "sound@7+8";
    QTest::newRow("listed sound, spaces") << "[S1] a ( sighs )" << "sound@7+9";
    QTest::newRow("thirty letters") << "[S1] (" + QString(30, 'a') + ")" << "sound@5+32";
    QTest::newRow("thirty-one letters") << "[S1] (" + QString(31, 'a') + ")" << "";
    QTest::newRow("digits") << "[S1] (see page 4)" << "";
    QTest::newRow("punctuation") << "[S1] (well, yes)" << "";
    QTest::newRow("no letters") << "[S1] () ( )" << "";
    QTest::newRow("not closed") << "[S1] (smiles" << "";
    QTest::newRow("opened twice") << "[S1] ((smiles)" << "sound@6+8";
    QTest::newRow("at the very end") << "[S1] (" << "";
}

void TestLint::warns() {
    QFETCH(QString, script);
    QFETCH(QString, expected);
    QCOMPARE(found(script.toStdString()), expected);
}

void TestLint::everyListedSoundPasses() {
    for (const std::string_view sound : parley::kNonVerbals) {
        QCOMPARE(found("[S1] (" + std::string(sound) + ")"), QString());
    }
}

void TestLint::messagesSayWhatToWrite() {
    QVERIFY(firstMessage("Hello").contains("begins with [S1]"));
    QVERIFY(firstMessage("[s1] a").contains("write [S1]"));
    QVERIFY(firstMessage("[S1] a [S1] b").contains("write [S2] here"));
    QVERIFY(firstMessage("[S1] (Clears Throat)").contains("write (clears throat)"));
    QVERIFY(firstMessage("[S1] (smiles)").contains("not taught"));
}

void TestLint::survivesAnyBytes() {
    std::string bytes;
    for (int value = 0; value < 256; ++value) {
        bytes += "[S1](";
        bytes += static_cast<char>(value);
    }
    // The bytes between the tags, some of them halves of characters, neither hide a tag nor make one.
    const auto warnings = parley::lintScript(bytes);
    QCOMPARE(
        std::count_if(warnings.begin(), warnings.end(), [](const auto& w) { return w.kind == Kind::NotAlternating; }),
        255);
    for (std::size_t length = 0; length <= 6; ++length) {
        const bool cutInTheTag = length > 0 && length < 4;
        const QString expected = cutInTheTag ? QStringLiteral("first@0+%1").arg(length) : QString();
        QCOMPARE(found(bytes.substr(0, length)), expected);
    }
}

QTEST_GUILESS_MAIN(TestLint)
#include "test_lint.moc"
