// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "served.h"

#include <QTcpServer>
#include <QTest>

using namespace parley::test;

namespace {

const QByteArray kKey = "a-key-that-is-long-enough";

Headers bearer(const QByteArray& key) {
    return {{"Authorization", "Bearer " + key}};
}

} // namespace

/// Who may ask parley-cli serve, and where it listens.
class TestServeAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsWanted_data() {
        QTest::addColumn<bool>("byFile");
        QTest::newRow("file") << true;
        QTest::newRow("environment") << false;
    }

    void aKeyIsWanted() {
        QFETCH(bool, byFile);
        const Folder folder;
        folder.put("key", kKey + "\n");
        const QStringList flags =
            byFile ? QStringList{"--key-file", QString::fromStdString(folder.path("key").string())} : QStringList();
        const QList<Variable> variables = byFile ? QList<Variable>() : QList<Variable>{{"PARLEY_API_KEY", kKey}};
        Served served(flags + QStringList{"--host", "0.0.0.0"}, variables);
        QVERIFY2(served.fault().isEmpty(), served.fault()); // health needs no key

        const Answer without = served.ask(speechBytes({}));
        QCOMPARE(without.status, 401);
        QCOMPARE(without.error("type"), "invalid_request_error");
        QCOMPARE(without.headers.value("www-authenticate"), QByteArray("Bearer"));
        for (const char* path : {"/v1/models", "/v1/models/demo", "/v1/audio/voices", "/metrics", "/else"}) {
            QVERIFY2(served.get(path).status == 401, path);
        }
        for (const QByteArray& wrong : {kKey + "x", kKey.left(kKey.size() - 1), kKey + kKey, kKey.toUpper(),
                                        QByteArray(" " + kKey), QByteArray()}) {
            QVERIFY2(served.get("/v1/models", bearer(wrong)).status == 401, wrong);
        }
        QCOMPARE(served.get("/v1/models", {{"Authorization", "Basic " + kKey}}).status, 401);
        QCOMPARE(served.get("/v1/models", bearer(kKey)).status, 200);
        QCOMPARE(served.ask(speechBytes({}, bearer(kKey))).status, 200);
        // Who has the key may come by any name.
        QCOMPARE(served.get("/v1/models", bearer(kKey) + Headers{{"Host", "studio.example"}}).status, 200);
    }

    void pagesOfOthersAreTurnedAway_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char* header, const char* value, int status) {
            QTest::addRow("%s: %s", header, value) << QByteArray(header) << QByteArray(value) << status;
        };
        row("Host", "localhost", 200);
        row("Host", "LOCALHOST:8000", 200);
        row("Host", "127.0.0.1:1", 200);
        row("Host", "127.9.9.9", 200);
        row("Host", "[::1]:8000", 200);
        row("Host", "evil.example", 403);
        row("Host", "evil.example:8000", 403);
        row("Host", "localhost.evil.example", 403);
        row("Host", "127.0.0.1.evil.example", 403);
        row("Host", "localhost:evil", 403);
        row("Host", "[::1].evil.example", 403);
        row("Host", "192.168.0.1", 403);
        row("Host", "0.0.0.0", 403);
        row("Host", "", 403);
        row("Origin", "http://localhost:3000", 200);
        row("Origin", "https://127.0.0.1", 200);
        row("Origin", "http://[::1]:5", 200);
        row("Origin", "https://evil.example", 403);
        row("Origin", "http://localhost.evil.example", 403);
        row("Origin", "http://localhost@evil.example", 403);
        row("Origin", "file://", 403);
        row("Origin", "null", 403);
    }

    void pagesOfOthersAreTurnedAway() {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(int, status);
        static Served served;
        QVERIFY2(served.fault().isEmpty(), served.fault());
        const Headers headers{{header, value}};
        for (const Answer& answer : {served.get("/health", headers), served.ask(speechBytes({}, headers))}) {
            QVERIFY2(answer.status == status, answer.told());
        }
    }

    void aPageMayNotAskWhetherItMay() {
        const Served served;
        const Answer answer =
            served.ask(requestBytes("OPTIONS", "/v1/audio/speech", {},
                                    {{"Origin", "http://localhost:3000"}, {"Access-Control-Request-Method", "POST"}}));
        QCOMPARE(answer.status, 405);
        QVERIFY(!answer.headers.contains("access-control-allow-origin"));
    }

    void refusesWhatCannotBeServed_data() {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("others without a key")
            << QStringList{"--host", "0.0.0.0"} << QByteArrayList{"--host 0.0.0.0", "--key-file"} << 2;
        QTest::newRow("others by six") << QStringList{"--host", "::"} << QByteArrayList{"--key-file"} << 2;
        QTest::newRow("no key file") << QStringList{"--key-file", "none"} << QByteArrayList{"none", "can't be read"}
                                     << 2;
        QTest::newRow("a short key") << QStringList{"--key-file", "short"} << QByteArrayList{"too short"} << 2;
        QTest::newRow("an empty key") << QStringList{"--key-file", "empty"} << QByteArrayList{"holds no key"} << 2;
        QTest::newRow("two lines") << QStringList{"--key-file", "lines"} << QByteArrayList{"holds no key"} << 2;
        QTest::newRow("a folder as key") << QStringList{"--key-file", "."} << QByteArrayList{"--key-file"} << 2;
        QTest::newRow("no voices") << QStringList{"--voices", "nowhere"} << QByteArrayList{"nowhere", "folder"} << 2;
        QTest::newRow("port") << QStringList{"--port", "65536"} << QByteArrayList{"--port"} << 2;
        QTest::newRow("queue") << QStringList{"--queue", "0"} << QByteArrayList{"--queue"} << 2;
    }

    void refusesWhatCannotBeServed() {
        QFETCH(QStringList, flags);
        QFETCH(QByteArrayList, words);
        QFETCH(int, status);
        const Folder folder;
        folder.put("short", "secret\n");
        folder.put("empty", "");
        folder.put("lines", "one-line-of-a-key\nand-one-more-line\n");
        const QByteArray fault = faultOfRefusal(QStringList{"serve", "--demo"} + flags, status, words, folder);
        QVERIFY2(fault.isEmpty(), fault);
    }

    void aMissingModelIsToldBeforeListening() {
        const Folder folder;
        const QByteArray fault =
            faultOfRefusal({"serve", "--model", "nothing", "--codec", "nothing"}, 1, {"nothing"}, folder);
        QVERIFY2(fault.isEmpty(), fault);
    }

    void aTakenPortIsToldAtOnce() {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const QString port = QString::number(taken.serverPort());
        const Folder folder;
        const QByteArray fault =
            faultOfRefusal({"serve", "--demo", "--port", port}, 1, {port.toUtf8(), "already in use"}, folder);
        QVERIFY2(fault.isEmpty(), fault);
    }

    void twoServersDoNotShareAPort() {
        const Served served;
        const Folder folder;
        const QByteArray fault = faultOfRefusal({"serve", "--demo", "--port", QString::number(served.port())}, 1,
                                                {"already in use"}, folder);
        QVERIFY2(fault.isEmpty(), fault);
    }
};

QTEST_GUILESS_MAIN(TestServeAccess)
#include "test_serve_access.moc"
