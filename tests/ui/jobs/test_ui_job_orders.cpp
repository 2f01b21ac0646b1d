// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace parley::ui;

/// What becomes of an order on its way to the engine, and what the takes say of it.
class TestUiJobOrders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEachTakeItsSeed_data();
    void givesEachTakeItsSeed();
    void drawsASeedBeforeATakeBegins();
    void handsOverTheSettings();
    void closesTheLastTurn();
};

void TestUiJobOrders::givesEachTakeItsSeed_data() {
    QTest::addColumn<qint64>("seed");
    QTest::addColumn<QList<qint64>>("seeds");

    QTest::newRow("counts up") << qint64{7} << QList<qint64>{7, 8, 9};
    QTest::newRow("stays within 32 bits") << kMostSeed - 1 << QList<qint64>{kMostSeed - 1, kMostSeed, 0};
}

void TestUiJobOrders::givesEachTakeItsSeed() {
    QFETCH(qint64, seed);
    QFETCH(QList<qint64>, seeds);
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy used(&queue, &JobQueue::seedUsed);
    queue.add(orderOf(QStringLiteral("[S1] One."), static_cast<int>(seeds.size()), seed));
    QTRY_COMPARE(used.size(), seeds.size());
    for (int i = 0; i < seeds.size(); ++i) {
        QCOMPARE(service.requests().at(i).options.seed, seeds.at(i));
        QCOMPARE(used.at(i).at(0).toLongLong(), seeds.at(i));
        const RecordingSink::Kept& take = sink.takes.at(static_cast<std::size_t>(i));
        QCOMPARE(take.asMade.settings.seed, seeds.at(i));
        QCOMPARE(take.asMade.settings.takes, 1);
    }
}

void TestUiJobOrders::drawsASeedBeforeATakeBegins() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    queue.add(orderOf(QStringLiteral("[S1] One."), 2));
    queue.add(orderOf(QStringLiteral("[S1] Two.")));
    QTRY_COMPARE(ended.size(), 3);
    QList<qint64> seeds;
    for (int i = 0; i < 3; ++i) {
        const RecordingSink::Kept& take = sink.takes.at(static_cast<std::size_t>(i));
        seeds.append(take.asBegun.settings.seed);
        QVERIFY(seeds.at(i) >= 0 && seeds.at(i) <= kMostSeed);
        QCOMPARE(service.requests().at(i).options.seed, seeds.at(i));
        QCOMPARE(take.asMade.settings.seed, seeds.at(i));
    }
    QCOMPARE(seeds.at(1), (seeds.at(0) + 1) % (kMostSeed + 1));
    QVERIFY(seeds.at(2) != seeds.at(0));
    QCOMPARE(sink.takes.at(0).asMade.device, QStringLiteral("cpu"));
    QCOMPARE(sink.takes.at(0).asMade.dtype, QStringLiteral("bfloat16"));
}

void TestUiJobOrders::handsOverTheSettings() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    JobOrder order = orderOf(QStringLiteral("[S1] One."));
    order.recipe.settings.temperature = 1.3;
    order.recipe.settings.topK = 30;
    order.recipe.settings.maxTokens = 860;
    order.voice = parley::VoicePrompt{{{0.25F, 0.5F}}, "[S1] Hello.", "anna"};
    queue.add(order);
    const parley::Request& request = service.requests().at(0);
    QCOMPARE(request.options.temperature, 1.3);
    QCOMPARE(request.options.topK, 30);
    QCOMPARE(request.options.maxTokens.value_or(0), 860);
    QCOMPARE(request.voice->sound.samples.size(), std::size_t{2});
    QCOMPARE(request.voice->transcript, std::string("[S1] Hello."));
}

void TestUiJobOrders::closesTheLastTurn() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    JobOrder order = orderOf(QStringLiteral("[S1] Grüße. [S2] Bye."));
    queue.add(order);
    order.recipe.settings.closingTag = false;
    queue.add(order);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(service.requests().at(0).script, std::string("[S1] Grüße. [S2] Bye. [S1]"));
    QCOMPARE(service.requests().at(1).script, std::string("[S1] Grüße. [S2] Bye."));
    QCOMPARE(sink.takes.at(0).asMade.script, QStringLiteral("[S1] Grüße. [S2] Bye."));
}

QTEST_GUILESS_MAIN(TestUiJobOrders)
#include "test_ui_job_orders.moc"
