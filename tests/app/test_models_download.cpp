// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <csignal>
#include <utility>

using namespace parley::test;

namespace {

const QStringList kSay{"say", "[S1] Hello.", "--max-tokens", "40", "--seed", "1", "--out", "o.wav"};
constexpr qint64 kStall = 300'000;

/// The CDN sends a part of each file and falls silent.
void stallHalfway(FakeHub& hub) {
    hub.setMischief([](const SeenRequest& seen, HttpAnswer& answer) {
        if (seen.isCdn) {
            answer.stallAfter = kStall;
        }
    });
}

QString partOf(const ModelsHome& home) {
    return home.at("models/someone--dia/.parley-part/model.safetensors.part");
}

} // namespace

/// `parley-cli models download` and what follows from it.
class TestModelsDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_home = std::make_unique<ModelsHome>();
        m_home->publish("someone/dia", "plain/dia-0626");
        m_home->publishCodec();
    }

    void saysHowToGetAModel() {
        const CliRun run = m_home->run(kSay);
        QVERIFY2(run.status == 1, run.told());
        QVERIFY2(run.err.contains("parley-cli models download dia-1.6b-0626"), run.told());
        QCOMPARE(run.complaints().size(), 1);
        QVERIFY(m_home->hub.seen().isEmpty());
    }

    void bringsAModelAndItsCodec() {
        const CliRun run = m_home->models({"download", "someone/dia"});
        QVERIFY2(run.status == 0, run.told());
        QCOMPARE(run.out, (m_home->at("models/someone--dia") + "\n" + m_home->at("models/dac-44khz") + "\n").toUtf8());
        // The catalogue knows other bytes of the codec than this hub has.
        QVERIFY2(run.err.contains("warning: model.safetensors is not the file"), run.told());
        const CliRun spoken = m_home->run(kSay);
        QVERIFY2(spoken.status == 0, spoken.told());
        for (const SeenRequest& seen : m_home->hub.seen()) {
            QCOMPARE(seen.hasToken(), !seen.isCdn);
        }
        const CliRun verified = m_home->models({"verify"});
        QVERIFY2(verified.status == 0 && verified.out.count(" 0 without a known hash, 0 wrong\n") == 2,
                 verified.told());
        QCOMPARE(m_home->models({"path", "someone/dia"}).out, (m_home->at("models/someone--dia") + "\n").toUtf8());
    }

    void goesElsewhereIfTold() {
        const CliRun run = m_home->models({"download", "someone/dia", "--to", "mine", "--no-codec"});
        QVERIFY2(run.status == 0, run.told());
        QVERIFY(QFileInfo::exists(m_home->at("mine/model.safetensors")));
        QVERIFY(!QFileInfo::exists(m_home->at("models/dac-44khz")));
    }

    void usesWhatIsThereAlready() {
        m_home->cache("someone/dia", "plain/dia-0626");
        m_home->cache("descript/dac_44khz", "plain/dac-transformers");
        const CliRun run = m_home->models({"download", "someone/dia"});
        QVERIFY2(run.status == 0 && run.err.contains("is here already"), run.told());
        QVERIFY(m_home->hub.seen().isEmpty());
        QVERIFY2(m_home->models({"download", "someone/dia", "--again"}).status == 0, "--again");
        QVERIFY(QFileInfo::exists(m_home->at("models/someone--dia/model.safetensors")));
    }

    void goesOnAfterKill() {
        stallHalfway(m_home->hub);
        const auto process = m_home->start({"download", "someone/dia"});
        QVERIFY(process);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(partOf(*m_home)).size() == kStall, kPatienceMs);
        process->kill();
        QVERIFY(process->waitForFinished(kPatienceMs));
        QVERIFY2(m_home->models({"list"}).out.contains("unfinished, "), "the list should tell");
        expectRest();
    }

    void pausesOnInterrupt() {
        stallHalfway(m_home->hub);
        const auto process = m_home->start({"download", "someone/dia"});
        QVERIFY(process);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(partOf(*m_home)).size() == kStall, kPatienceMs);
        QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
        const CliRun run = outcomeOf(*process);
        QVERIFY2(run.status == 130 && run.err.contains("paused"), run.told());
        expectRest();
    }

    void tellsOfTriesWithoutATerminal() {
        m_home->hub.setMischief([isCut = false](const SeenRequest& seen, HttpAnswer& answer) mutable {
            if (seen.isCdn && seen.request.verb == "GET" && !std::exchange(isCut, true)) {
                answer.cutAfter = kStall;
            }
        });
        const CliRun run = m_home->models({"download", "someone/dia", "--no-codec"});
        QVERIFY2(run.status == 0, run.told());
        QVERIFY2(run.err.contains("parley-cli: 127.0.0.1: the connection broke; trying again in 1 s\n"), run.told());
        QVERIFY2(!run.err.contains('\r'), run.told());
    }

    void keepsTwoProgramsApart() {
        stallHalfway(m_home->hub);
        const auto process = m_home->start({"download", "someone/dia"});
        QVERIFY(process);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(partOf(*m_home)).size() == kStall, kPatienceMs);
        const CliRun second = m_home->models({"download", "someone/dia"});
        QVERIFY2(second.status == 1 && second.err.contains("another Parley"), second.told());
        const CliRun removed = m_home->models({"remove", "someone--dia"});
        QVERIFY2(removed.status == 1 && removed.err.contains("another Parley"), removed.told());
        process->kill();
        QVERIFY(process->waitForFinished(kPatienceMs));
        expectRest();
    }

    void noticesDamageBeforeUseAndMendsIt() {
        QVERIFY(m_home->models({"download", "someone/dia"}).status == 0);
        QFile weights(m_home->at("models/someone--dia/model.safetensors"));
        QVERIFY(weights.resize(weights.size() - 1));
        const CliRun spoken =
            m_home->run(kSay + QStringList{"--model", "models/someone--dia", "--codec", "models/dac-44khz"});
        QVERIFY2(spoken.status == 1, spoken.told());
        QVERIFY2(spoken.err.contains("model.safetensors") && spoken.err.contains("download again"), spoken.told());
        const CliRun again = m_home->models({"download", "someone/dia"});
        QVERIFY2(again.status == 0, again.told());
        QVERIFY2(m_home->run(kSay).status == 0, "it should be mended");
    }

    void removesOnlyItsOwn() {
        QVERIFY(m_home->models({"download", "someone/dia"}).status == 0);
        m_home->folder.put("models/someone--dia/notes.txt", "mine");
        const CliRun removed = m_home->models({"remove", "someone/dia"});
        QVERIFY2(removed.status == 0, removed.told());
        QVERIFY(!QFileInfo::exists(m_home->at("models/someone--dia/model.safetensors")));
        QVERIFY(QFileInfo::exists(m_home->at("models/someone--dia/notes.txt")));
    }

    void refuses_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no command") << QStringList{} << 2 << QByteArray("subcommand");
        QTest::newRow("no source") << QStringList{"download"} << 2 << QByteArray("source");
        QTest::newRow("no such source") << QStringList{"download", "dia"} << 2 << QByteArray("no model that can be");
        QTest::newRow("no such repository") << QStringList{"download", "no/where"} << 1 << QByteArray("has no ");
        QTest::newRow("no such model") << QStringList{"verify", "x"} << 1 << QByteArray("not on this machine");
        QTest::newRow("nothing to remove") << QStringList{"remove", "x/y"} << 1 << QByteArray("not on this machine");
        QTest::newRow("a plain address") << QStringList{"download", "http://example.org/a.pth"} << 2
                                         << QByteArray("not encrypted");
    }
    void refuses() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        const CliRun run = m_home->models(arguments);
        QTEST(run.status, "status");
        QVERIFY2(run.complaints().last().contains(words), run.told());
        QVERIFY2(QDir(m_home->at("models")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 "something was left");
    }

    void namesTheVariableThatIsNoAddress() {
        m_home->more = {{"HF_ENDPOINT", "garbage"}};
        const CliRun run = m_home->models({"download", "someone/dia"});
        QVERIFY2(run.status == 1 && run.err.contains("HF_ENDPOINT: is no address of a server; set it to"), run.told());
    }

    void asksForNothingWhenOffline() {
        m_home->more = {{"HF_HUB_OFFLINE", "1"}};
        const CliRun run = m_home->models({"download", "someone/dia"});
        QVERIFY2(run.status == 1 && run.err.contains("HF_HUB_OFFLINE"), run.told());
        QVERIFY(m_home->hub.seen().isEmpty());
    }

    void needsNoGuiLibraries() {
        QProcess ldd;
        ldd.start("ldd", {cliPath()});
        if (!ldd.waitForFinished() || ldd.exitCode() != 0) {
            QSKIP("there is no ldd here");
        }
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("Qt6Network"));
        for (const char* library : {"Qt6Gui", "Qt6Widgets", "Qt6Multimedia", "Qt6Sql", "libX11"}) {
            QVERIFY2(!libraries.contains(library), library);
        }
    }

private:
    /// The next run asks for the bytes that are missing, and for no others.
    void expectRest() {
        m_home->hub.setMischief({});
        m_home->hub.forget();
        const CliRun run = m_home->models({"download", "someone/dia"});
        QVERIFY2(run.status == 0, run.told());
        const QByteArray blob = "/blobs/" + m_home->hub.file("someone/dia", "model.safetensors").sha256;
        QList<qint64> from;
        for (const SeenRequest& seen : m_home->hub.seen()) {
            if (seen.request.path() == blob) {
                from.append(seen.request.from());
            }
        }
        QCOMPARE(from, QList<qint64>{kStall});
        QVERIFY2(m_home->run(kSay).status == 0, "it should be whole");
    }

    std::unique_ptr<ModelsHome> m_home;
};

QTEST_GUILESS_MAIN(TestModelsDownload)
#include "test_models_download.moc"
