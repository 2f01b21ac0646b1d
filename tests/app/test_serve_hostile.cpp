// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "served.h"

#include <QTest>

using namespace parley::test;

namespace {

QByteArray speechWith(const QByteArray& body, const Headers& headers = {}) {
    return requestBytes("POST", "/v1/audio/speech", body, headers);
}

/// One field beside an input that is fine.
QByteArray field(const char* name, const QByteArray& value) {
    return QByteArray(R"({"input": "[S1] Hello.", ")") + name + R"(": )" + value + "}";
}

} // namespace

/// What strangers may send to parley-cli serve.
class TestServeHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_served = std::make_unique<Served>();
        QVERIFY2(m_served->fault().isEmpty(), m_served->fault());
    }

    void cleanup() { QCOMPARE(m_served->get("/health").status, 200); }

    void badBodiesAreExplained_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("param");
        const auto row = [](const char* name, const QByteArray& body, const char* code, const char* param = "",
                            int status = 400) {
            QTest::newRow(name) << body << status << QString(code) << QString(param);
        };
        row("no JSON", "{", "invalid_json");
        row("more than JSON", "{} {}", "invalid_json");
        row("list", "[1]", "invalid_json");
        row("deep", QByteArray(60000, '['), "invalid_json");
        row("deep in a field", field("x", QByteArray(30000, '[') + QByteArray(30000, ']')), "invalid_json");
        row("no UTF-8", "{\"input\": \"\xC3\x28\"}", "invalid_json");
        row("no number", field("temperature", "NaN"), "invalid_json");
        row("huge number", field("temperature", "1e999"), "invalid_json");
        row("half a pair", R"({"input": "\ud800"})", "invalid_json");
        row("no input", "{}", "missing_field", "input");
        row("input of another type", R"({"input": 5})", "invalid_type", "input");
        row("empty input", R"({"input": " \n"})", "script-invalid", "input");
        row("a zero byte", R"({"input": "[S1] a\u0000b"})", "script-invalid", "input");
        row("a long input", R"({"input": "[S1] )" + QByteArray(5000, 'a') + R"("})", "script-invalid", "input");
        row("seed with a fraction", field("seed", "1.5"), "invalid_type", "seed");
        row("seed too large", field("seed", "9223372036854775808"), "invalid_type", "seed");
        row("seed below", field("seed", "-2"), "option-invalid", "seed");
        row("temperature as text", field("temperature", R"("hot")"), "invalid_type", "temperature");
        row("temperature too high", field("temperature", "101"), "option-invalid", "temperature");
        row("top_p", field("top_p", "0"), "option-invalid", "top_p");
        row("top_k", field("top_k", "1"), "option-invalid", "top_k");
        row("cfg_scale", field("cfg_scale", "-1"), "option-invalid", "cfg_scale");
        row("max_tokens", field("max_tokens", "1000000"), "option-invalid", "max_tokens");
        row("closing_tag", field("closing_tag", "1"), "invalid_type", "closing_tag");
        row("speed", field("speed", "4"), "option-invalid", "speed");
        row("format", field("response_format", R"("aac")"), "unsupported_format", "response_format");
        row("voice", field("voice", R"("alloy")"), "voice_not_found", "voice");
        row("voice as a path", field("voice", R"("../../etc/passwd")"), "voice_not_found", "voice");
        row("voice as a list", field("voice", "[1]"), "invalid_type", "voice");
        row("voice as an object", field("voice", R"({"id": 1})"), "invalid_type", "voice");
        row("model", field("model", R"("tts-1")"), "model_not_found", "model", 404);
        row("a slip of the pen", field("temprature", "1"), "unknown_field", "temprature");
        row("instructions", field("instructions", R"("Whisper.")"), "unsupported_value", "instructions");
        row("events", field("stream_format", R"("sse")"), "unsupported_value", "stream_format");
    }

    void badBodiesAreExplained() {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, param);
        const Answer answer = m_served->ask(speechWith(body));
        QVERIFY2(answer.status == status, answer.told());
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(answer.error("code"), code);
        QCOMPARE(answer.error("param"), param);
        QCOMPARE(answer.error("type"), "invalid_request_error");
        QVERIFY2(answer.error("message").size() > 10 && !answer.error("message").contains("--"), answer.told());
    }

    void bodiesThatCannotBeTakenAreNotRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const Headers json{{"Content-Type", "application/json"}};
        QTest::newRow("huge") << requestBytes("POST", "/v1/audio/speech", {},
                                              json + Headers{{"Content-Length", "99999999999"}})
                              << 413;
        QTest::newRow("beyond numbers") << requestBytes("POST", "/v1/audio/speech", {},
                                                        json + Headers{{"Content-Length", QByteArray(40, '9')}})
                                        << 413;
        QTest::newRow("huge, and asks before")
            << requestBytes("POST", "/v1/audio/speech", {},
                            json + Headers{{"Content-Length", "99999999999"}, {"Expect", "100-continue"}})
            << 413;
        QTest::newRow("negative") << requestBytes("POST", "/v1/audio/speech", {},
                                                  json + Headers{{"Content-Length", "-1"}})
                                  << 400;
        QTest::newRow("no length") << requestBytes("POST", "/v1/audio/speech", {}, json) << 411;
        QTest::newRow("two lengths") << requestBytes("POST", "/v1/audio/speech", "{}",
                                                     json + Headers{{"Content-Length", "2"}, {"Content-Length", "3"}})
                                     << 400;
        QTest::newRow("a length and pieces")
            << speechWith("{}", {{"Content-Length", "2"}, {"Transfer-Encoding", "chunked"}}) << 400;
        QTest::newRow("unknown coding") << speechWith("{}", {{"Transfer-Encoding", "gzip"}}) << 501;
        QTest::newRow("packed") << speechWith("{}", {{"Content-Encoding", "gzip"}}) << 415;
        QTest::newRow("a form") << speechWith("input=x", {{"Content-Type", "application/x-www-form-urlencoded"}})
                                << 415;
        QTest::newRow("parts") << speechWith("--a", {{"Content-Type", "multipart/form-data; boundary=a"}}) << 415;
        QTest::newRow("plain text, as pages may send it") << speechWith("{}", {{"Content-Type", "text/plain"}}) << 415;
        QTest::newRow("pieces without an end")
            << speechWith("10000\r\n" + QByteArray(0x10000, ' ') + "\r\n10000\r\n" + QByteArray(0x10000, ' ') + "\r\n",
                          {{"Transfer-Encoding", "chunked"}})
            << 413;
        QTest::newRow("a body where none belongs") << requestBytes("POST", "/nowhere", QByteArray(100, 'x')) << 404;
        QTest::newRow("another method") << requestBytes("PUT", "/v1/audio/speech", "{}") << 405;
    }

    void bodiesThatCannotBeTakenAreNotRead() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Client client(m_served->port());
        client.send(bytes);
        const Answer answer = client.readAnswer();
        QVERIFY2(answer.status == status && answer.isWhole, answer.told());
        QVERIFY2(!answer.error("message").isEmpty(), answer.told());
        // What was not read must not be taken for the next request.
        const bool isLast = answer.headers.value("connection") == "close";
        QVERIFY(isLast == bytes.contains("Content-Length") || isLast == bytes.contains("Transfer-Encoding"));
        QVERIFY(!isLast || client.isClosed());
    }

    void whatFollowsARefusalIsNoRequest() {
        Client client(m_served->port());
        client.send(speechWith(requestBytes("GET", "/v1/models"), {{"Content-Type", "text/plain"}}));
        QCOMPARE(client.readAnswer().status, 415);
        QCOMPARE(client.readHead().status, 0);
        QVERIFY(client.isClosed());
    }

    void aBodyInPiecesIsFine() {
        const QByteArray body = R"({"input": "[S1] Hello.", "max_tokens": 40})";
        QByteArray pieces;
        for (const char c : body) {
            pieces += QByteArray("1\r\n") + c + "\r\n";
        }
        const Answer answer = m_served->ask(speechWith(pieces + "0\r\n\r\n", {{"Transfer-Encoding", "chunked"}}));
        QVERIFY2(answer.status == 200 && answer.isWhole, answer.told());
    }

    void heads_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("statuses"); // 0: no answer
        QByteArray many = "GET /health HTTP/1.1\r\n";
        for (int i = 0; i < 20'000; ++i) {
            many += "X-" + QByteArray::number(i) + ": y\r\n";
        }
        QTest::newRow("many headers") << QByteArray(many + "\r\n") << QList<int>{400, 0};
        QTest::newRow("a line without an end") << QByteArray(1'000'000, 'a') << QList<int>{0};
        QTest::newRow("a header without an end")
            << QByteArray("GET /health HTTP/1.1\r\nX: " + QByteArray(1'000'000, 'a')) << QList<int>{400, 0};
        QTest::newRow("a long path") << requestBytes("GET", "/" + QByteArray(9000, 'a')) << QList<int>{414};
        QTest::newRow("a path almost as long") << requestBytes("GET", "/" + QByteArray(8000, 'a')) << QList<int>{404};
        QTest::newRow("a model of that length")
            << requestBytes("GET", "/v1/models/" + QByteArray(8000, 'a')) << QList<int>{404};
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10) << QList<int>{400, 0};
        QTest::newRow("no method") << QByteArray("EAT /health HTTP/1.1\r\nHost: localhost\r\n\r\n") << QList<int>{400};
        QTest::newRow("zero in a path") << requestBytes("GET", "/v1/models/%00%ff") << QList<int>{404};
        QTest::newRow("a part of it") << requestBytes("GET", "/health", {}, {{"Range", "bytes=0-3"}})
                                      << QList<int>{200};
        QTest::newRow("no part at all") << requestBytes("GET", "/health", {}, {{"Range", "bytes=9-3,x"}})
                                        << QList<int>{200, 416};
        QTest::newRow("packed") << requestBytes("GET", "/v1/models", {}, {{"Accept-Encoding", "gzip, br"}})
                                << QList<int>{200};
        QTest::newRow("no host") << QByteArray("GET /health HTTP/1.1\r\n\r\n") << QList<int>{403};
        QTest::newRow("two hosts") << requestBytes("GET", "/health", {},
                                                   {{"Host", "localhost"}, {"Host", "evil.example"}})
                                   << QList<int>{403};
    }

    void heads() {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, statuses);
        const Answer answer = m_served->ask(bytes);
        QVERIFY2(statuses.contains(answer.status), answer.told());
        QVERIFY(answer.status == 0 || !answer.headers.contains("content-encoding"));
        QVERIFY2(answer.status < 400 || !answer.error("message").isEmpty(), answer.told());
    }

    void aFloodLeavesNothingInMemory() {
        const double before = m_served->metric("parley_memory_peak_bytes");
        for (int i = 0; i < 20; ++i) {
            Client client(m_served->port());
            client.send("GET /health HTTP/1.1\r\nX: " + QByteArray(20'000'000, 'a'));
        }
        constexpr double kMegabyte = 1e6;
        QVERIFY(m_served->metric("parley_memory_peak_bytes") - before < 20 * kMegabyte);
    }

    void aBodyThatEndsEarlyIsToldSo() {
        Client client(m_served->port());
        client.send(speechWith("{\"input\"", {{"Content-Length", "100"}}));
        client.closeWriting();
        QCOMPARE(client.readAnswer().status, 400);
    }

    void manySilentClientsDoNotKeepOthersOut() {
        std::vector<std::unique_ptr<Client>> silent;
        for (int i = 0; i < 30; ++i) {
            silent.push_back(std::make_unique<Client>(m_served->port()));
            silent.back()->send("GET /he");
        }
        QCOMPARE(m_served->get("/health").status, 200);
    }

private:
    std::unique_ptr<Served> m_served;
};

QTEST_GUILESS_MAIN(TestServeHostile)
#include "test_serve_hostile.moc"
