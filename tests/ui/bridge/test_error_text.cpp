// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/error_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QTest>
#include <QTranslator>

using namespace parley;
using namespace parley::ui;

namespace {

/// A language of a few words, with the places in another order.
class Words : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* /*note*/, int /*count*/) const override {
        static const QHash<QString, QString> kWords{
            {"Phrase/has %1 of %2 parts", "von %2 Teilen nur %1"},
            {"Phrase/read as %1", "gelesen als %1"},
            {"Phrase/a tag", "eine Marke"},
            {"Phrase/raise %1", "erhöhen Sie %1"},
            {"Phrase/Anna", "nicht zu übersetzen"},
            {"parley::ui::EnginePage/&Device", "&Gerät"},
            {"parley::ui::GenerationPanel/Length", "Länge"},
            {"ErrorText/“%1”", "„%1“"},
            {"ErrorText/The sound can't be read.", "Ton unlesbar."},
        };
        return kWords.value(QStringLiteral("%1/%2").arg(QString::fromUtf8(context), QString::fromUtf8(source)));
    }
};

} // namespace

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QCoreApplication::installTranslator(&m_words); }
    void cleanup() { QCoreApplication::removeTranslator(&m_words); }

    void saysPhrasesInTheUsersLanguage() const {
        QCOMPARE(localText(phrase("has %1 of %2 parts", 2, 7)), QString("von 7 Teilen nur 2"));
        QCOMPARE(localText(phrase("read as %1", phrase("a tag"))), QString("gelesen als eine Marke"));
        QCOMPARE(localText(phrase("not taught: %1", "x")), QString("not taught: x"));
    }

    void leavesNamesAlone() const {
        QCOMPARE(localText(verbatim("Anna")), QString("Anna"));
        QCOMPARE(localText(phrase("read as %1", "%1 & “Grüße”")), QString("gelesen als %1 & “Grüße”"));
        QCOMPARE(localText(std::filesystem::path("/müll/%1")), QString("/müll/%1"));
    }

    void callsSettingsAsTheWindowDoes() const {
        QCOMPARE(localText(phrase("raise %1", "--max-tokens")), QString("erhöhen Sie „Länge“"));
        QCOMPARE(localText(optionPhrase("--device", "cuda")), QString("„Gerät“ cuda"));
        QCOMPARE(localText(verbatim("--unknown")), QString("--unknown"));
    }

    void makesSentences() const {
        const Error error{ErrorCode::AudioUnreadable, std::filesystem::path("/a.wav"), phrase("read as %1", "text"),
                          phrase("raise %1", "--max-tokens"), "libsndfile said no"};
        QCOMPARE(errorDetails(error), QString("/a.wav: gelesen als text. Erhöhen Sie „Länge“."));
        QCOMPARE(errorText(error), QString("Ton unlesbar. /a.wav: gelesen als text. Erhöhen Sie „Länge“."));
    }

    void namesWhatTheHeadlineIsAbout() const {
        const Error error{
            ErrorCode::AudioUnreadable, std::filesystem::path("/a.wav"), {}, verbatim("get another"), "x"};
        QCOMPARE(errorText(error), QString("Ton unlesbar: /a.wav. Get another."));
    }

    void leavesOutWhatIsNotThere() const {
        QCOMPARE(errorDetails({ErrorCode::Internal, {}, phrase("a tag"), {}}), QString("Eine Marke."));
        QCOMPARE(errorDetails({ErrorCode::NetworkFailed, verbatim("cdn.example"), phrase("a tag"), {}}),
                 QString("cdn.example: eine Marke."));
        QCOMPARE(errorDetails({ErrorCode::Internal, {}, verbatim("It is so."), {}}), QString("It is so."));
        QCOMPARE(errorDetails({ErrorCode::Internal, {}, {}, {}, "only English"}), QString());
        QCOMPARE(errorText({ErrorCode::AudioUnreadable, {}, {}, {}}), QString("Ton unlesbar."));
    }

private:
    Words m_words;
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "test_error_text.moc"
