// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/api_error.h"
#include "serve/speech_request.h"

#include <QTest>
#include <random>

using namespace parley::serve;

namespace {

const std::string kFull =
    R"({"model": "m", "input": "[S1] \u00e9 Hi.", "voice": {"id": "ann"}, "response_format": "opus",
    "speed": 1.5, "seed": 9223372036854775807, "max_tokens": 300, "cfg_scale": 2, "temperature": 0.5, "top_p": 0.9,
    "top_k": 30, "closing_tag": true, "stream_format": "audio", "instructions": ""})";

} // namespace

class TestSpeechRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField() {
        const SpeechRequest request = parseSpeechRequest(kFull);
        QCOMPARE(request.model, std::string("m"));
        QCOMPARE(request.input, std::string("[S1] \xC3\xA9 Hi."));
        QCOMPARE(request.voice, std::string("ann"));
        QVERIFY(request.format == parley::StreamFormat::Opus);
        QCOMPARE(request.speed, 1.5);
        QCOMPARE(request.options.seed, std::numeric_limits<std::int64_t>::max());
        QCOMPARE(request.options.maxTokens.value_or(0), std::int64_t{300});
        QCOMPARE(request.options.cfgScale, 2.0);
        QCOMPARE(request.options.temperature, 0.5);
        QCOMPARE(request.options.topP, 0.9);
        QCOMPARE(request.options.topK, std::int64_t{30});
        QCOMPARE(scriptOf(request), std::string("[S1] \xC3\xA9 Hi. [S2]"));
    }

    void fieldsThatAreNullAreAbsent() {
        const SpeechRequest request = parseSpeechRequest(
            R"({"input": "a", "model": null, "voice": null, "response_format": null, "speed": null, "seed": null})");
        const SpeechRequest plain = parseSpeechRequest(R"({"input": "a"})");
        QCOMPARE(request.voice, plain.voice);
        QCOMPARE(request.options.seed, plain.options.seed);
        QVERIFY(plain.format == parley::StreamFormat::Mp3);
        QCOMPARE(plain.options.seed, std::int64_t{-1});
    }

    void aTagIsAddedWhereThereIsNone() {
        const auto script = [](const std::string& input) {
            SpeechRequest request;
            request.input = input;
            return scriptOf(request);
        };
        QCOMPARE(script("Hi."), std::string("[S1] Hi."));
        QCOMPARE(script("Hi. [S2] Ho."), std::string("Hi. [S2] Ho."));
        QCOMPARE(script(" \n"), std::string(" \n")); // the engine refuses it as empty
    }

    void damagedTextIsRefusedInOrder() {
        std::mt19937 random(1); // NOLINT(bugprone-random-generator-seed): the same at each run
        int fine = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::string text = kFull;
            for (auto changes = 1 + random() % 4; changes > 0; --changes) {
                const std::size_t at = random() % text.size();
                switch (random() % 3) {
                case 0:
                    text[at] = static_cast<char>(random());
                    break;
                case 1:
                    text.erase(at, random() % 8);
                    break;
                default:
                    text.insert(at, text.substr(random() % text.size(), random() % 16));
                }
            }
            try {
                (void)parseSpeechRequest(text);
                ++fine;
            } catch (const ApiFailure& failure) { // anything else ends the test
                QCOMPARE(failure.error().status, 400);
                QVERIFY(!replyOf(failure.error()).body.empty());
            }
        }
        QVERIFY(fine > 0 && fine < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestSpeechRequest)
#include "test_speech_request.moc"
