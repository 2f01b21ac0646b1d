// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "output_files.h"
#include "served.h"

#include <QJsonArray>
#include <QTest>
#include <QtEndian>

using namespace parley::test;

namespace {

constexpr qsizetype kWavHeader = 44;

} // namespace

/// What parley-cli serve answers.
class TestServe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_voices.put("ann.txt", "[S1] This is how I sound.\n");
        m_voices.put("ann.json", R"({"name": "Ann, at home"})");
        putSound(m_voices, "ann.wav", 44100, 0.1F);
        m_voices.put("lonely.txt", "[S1] My recording is gone.");
        putSound(m_voices, "mute.wav", 44100, 0.1F);
        putSound(m_voices, "empty.wav", 44100, 0.1F);
        m_voices.put("empty.txt", "  \n");
        m_served =
            std::make_unique<Served>(QStringList{"--voices", QString::fromStdString(m_voices.path("").string())});
        QVERIFY2(m_served->fault().isEmpty(), m_served->fault());
    }

    void tellsThatItIsReady() {
        const Answer answer = m_served->get("/health");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json(), (QJsonObject{{"status", "ready"}}));
    }

    void listsTheModel() {
        const Answer all = m_served->get("/v1/models");
        QCOMPARE(all.json().value("object").toString(), "list");
        const QJsonArray models = all.json().value("data").toArray();
        QCOMPARE(models.size(), 1);
        QCOMPARE(models.first().toObject().value("id").toString(), "demo");
        QCOMPARE(m_served->get("/v1/models/demo").json(), models.first().toObject());
        const Answer other = m_served->get("/v1/models/tts-1");
        QCOMPARE(other.status, 404);
        QCOMPARE(other.error("code"), "model_not_found");
    }

    void listsTheVoices() {
        const QJsonArray voices = m_served->get("/v1/audio/voices").json().value("voices").toArray();
        QStringList told;
        for (const auto& voice : voices) {
            told += voice.toObject().value("id").toString() + "=" + voice.toObject().value("name").toString();
        }
        QCOMPARE(told,
                 (QStringList{"default=no voice: the seed decides who speaks", "ann=Ann, at home", "empty=empty"}));
    }

    void speaksInEveryFormat_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("wav") << "wav" << QByteArray("audio/wav") << QByteArray("RIFF");
        QTest::newRow("flac") << "flac" << QByteArray("audio/flac") << QByteArray("fLaC");
        QTest::newRow("mp3") << "mp3" << QByteArray("audio/mpeg") << QByteArray("\xFF\xFB");
        QTest::newRow("opus") << "opus" << QByteArray("audio/ogg") << QByteArray("OggS");
    }

    void speaksInEveryFormat() {
        QFETCH(QString, format);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, begin);
        const Answer answer = m_served->ask(speechBytes({{"response_format", format}}));
        QVERIFY2(answer.status == 200 && answer.isWhole, answer.told());
        QCOMPARE(answer.headers.value("content-type"), type);
        QCOMPARE(answer.headers.value("x-parley-seed"), QByteArray("7"));
        QVERIFY(answer.body.startsWith(begin));
        const QByteArray name = "a." + format.toUtf8();
        m_served->folder.put(name.constData(), answer.body);
        const std::size_t samples = samplesOf(m_served->folder.path(name.constData())).size();
        const std::size_t wanted = samplesOfSay("60").size();
        QVERIFY2(samples >= wanted && samples <= wanted + 5000, QByteArray::number(static_cast<qint64>(samples)));
    }

    void saysWhatTheCommandLineSays() {
        const Answer answer = m_served->ask(speechBytes({}));
        QCOMPARE(runCli(m_served->folder, sayDemo("said.wav")).status, 0);
        QCOMPARE(answer.body.mid(kWavHeader), m_served->folder.content("said.wav").mid(kWavHeader));
    }

    void pcmIsAt24KHz() {
        const Answer answer = m_served->ask(speechBytes({{"response_format", "pcm"}}));
        QCOMPARE(answer.headers.value("content-type"), QByteArray("audio/pcm"));
        const qsizetype wanted = static_cast<qsizetype>(samplesOfSay("60").size()) * 24000 / 44100;
        QVERIFY2(qAbs(answer.body.size() / 2 - wanted) <= 1, QByteArray::number(answer.body.size()));
    }

    void changesTheSpeed() {
        const qsizetype plain = m_served->ask(speechBytes({{"max_tokens", 600}})).body.size();
        const qsizetype fast = m_served->ask(speechBytes({{"max_tokens", 600}, {"speed", 2}})).body.size();
        const double ratio = static_cast<double>(plain) / static_cast<double>(fast);
        QVERIFY2(ratio > 1.9 && ratio < 2.1, QByteArray::number(ratio));
    }

    void speaksMp3WhereNothingIsSaid() {
        const Answer answer = m_served->ask(
            requestBytes("POST", "/v1/audio/speech", R"({"input": "Hello.", "max_tokens": 40, "voice": null})"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("audio/mpeg"));
    }

    void aTextWithoutTagsGetsOne() {
        QCOMPARE(m_served->ask(speechBytes({{"input", "Hello."}})).body,
                 m_served->ask(speechBytes({{"input", "[S1] Hello."}})).body);
        QCOMPARE(m_served->ask(speechBytes({{"input", "[S1] Hello."}, {"closing_tag", true}})).body,
                 m_served->ask(speechBytes({{"input", "[S1] Hello. [S2]"}})).body);
    }

    void speaksInAVoice() {
        const QJsonObject more{{"voice", "ann"}, {"max_tokens", 200}};
        const Answer answer = m_served->ask(speechBytes(more));
        QVERIFY2(answer.status == 200 && answer.isWhole, answer.told());
        QVERIFY(answer.body != m_served->ask(speechBytes({{"max_tokens", 200}})).body);
        QCOMPARE(m_served->ask(speechBytes({{"voice", QJsonObject{{"id", "ann"}}}, {"max_tokens", 200}})).body,
                 answer.body);
        const QString sound = QString::fromStdString(m_voices.path("ann.wav").string());
        const QStringList flags{"--voice", sound, "--voice-text", "[S1] This is how I sound.", "--max-tokens", "200"};
        QCOMPARE(runCli(m_served->folder, sayDemo("said.wav", flags)).status, 0);
        QCOMPARE(answer.body.mid(kWavHeader), m_served->folder.content("said.wav").mid(kWavHeader));
    }

    void aVoiceWithoutWordsIsRefused() {
        const Answer answer = m_served->ask(speechBytes({{"voice", "empty"}}));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.error("param"), "voice");
        QVERIFY2(answer.error("message").contains("its text is empty"), answer.told());
    }

    void drawsASeedAndTellsIt() {
        const Answer drawn = m_served->ask(speechBytes({{"seed", -1}}));
        bool isNumber = false;
        const qint64 seed = drawn.headers.value("x-parley-seed").toLongLong(&isNumber);
        QVERIFY(isNumber && seed >= 0);
        QCOMPARE(m_served->ask(speechBytes({{"seed", seed}})).body, drawn.body);
    }

    void countsWhatItDoes() {
        const double before = m_served->metric("parley_jobs_total{outcome=\"finished\"}");
        const double steps = m_served->metric("parley_steps_total");
        const double seconds = m_served->metric("parley_sound_seconds_total");
        const Answer answer = m_served->ask(speechBytes({}));
        QCOMPARE(m_served->metric("parley_jobs_total{outcome=\"finished\"}"), before + 1);
        QVERIFY(m_served->metric("parley_steps_total") > steps);
        const double made = static_cast<double>(answer.body.size() - kWavHeader) / 2 / 44100;
        QVERIFY(qAbs(m_served->metric("parley_sound_seconds_total") - seconds - made) < 1e-6);
        QCOMPARE(m_served->metric("parley_jobs_active"), 0.0);
        QCOMPARE(m_served->metric("parley_model_ready"), 1.0);
        QVERIFY(m_served->metric("parley_tokens_per_second") > 0);
        QVERIFY(m_served->metric("parley_http_requests_total{path=\"/v1/audio/speech\",status=\"200\"}") > 0);
    }

    void oneConnectionTakesManyRequests() {
        Client client(m_served->port());
        for (int i = 0; i < 3; ++i) {
            client.send(speechBytes({}));
            const Answer answer = client.readAnswer();
            QVERIFY2(answer.status == 200 && answer.isWhole, answer.told());
        }
        client.send(requestBytes("HEAD", "/health"));
        QCOMPARE(client.readHead().status, 200);
    }

    void oldClientsGetTheirSoundUntilTheEnd() {
        Client client(m_served->port());
        client.send(speechBytes({}).replace("HTTP/1.1", "HTTP/1.0"));
        const Answer answer = client.readAnswer();
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.headers.contains("transfer-encoding"));
        QCOMPARE(answer.body, m_served->ask(speechBytes({})).body);
    }

private:
    /// What the command line makes of the same, with so many tokens.
    std::vector<float> samplesOfSay(const QString& tokens) {
        (void)runCli(m_served->folder, sayDemo("say.wav", {"--max-tokens", tokens}));
        return samplesOf(m_served->folder.path("say.wav"));
    }

    Folder m_voices;
    std::unique_ptr<Served> m_served;
};

QTEST_GUILESS_MAIN(TestServe)
#include "test_serve.moc"
