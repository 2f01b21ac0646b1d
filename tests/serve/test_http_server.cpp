// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "http_client.h"
#include "serve/http_server.h"

#include <QTest>
#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <random>
#include <thread>

using namespace parley::serve;
using namespace parley::test;

namespace {

/// Says a body again, or sends pieces until its client has gone or the server is about to end.
class Echo final : public HttpHandler {
public:
    std::optional<HttpReply> answerHead(const HttpHead& head) override {
        if (head.path == "/wrong") {
            throw std::runtime_error("a fault inside");
        }
        if (head.method == "POST") {
            return std::nullopt;
        }
        HttpReply reply;
        reply.body = head.method + " " + head.path;
        return reply;
    }

    HttpReply answer(const HttpRequest& request) override {
        HttpReply reply;
        if (request.head.path != "/endless") {
            reply.body = request.body;
            return reply;
        }
        reply.stream = [this, isThere = request.clientIsThere](const Send& send) {
            ++streams;
            while (isThere() && !isEnding && send(std::string(50'000, 'x'))) {
            }
            --streams;
            return false;
        };
        return reply;
    }

    HttpReply answerFault(int status, const std::string& message) override {
        HttpReply reply;
        reply.status = status;
        reply.body = message;
        return reply;
    }

    void onAnswered(const HttpHead&, int) override { ++answered; }

    std::atomic<int> streams = 0;
    std::atomic<int> answered = 0;
    std::atomic<bool> isEnding = false;
};

class Running {
public:
    Running() {
        const auto bound = m_server.bind("127.0.0.1", 0);
        m_port = bound.ok() ? static_cast<quint16>(bound.value()) : quint16{0};
        m_thread =
            std::jthread([this](const std::stop_token& stop) { m_server.run(stop, [this] { echo.isEnding = true; }); });
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] Answer ask(const QByteArray& bytes) const {
        Client client(m_port);
        client.send(bytes);
        return client.readAnswer();
    }
    void end() {
        m_thread.request_stop();
        m_thread.join();
    }

    Echo echo;

private:
    HttpServer m_server{echo, 8, 1000};
    quint16 m_port = 0;
    std::jthread m_thread;
};

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesQuestionsAndAnswersOn() {
        const Running server;
        QVERIFY(server.port() != 0);
        QCOMPARE(server.ask(requestBytes("GET", "/a%20b?c=d")).body, QByteArray("GET /a b"));
        QCOMPARE(server.ask(requestBytes("POST", "/", "a body")).body, QByteArray("a body"));
        QCOMPARE(server.ask(requestBytes("POST", "/", QByteArray(1000, 'x'))).body.size(), 1000);
        QCOMPARE(
            server.ask(requestBytes("POST", "/", "3\r\nabc\r\n0\r\n\r\n", {{"Transfer-Encoding", "chunked"}})).body,
            QByteArray("abc"));
    }

    void aFaultInsideIsAnAnswer() {
        const Running server;
        QCOMPARE(server.ask(requestBytes("GET", "/wrong")).status, 500);
        QCOMPARE(server.ask(requestBytes("GET", "/")).status, 200);
    }

    void takesNoMoreThanItMay() {
        const Running server;
        QByteArray pieces;
        for (int i = 0; i < 3; ++i) {
            pieces += "190\r\n" + QByteArray(0x190, 'x') + "\r\n";
        }
        QCOMPARE(server.ask(requestBytes("POST", "/", pieces + "0\r\n\r\n", {{"Transfer-Encoding", "chunked"}})).status,
                 413);
    }

    void endsWithClientsOfEveryKind() {
        Running server;
        Client idle(server.port());
        Client half(server.port());
        half.send("GET / HTTP/1.1\r\nHo");
        Client body(server.port());
        body.send(requestBytes("POST", "/", "x", {{"Content-Length", "10"}}));
        Client deaf(server.port()); // takes nothing of an answer without an end
        deaf.send(requestBytes("POST", "/endless", "x"));
        QVERIFY(QTest::qWaitFor([&] { return server.echo.streams == 1; }, kAnswerMs));
        server.end();
        QCOMPARE(server.echo.streams.load(), 0);
        QVERIFY(body.isClosed());
    }

    void anAnswerEndsWhenItsClientGoes() {
        const Running server;
        {
            Client client(server.port());
            client.send(requestBytes("POST", "/endless", "x"));
            Answer answer = client.readHead();
            QCOMPARE(answer.status, 200);
            QVERIFY(client.readBody(answer, 100'000));
            client.hangUp();
        }
        QVERIFY(QTest::qWaitFor([&] { return server.echo.streams == 0; }, kAnswerMs));
    }

    void aStopBeforeTheStartIsHeard() {
        Echo echo;
        HttpServer server(echo, 2, 10);
        QVERIFY(server.bind("127.0.0.1", 0).ok());
        std::stop_source stop;
        stop.request_stop();
        server.run(stop.get_token(), [] {});
    }

    void aHostThatIsNoneIsRefused() {
        Echo echo;
        HttpServer server(echo, 2, 10);
        const auto bound = server.bind("no such host", 0);
        QVERIFY(!bound.ok() && bound.error().code == parley::ErrorCode::NetworkFailed);
    }

    void damagedRequestsDoNoHarm() {
        const Running server;
        std::mt19937 random(1); // NOLINT(bugprone-random-generator-seed): the same at each run
        const QByteArray whole =
            requestBytes("POST", "/a?b=c", "5\r\nhello\r\n0\r\n\r\n",
                         {{"Transfer-Encoding", "chunked"}, {"Expect", "100-continue"}, {"Range", "bytes=0-1"}}) +
            requestBytes("POST", "/", "hello", {{"Content-Type", "multipart/form-data; boundary=x"}}) +
            requestBytes("GET", "/", {}, {{"Connection", "close"}});
        for (int i = 0; i < 1500; ++i) {
            QByteArray bytes = whole;
            for (auto changes = 1 + random() % 5; changes > 0; --changes) {
                const auto at = static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size()));
                if (random() % 2 == 0) {
                    bytes[at] = static_cast<char>(random());
                } else {
                    bytes.remove(at, random() % 20);
                }
            }
            Client client(server.port());
            client.send(bytes);
            client.closeWriting();
            (void)client.readHead();
        }
        QCOMPARE(server.ask(requestBytes("GET", "/")).status, 200);
        QVERIFY(server.echo.answered > 1000);
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_http_server.moc"
