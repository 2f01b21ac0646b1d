// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/hub_settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using parley::ErrorCode;
using parley::Result;
using parley::ui::CatalogueEntry;
using parley::ui::CatalogueFile;
using parley::ui::fileUrl;
using parley::ui::HubSettings;
using parley::ui::hubSettings;
using parley::ui::isSameServer;
using parley::ui::listingUrl;
using parley::ui::nextHop;
using parley::ui::objectionTo;

/// The environment's settings, and where requests may go.
class TestHubSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasDefaults() {
        const HubSettings settings = hubSettings({}, "/nowhere");
        QCOMPARE(settings.endpoint, QUrl("https://huggingface.co"));
        QVERIFY(settings.token.isEmpty());
        QVERIFY(!settings.isOffline && !settings.allowsPlainLoopback);
    }

    void readsTheEnvironment() {
        QProcessEnvironment environment;
        environment.insert("HF_ENDPOINT", "https://mirror.example/hub/");
        environment.insert("HF_TOKEN", " hf_abc\n");
        environment.insert("HF_HUB_OFFLINE", "True");
        const HubSettings settings = hubSettings(environment, "/nowhere");
        QCOMPARE(settings.endpoint, QUrl("https://mirror.example/hub"));
        QCOMPARE(settings.token, QByteArray("hf_abc"));
        QVERIFY(settings.isOffline);
    }

    void readsTheTokensFile() {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(".cache/huggingface") && QDir(home.path()).mkpath("hf"));
        put(home.filePath(".cache/huggingface/token"), "hf_standard\n");
        put(home.filePath("hf/token"), "hf_home");
        put(home.filePath("given"), "hf_given");
        QCOMPARE(hubSettings({}, home.path()).token, QByteArray("hf_standard"));
        QProcessEnvironment environment;
        environment.insert("HF_HOME", home.filePath("hf"));
        QCOMPARE(hubSettings(environment, home.path()).token, QByteArray("hf_home"));
        environment.insert("HF_TOKEN_PATH", "~/given");
        QCOMPARE(hubSettings(environment, home.path()).token, QByteArray("hf_given"));
    }

    void takesNoTokenThatEndsTheLine() {
        QProcessEnvironment environment;
        environment.insert("HF_TOKEN", "hf_abc\r\nHost: elsewhere");
        QVERIFY(hubSettings(environment, "/nowhere").token.isEmpty());
    }

    void asksOverEncryptedConnectionsOnly_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("plainLoopback");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("https") << "https://huggingface.co/a" << false << true;
        QTest::newRow("http") << "http://huggingface.co/a" << true << false;
        QTest::newRow("loopback") << "http://127.0.0.1:80/a" << true << true;
        QTest::newRow("loopback by name") << "http://localhost/a" << true << true;
        QTest::newRow("loopback without the option") << "http://127.0.0.1/a" << false << false;
        QTest::newRow("a name like the loopback's") << "http://127.0.0.1.example.org/a" << true << false;
        QTest::newRow("another machine's address") << "http://10.0.0.1/a" << true << false;
        QTest::newRow("file") << "file:///etc/passwd" << true << false;
        QTest::newRow("ftp") << "ftp://example.org/a" << true << false;
        QTest::newRow("with a password") << "https://me:secret@example.org/a" << true << false;
    }
    void asksOverEncryptedConnectionsOnly() {
        QFETCH(QString, url);
        QFETCH(bool, plainLoopback);
        HubSettings settings;
        settings.allowsPlainLoopback = plainLoopback;
        QTEST(!objectionTo(QUrl(url), settings).has_value(), "allowed");
    }

    void namesTheVariableWhereTheEndpointIsNoAddress() {
        for (const char* const bad :
             {"garbage", "https://", "https:/mirror.example", "a b", "https://me:secret@mirror.example"}) {
            QProcessEnvironment environment;
            environment.insert("HF_ENDPOINT", bad);
            const HubSettings settings = hubSettings(environment, "/nowhere");
            CatalogueEntry entry;
            entry.repository = "a/b";
            entry.revision = "main";
            CatalogueFile file;
            file.path = "c";
            for (const QUrl& url : {listingUrl(settings, entry), fileUrl(settings, entry, file)}) {
                const std::optional<parley::Error> objection = objectionTo(url, settings);
                QVERIFY2(objection && objection->message().find("HF_ENDPOINT: is no address") == 0, bad);
            }
            QVERIFY2(!objectionTo(QUrl("https://elsewhere.example/c"), settings), bad);
        }
    }

    void followsHops() {
        const QUrl from("https://huggingface.co/a/b/resolve/main/c");
        QCOMPARE(nextHop(from, "/x?y=1#z", {}).value(), QUrl("https://huggingface.co/x?y=1"));
        QCOMPARE(nextHop(from, "https://cdn.example/%2F?s=%2B", {}).value(), QUrl("https://cdn.example/%2F?s=%2B"));
        for (const char* bad : {"", "http://cdn.example/x", "file:///etc/passwd", "http://[", "//user@host/x"}) {
            const Result<QUrl> hop = nextHop(from, bad, {});
            QVERIFY2(!hop.ok(), bad);
            QCOMPARE(hop.error().code, ErrorCode::NetworkFailed);
        }
    }

    void tellsServersApart() {
        const QUrl hub("https://huggingface.co");
        QVERIFY(isSameServer(hub, QUrl("https://huggingface.co:443/a")));
        QVERIFY(!isSameServer(hub, QUrl("https://huggingface.co:444/a")));
        QVERIFY(!isSameServer(hub, QUrl("http://huggingface.co/a")));
        QVERIFY(!isSameServer(hub, QUrl("https://huggingface.co.example/a")));
    }

    void makesAddresses() {
        CatalogueEntry entry;
        entry.repository = "a/b";
        entry.revision = "v1";
        CatalogueFile file;
        file.path = "sub/c d.json";
        HubSettings settings;
        settings.endpoint = QUrl("https://mirror.example/hub");
        QCOMPARE(fileUrl(settings, entry, file).toEncoded(),
                 QByteArray("https://mirror.example/hub/a/b/resolve/v1/sub/c%20d.json"));
        QCOMPARE(listingUrl(settings, entry).toEncoded(),
                 QByteArray("https://mirror.example/hub/api/models/a/b/revision/v1?blobs=true"));
        file.url = QUrl("https://example.org/x");
        QCOMPARE(fileUrl(settings, entry, file), file.url);
    }

private:
    static void put(const QString& path, const QByteArray& text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
};

QTEST_GUILESS_MAIN(TestHubSettings)
#include "test_hub_settings.moc"
