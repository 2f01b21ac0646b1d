// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/error.h"

#include <QTest>

using namespace parley;

class TestPhrase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsArgumentsInTheirPlaces() {
        QCOMPARE(phrase("%2 of %1", 16, std::string("three")).english(), std::string("three of 16"));
        QCOMPARE(phrase("%1 and %1", std::filesystem::path("/a")).english(), std::string("/a and /a"));
        QCOMPARE(phrase("read as %1", phrase("a tag of %1", "S1")).english(), std::string("read as a tag of S1"));
        QCOMPARE(optionPhrase("--top-k", "3").english(), std::string("--top-k 3"));
    }

    void leavesWhatIsNoPlace() {
        QCOMPARE(phrase("100 % of it").english(), std::string("100 % of it"));
        QCOMPARE(phrase("%1", "50 %1 %2").english(), std::string("50 %1 %2"));
        QCOMPARE(fillPlaces("%1 %2 %", {"a"}), std::string("a %2 %"));
    }

    void knowsWhatCanBeTranslated() {
        QVERIFY(phrase("is empty").isPattern());
        QVERIFY(!verbatim("is empty").isPattern());
        QVERIFY(!Phrase(std::filesystem::path("/a")).isPattern());
        QVERIFY(Phrase().empty() && !Phrase().isPattern());
    }

    void becomesOneLineOfAnError() {
        const std::filesystem::path file = "/a.wav";
        QCOMPARE(
            (Error{ErrorCode::Internal, file, phrase("is damaged"), phrase("export it again"), "bad header"}.message()),
            std::string("/a.wav: is damaged: bad header; export it again"));
        QCOMPARE((Error{ErrorCode::Internal, file, {}, phrase("get it again"), "no end"}.message()),
                 std::string("/a.wav: no end; get it again"));
        QCOMPARE((Error{ErrorCode::Internal, {}, phrase("is damaged"), {}}.message()), std::string("is damaged"));
        QCOMPARE(Error{}.message(), std::string());
        QCOMPARE(EngineError(ErrorCode::Cancelled, {}, phrase("cancelled")).what(), "cancelled");
    }
};

QTEST_GUILESS_MAIN(TestPhrase)
#include "test_phrase.moc"
