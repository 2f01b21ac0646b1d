// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "served.h"

#include <QTest>
#include <csignal>

using namespace parley::test;

namespace {

/// The demo goes on to the last token with these; several together take seconds.
const QJsonObject kLong{{"max_tokens", 3072}, {"temperature", 0}};
constexpr int kMany = 4;

/// Long requests that are being spoken.
class Busy {
public:
    explicit Busy(const Served& served, int count = kMany) {
        for (int i = 0; i < count; ++i) {
            m_clients.push_back(std::make_unique<Client>(served.port()));
            m_clients.back()->send(speechBytes(kLong));
        }
        for (const auto& client : m_clients) {
            m_answers.push_back(client->readHead());
            m_areAllSpoken = m_areAllSpoken && m_answers.back().status == 200;
        }
    }

    [[nodiscard]] bool areAllSpoken() const { return m_areAllSpoken; }
    [[nodiscard]] Client& client(std::size_t i) { return *m_clients[i]; }
    [[nodiscard]] Answer& answer(std::size_t i) { return m_answers[i]; }

private:
    std::vector<std::unique_ptr<Client>> m_clients;
    std::vector<Answer> m_answers;
    bool m_areAllSpoken = true;
};

} // namespace

/// Several clients of parley-cli serve at a time, and those that go.
class TestServeQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundComesWhileItIsMade() {
        Served served;
        QVERIFY2(served.fault().isEmpty(), served.fault());
        Busy busy(served);
        QVERIFY(busy.areAllSpoken());
        QVERIFY(busy.client(0).readBody(busy.answer(0), 1000));
        QCOMPARE(served.metric("parley_jobs_total{outcome=\"finished\"}"), 0.0);
        QCOMPARE(served.metric("parley_jobs_active"), double{kMany});
        QCOMPARE(served.metric("parley_jobs_waiting"), 0.0);
    }

    void aFullQueueIsToldAtOnce() {
        Served served({"--queue", QString::number(kMany)});
        QVERIFY2(served.fault().isEmpty(), served.fault());
        {
            const Busy busy(served);
            QVERIFY(busy.areAllSpoken());
            const Answer refused = served.ask(speechBytes({}));
            QVERIFY2(refused.status == 429, refused.told());
            QCOMPARE(refused.error("code"), "rate_limit_exceeded");
            const int wait = refused.headers.value("retry-after").toInt();
            QVERIFY2(wait >= 1 && wait <= 60, refused.headers.value("retry-after"));
        }
        QVERIFY(QTest::qWaitFor([&] { return served.ask(speechBytes({})).status == 200; }, kPatienceMs));
    }

    void whoLeavesIsNotSpokenTo() {
        Served served({"--queue", QString::number(kMany)});
        QVERIFY2(served.fault().isEmpty(), served.fault());
        Busy busy(served);
        QVERIFY(busy.areAllSpoken());
        busy.client(1).hangUp();
        busy.client(2).hangUp();
        QVERIFY(QTest::qWaitFor([&] { return served.metric("parley_jobs_total{outcome=\"cancelled\"}") == 2.0; },
                                kPatienceMs));
        QCOMPARE(served.metric("parley_jobs_total{outcome=\"failed\"}"), 0.0);
        QCOMPARE(served.metric("parley_jobs_active"), double{kMany - 2});
        QVERIFY(busy.client(0).readBody(busy.answer(0), busy.answer(0).body.size() + 1000));
    }

    void whoLeavesBeforeTheFirstSoundIsNotSpokenTo() {
        constexpr int kTogether = 16; // as many as the engine takes through its steps at a time
        Served served;
        QVERIFY2(served.fault().isEmpty(), served.fault());
        const Busy busy(served, kTogether);
        QVERIFY(busy.areAllSpoken());
        {
            Client waiting(served.port());
            waiting.send(speechBytes(kLong));
            QVERIFY(QTest::qWaitFor([&] { return served.metric("parley_jobs_waiting") == 1.0; }, kPatienceMs));
        }
        QVERIFY(QTest::qWaitFor([&] { return served.metric("parley_jobs_total{outcome=\"cancelled\"}") == 1.0; },
                                kPatienceMs));
    }

    void othersChangeNothingInASound() {
        Served served;
        QVERIFY2(served.fault().isEmpty(), served.fault());
        const QByteArray first = speechBytes({{"seed", 1}, {"max_tokens", 300}});
        const QByteArray second = speechBytes({{"seed", 2}, {"max_tokens", 200}, {"input", "[S2] Something else."}});
        const QByteArray firstAlone = served.ask(first).body;
        const QByteArray secondAlone = served.ask(second).body;
        QVERIFY(!firstAlone.isEmpty() && firstAlone != secondAlone);
        const Busy busy(served, 2);
        Client one(served.port());
        Client other(served.port());
        one.send(first);
        other.send(second);
        QVERIFY(one.readAnswer().body == firstAlone);
        QVERIFY(other.readAnswer().body == secondAlone);
    }

    void endsAtOnceWhenAskedTo_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }

    void endsAtOnceWhenAskedTo() {
        constexpr int kSoonMs = 8'000; // less than the server gives a slow client
        QFETCH(int, signal);
        Served served;
        QVERIFY2(served.fault().isEmpty(), served.fault());
        Busy busy(served);
        QVERIFY(busy.areAllSpoken());
        Client silent(served.port());
        Client slow(served.port());
        slow.send("POST /v1/audio/speech HTTP/1.1\r\nHost: loc");
        Client halfway(served.port());
        halfway.send(requestBytes("POST", "/v1/audio/speech", "{", {{"Content-Length", "100"}}));
        kill(static_cast<pid_t>(served.process().processId()), signal);
        QVERIFY(served.process().waitForFinished(kSoonMs));
        const CliRun run = outcomeOf(served.process());
        QVERIFY2(run.status == 0, run.told());
        const Answer cut = busy.client(0).readAnswer();
        QVERIFY(!cut.isWhole); // the client can tell that its sound isn't all
    }
};

QTEST_GUILESS_MAIN(TestServeQueue)
#include "test_serve_queue.moc"
