// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/gate.h"

#include <QTest>
#include <random>

using namespace parley::serve;

namespace {

HttpHead headWith(const std::string& name, const std::string& value) {
    return {"GET", "/v1/models", {{"Host", "localhost"}, {name, value}}};
}

} // namespace

class TestGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsThisMachine_data() {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isLocal");
        for (const char* host : {"localhost", "LocalHost", "127.0.0.1", "127.255.0.3", "::1", "0:0:0:0:0:0:0:1"}) {
            QTest::newRow(host) << QString(host) << true;
        }
        for (const char* host : {"", "0.0.0.0", "::", "128.0.0.1", "127.0.0.1.example", "localhost.", "127.1",
                                 "fe80::1", "::ffff:127.0.0.1", "example"}) {
            QTest::addRow("not '%s'", host) << QString(host) << false;
        }
    }

    void knowsThisMachine() {
        QFETCH(QString, host);
        QFETCH(bool, isLocal);
        QCOMPARE(isLoopback(host.toStdString()), isLocal);
    }

    void wantsTheWholeKey() {
        const std::string key = "0123456789abcdef";
        const Gate gate(key);
        QVERIFY(!gate.refusal(headWith("Authorization", "Bearer " + key)));
        QVERIFY(!gate.refusal(headWith("authorization", "Bearer " + key)));
        for (std::size_t i = 0; i < key.size(); ++i) {
            std::string other = key;
            ++other[i];
            QCOMPARE(gate.refusal(headWith("Authorization", "Bearer " + other))->status, 401);
            QCOMPARE(gate.refusal(headWith("Authorization", "Bearer " + key.substr(0, i)))->status, 401);
        }
        QCOMPARE(gate.refusal(headWith("Authorization", key))->status, 401);
        HttpHead twice = headWith("Authorization", "Bearer " + key);
        twice.headers.emplace_back("Authorization", "Bearer " + key);
        QCOMPARE(gate.refusal(twice)->status, 401);
    }

    void randomNamesAreNotThisMachine() {
        std::mt19937 random(1); // NOLINT(bugprone-random-generator-seed): the same at each run
        const Gate gate{std::string()};
        const std::string signs = "[]:.@/ 0127localhost\xFF";
        for (int i = 0; i < 20'000; ++i) {
            std::string text(random() % 12, ' ');
            for (char& c : text) {
                c = signs[random() % signs.size()];
            }
            // With a sign that no name of this machine has.
            QVERIFY2(gate.refusal({"GET", "/health", {{"Host", text + "x"}}}), text.c_str());
            QVERIFY2(gate.refusal(headWith("Origin", "http://" + text + "x")), text.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "test_gate.moc"
