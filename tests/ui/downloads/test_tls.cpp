// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/downloads/fetch_bench.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTest>

using namespace parley::test;
using parley::ErrorCode;
using parley::Result;
using parley::ui::FileBrought;

namespace {

/// A certificate for 127.0.0.1 that nobody signed, made for this run; good for so many days from now on.
class Identity {
public:
    explicit Identity(int days) {
        QFile extensions(m_folder.filePath("extensions"));
        if (extensions.open(QIODevice::WriteOnly)) {
            extensions.write("basicConstraints=CA:TRUE\nsubjectAltName=IP:127.0.0.1\n");
            extensions.close();
        }
        run({"req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "key", "-out", "request", "-subj",
             "/CN=127.0.0.1"});
        run({"x509", "-req", "-in", "request", "-signkey", "key", "-days", QString::number(days), "-extfile",
             "extensions", "-out", "certificate"});
        QFile key(m_folder.filePath("key"));
        QFile certificate(m_folder.filePath("certificate"));
        if (key.open(QIODevice::ReadOnly) && certificate.open(QIODevice::ReadOnly)) {
            m_key = QSslKey(key.readAll(), QSsl::Rsa);
            m_certificate = QSslCertificate(certificate.readAll());
        }
    }

    [[nodiscard]] bool isUsable() const { return !m_key.isNull() && !m_certificate.isNull(); }
    [[nodiscard]] QSslConfiguration server() const {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPrivateKey(m_key);
        configuration.setLocalCertificate(m_certificate);
        return configuration;
    }
    /// Of a client that trusts it.
    [[nodiscard]] QSslConfiguration client() const {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates({m_certificate});
        return configuration;
    }

private:
    void run(const QStringList& arguments) const {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start("openssl", arguments);
        openssl.waitForFinished();
    }

    QTemporaryDir m_folder;
    QSslKey m_key;
    QSslCertificate m_certificate;
};

} // namespace

/// Encrypted connections: trusted ones work, others bring nothing.
class TestTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!QSslSocket::supportsSsl() || QStandardPaths::findExecutable("openssl").isEmpty()) {
            QSKIP("there is no TLS library, or no openssl to make a certificate with");
        }
    }

    void bringsAFileOverTls() {
        const Identity identity(2);
        QVERIFY(identity.isUsable());
        FetchBench bench(identity.server());
        bench.rules.ssl = identity.client();
        bench.hub.addGenerated("a/b", "f.bin", 3'000'000, 1);
        const Result<FileBrought> brought = bench.fetch("a/b", "f.bin");
        QVERIFY2(brought.ok(), brought.ok() ? "" : brought.error().message().c_str());
        QCOMPARE(bench.came, 3'000'000);
    }

    void trustsNobodyUnknown() {
        const Identity identity(2);
        FetchBench bench(identity.server());
        expectDistrust(bench);
    }

    /// As where this machine's date is wrong.
    void trustsNoCertificateOfAnotherTime() {
        const Identity identity(-1);
        QVERIFY(identity.isUsable());
        FetchBench bench(identity.server());
        bench.rules.ssl = identity.client();
        expectDistrust(bench);
    }

private:
    static void expectDistrust(FetchBench& bench) {
        bench.settings.token = "hf_secret";
        bench.hub.addGenerated("a/b", "f.bin", 3'000, 1);
        const Result<FileBrought> brought = bench.fetch("a/b", "f.bin");
        QVERIFY(!brought.ok());
        QCOMPARE(brought.error().code, ErrorCode::NetworkFailed);
        const QString message = QString::fromStdString(brought.error().message());
        QVERIFY2(message.contains("can't be trusted") && message.contains("date"), qPrintable(message));
        QVERIFY(bench.attempts.isEmpty());
        QVERIFY(bench.hub.seen().isEmpty()); // neither token nor question
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "test_tls.moc"
