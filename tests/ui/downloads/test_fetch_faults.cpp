// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/downloads/fetch_bench.h"

#include <QFileInfo>
#include <QTest>

using namespace parley::test;
using parley::ErrorCode;
using parley::Result;
using parley::ui::FileBrought;

namespace {

constexpr qint64 kSize = 300'001;

/// What a server does, as a function of the request's number.
using Deed = std::function<void(int number, const SeenRequest& seen, HttpAnswer& answer)>;

Deed always(int status) {
    return [status](int, const SeenRequest&, HttpAnswer& answer) {
        answer = {};
        answer.status = status;
        answer.setBody("sorry");
    };
}

Deed ofCdn(const std::function<void(HttpAnswer&)>& change) {
    return [change](int, const SeenRequest& seen, HttpAnswer& answer) {
        if (seen.isCdn) {
            change(answer);
        }
    };
}

Deed redirectTo(const QByteArray& location) {
    return [location](int, const SeenRequest&, HttpAnswer& answer) {
        answer = {};
        answer.status = 302;
        answer.set("Location", location);
    };
}

void webPage(HttpAnswer& answer) {
    answer = {};
    answer.set("Content-Type", "text/html; charset=utf-8");
    answer.setBody("<html>Log in first</html>");
}

void otherByte(HttpAnswer& answer) {
    answer.bytes = [bytes = answer.bytes](qint64 from, qint64 count) {
        QByteArray changed = bytes(from, count);
        changed[changed.size() / 2] = static_cast<char>(changed.at(changed.size() / 2) ^ 1);
        return changed;
    };
}

} // namespace

Q_DECLARE_METATYPE(Deed)

/// Every way in which a server or a network may fail: each ends in words, and the next try finds what it needs.
class TestFetchFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatFailed_data() {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("tries");
        const auto row = [](const char* name, const Deed& deed, const char* words, bool tries,
                            ErrorCode code = ErrorCode::NetworkFailed) {
            QTest::newRow(name) << deed << code << words << tries;
        };
        row("401", always(401), "HF_TOKEN", false);
        row("403", always(403), "licence", false);
        row("404", always(404), "has no /a/b/resolve/main/f.bin", false);
        row("400", always(400), "answered 400", false);
        row("408", always(408), "can't serve now (408)", true);
        row("429", always(429), "too many requests", true);
        row("500", always(500), "can't serve now (500)", true);
        row("503", always(503), "can't serve now (503)", true);
        row("a login page", [](int, const SeenRequest&, HttpAnswer& answer) { webPage(answer); }, "web page", false);
        row("a login page of the CDN", ofCdn(&webPage), "web page", false);
        row("a CDN that is closed", ofCdn([](HttpAnswer& answer) { answer.status = 403; }), "expired", true);
        row("no such range", ofCdn([](HttpAnswer& answer) { answer.status = 416; }), "another file", true);
        row("a loop", redirectTo("/a/b/resolve/main/f.bin"), "in circles", false);
        row("to plain http", redirectTo("http://cdn.example/f.bin"), "not encrypted", false);
        row("to nowhere", redirectTo(""), "nowhere", false);
        row("to a file", redirectTo("file:///etc/passwd"), "is no address", false);
        row("another size", ofCdn([](HttpAnswer& answer) { answer.announced = kSize + 1; }), "in place of", true,
            ErrorCode::CheckpointCorrupt);
        row("too few bytes", ofCdn([](HttpAnswer& answer) { answer.count = answer.announced = kSize - 9; }),
            "in place of", true, ErrorCode::CheckpointCorrupt);
        row("other bytes", ofCdn(&otherByte), "not what the server says", true, ErrorCode::CheckpointCorrupt);
        row("silence", ofCdn([](HttpAnswer& answer) { answer.isSilent = true; }), "stalled", true);
        row("nothing but cuts", ofCdn([](HttpAnswer& answer) { answer.cutAfter = 0; }), "broke", true);
    }
    void saysWhatFailed() {
        QFETCH(Deed, deed);
        QFETCH(QString, words);
        QFETCH(bool, tries);
        FetchBench bench;
        bench.rules.stallAfter = std::chrono::milliseconds(100);
        bench.rules.mostTries = 3;
        fill(bench, deed);
        const Result<FileBrought> brought = bench.fetch("a/b", "f.bin");
        QVERIFY(!brought.ok());
        QTEST(brought.error().code, "code");
        const QString message = QString::fromStdString(brought.error().message());
        QVERIFY2(message.contains(words), qPrintable(message));
        QCOMPARE(!bench.attempts.isEmpty(), tries);
        QVERIFY(!QFileInfo::exists(bench.target("f.bin")));
        // The server has come to its senses: what is there can be gone on with.
        bench.hub.setMischief({});
        QVERIFY(bench.fetch("a/b", "f.bin").ok());
        QVERIFY(bench.content("f.bin") == bench.hub.file("a/b", "f.bin").bytes(0, kSize));
    }

    void overcomesWhatPasses_data() {
        QTest::addColumn<Deed>("deed");
        const auto once = [](const Deed& deed) {
            return [deed](int number, const SeenRequest& seen, HttpAnswer& answer) {
                if (number < 3) {
                    deed(number, seen, answer);
                }
            };
        };
        QTest::newRow("503 at first") << Deed(once(always(503)));
        QTest::newRow("429 at first") << Deed(once(always(429)));
        QTest::newRow("other bytes once") << Deed(once(ofCdn(&otherByte)));
        QTest::newRow("a link that is dead") << Deed(once(ofCdn([](HttpAnswer& answer) { answer.status = 404; })));
        QTest::newRow("cut at every 64 KiB") << ofCdn([](HttpAnswer& answer) { answer.cutAfter = 65536; });
        QTest::newRow("stalled at every 64 KiB") << ofCdn([](HttpAnswer& answer) { answer.stallAfter = 65536; });
        QTest::newRow("no HEAD") << Deed([](int, const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.request.verb == "HEAD") {
                answer.status = 405;
            }
        });
    }
    void overcomesWhatPasses() {
        QFETCH(Deed, deed);
        FetchBench bench;
        bench.rules.stallAfter = std::chrono::milliseconds(200);
        fill(bench, deed);
        const Result<FileBrought> brought = bench.fetch("a/b", "f.bin");
        QVERIFY2(brought.ok(), brought.ok() ? "" : brought.error().message().c_str());
        QVERIFY(bench.content("f.bin") == bench.hub.file("a/b", "f.bin").bytes(0, kSize));
    }

    void waitsLongerEachTime() {
        FetchBench bench;
        fill(bench, always(500));
        QVERIFY(!bench.fetch("a/b", "f.bin").ok());
        QCOMPARE(bench.attempts, (QList<int>{1, 2, 3, 4, 5, 6}));
        const parley::ui::FetchRules rules;
        QCOMPARE(rules.waitBefore(1), std::chrono::milliseconds(1000));
        QVERIFY(rules.waitBefore(4) > rules.waitBefore(3));
        QCOMPARE(rules.waitBefore(30), rules.waitBefore(20)); // and no end of it
    }

    void saysThatNobodyAnswers() {
        FetchBench bench;
        bench.rules.mostTries = 2;
        const QUrl closed = FakeHub().endpoint(); // closed again
        bench.settings.endpoint = closed;
        const Result<FileBrought> brought = bench.fetch("a/b", "f.bin");
        QVERIFY(!brought.ok());
        QVERIFY2(brought.error().message().find("refuses the connection") != std::string::npos,
                 brought.error().message().c_str());
    }

    void saysThatAHostIsNotThere() {
        FetchBench bench;
        bench.rules.mostTries = 2;
        bench.settings.endpoint = QUrl("https://hub.invalid");
        const Result<FileBrought> brought = bench.fetch("a/b", "f.bin");
        QVERIFY(!brought.ok());
        QVERIFY2(brought.error().message().find("hub.invalid") != std::string::npos, brought.error().message().c_str());
        QCOMPARE(brought.error().code, ErrorCode::NetworkFailed);
    }

    void saysThatNothingCanBeWritten() {
        FetchBench bench;
        fill(bench, {});
        QFile file(bench.target("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        bench.hub.add("a/b", "file/f.bin", "bytes");
        const Result<FileBrought> brought = bench.fetch("a/b", "file/f.bin");
        QVERIFY(!brought.ok());
        QCOMPARE(brought.error().code, ErrorCode::FileUnwritable);
    }

private:
    static void fill(FetchBench& bench, const Deed& deed) {
        bench.hub.addGenerated("a/b", "f.bin", kSize, 3);
        bench.hub.setMischief([deed, number = 0](const SeenRequest& seen, HttpAnswer& answer) mutable {
            if (deed) {
                deed(number++, seen, answer);
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestFetchFaults)
#include "test_fetch_faults.moc"
