// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::ui;

/// What waits when the program ends is there when it starts again.
class TestUiWaitingJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void offersWhatWaited();
    void keepsTheOfferUntilItIsAnswered();
    void keepsARunningJobWithoutATake();
    void toleratesHostileFiles_data();
    void toleratesHostileFiles();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("state/queue.json")); }
    [[nodiscard]] QStringList restored() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUiWaitingJobs::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QStringList TestUiWaitingJobs::restored() const {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    queue.setStateFile(path());
    QStringList scripts;
    for (const Recipe& recipe : queue.restored()) {
        scripts.append(recipe.script);
    }
    return scripts;
}

void TestUiWaitingJobs::offersWhatWaited() {
    FakeSpeechService service;
    RecordingSink sink;
    {
        JobQueue queue(service, sink);
        queue.setStateFile(path());
        QVERIFY(queue.restored().isEmpty());
        FakeJob hanging;
        hanging.ending = FakeJob::Ending::Hang;
        service.expect(hanging);
        queue.add(orderOf(QStringLiteral("[S1] Running.")));
        QTRY_VERIFY(!sink.takes.empty());
        queue.add(orderOf(QStringLiteral("[S1] Two."), 2, 5));
        queue.cancel(queue.add(orderOf(QStringLiteral("[S1] Cancelled."))).constFirst());
        queue.add(orderOf(QStringLiteral("[S1] Grüße.")));
    }
    FakeSpeechService later;
    JobQueue queue(later, sink);
    queue.setStateFile(path());
    QCOMPARE(queue.restored().size(), 3);
    QCOMPARE(queue.restored().at(1).settings.seed, 6);
    QCOMPARE(queue.restored().at(2).script, QStringLiteral("[S1] Grüße."));
    const QList<Recipe> recipes = queue.takeRestored();
    QVERIFY(queue.restored().isEmpty());
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    for (const Recipe& recipe : recipes) {
        queue.add({recipe, std::nullopt});
    }
    QTRY_COMPARE(ended.size(), 3);
    QTRY_COMPARE(restored(), QStringList()); // once the file is written
}

void TestUiWaitingJobs::keepsTheOfferUntilItIsAnswered() {
    FakeSpeechService idle;
    idle.setModelState({});
    RecordingSink sink;
    {
        JobQueue queue(idle, sink);
        queue.setStateFile(path());
        queue.add(orderOf(QStringLiteral("[S1] First.")));
    }
    {
        JobQueue queue(idle, sink);
        queue.setStateFile(path());
        queue.add(orderOf(QStringLiteral("[S1] Second.")));
    }
    QCOMPARE(restored(), QStringList({"[S1] First.", "[S1] Second."}));
    {
        JobQueue queue(idle, sink);
        queue.setStateFile(path());
        queue.dropRestored();
    }
    QCOMPARE(restored(), QStringList());
}

void TestUiWaitingJobs::keepsARunningJobWithoutATake() {
    FakeSpeechService service;
    RecordingSink sink;
    {
        JobQueue queue(service, sink);
        queue.setStateFile(path());
        queue.add(orderOf(QStringLiteral("[S1] Not begun.")));
        QVERIFY(queue.isBusy());
    }
    QCOMPARE(restored(), QStringList({"[S1] Not begun."}));
}

void TestUiWaitingJobs::toleratesHostileFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keptAside");
    QTest::addColumn<int>("recipes");

    QTest::newRow("empty") << QByteArray() << true << 0;
    QTest::newRow("noise") << QByteArray("\xff\xfe\0\x01[[[", 7) << true << 0;
    QTest::newRow("an array") << QByteArray("[]") << true << 0;
    QTest::newRow("not ours") << QByteArray("{\"waiting\": []}") << true << 0;
    QTest::newRow("deep") << QByteArray(100000, '[') << true << 0;
    QTest::newRow("wrong types") << QByteArray(R"({"parley-queue": 1, "waiting": 7})") << false << 0;
    QTest::newRow("rows of all kinds")
        << QByteArray(R"({"parley-queue": 1, "waiting": [null, 3, "x", [], {}, {"parley": 99, "script": "no"},
            {"parley": 1, "script": "  "}, {"parley": 1, "script": 5},
            {"parley": 1, "script": "[S1] Yes.", "settings": {"takes": 1e99, "seed": -1e300, "topP": "high"}}]})")
        << false << 1;
}

void TestUiWaitingJobs::toleratesHostileFiles() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, keptAside);
    QFETCH(int, recipes);
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("state"))));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    queue.setStateFile(path());
    QCOMPARE(queue.restored().size(), recipes);
    QCOMPARE(!queue.notice().isEmpty(), keptAside);
    const QStringList files = QDir(m_folder->filePath(QStringLiteral("state"))).entryList(QDir::Files);
    QCOMPARE(files.size(), 1); // under its own name, or another
    QCOMPARE(files.constFirst() != QLatin1String("queue.json"), keptAside);
}

QTEST_GUILESS_MAIN(TestUiWaitingJobs)
#include "test_ui_waiting_jobs.moc"
