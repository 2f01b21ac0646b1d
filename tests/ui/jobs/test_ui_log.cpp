// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"
#include "jobs/log.h"
#include "jobs/log_pane.h"
#include "jobs/log_writer.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"
#include "widgets/notice_bar.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::ui;

class TestUiLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLastLinesOfItsLevel();
    void keepsLinesShort();
    void tellsOfModelStepsAndFigures();
    void tellsJobsApart();
    void tellsOfTroubleWithKeptWeights();
    void neverHoldsTheScript();
    void isShownCopiedAndCleared();
    void isSaved();
};

void TestUiLog::keepsTheLastLinesOfItsLevel() {
    Log log;
    log.setLevel(logLevelFromKey(QStringLiteral("warning")));
    log.add(LogLevel::Info, QStringLiteral("left out"));
    log.add(LogLevel::Warning, QStringLiteral("first"));
    QCOMPARE(log.lines().size(), std::size_t{1});
    for (int i = 0; i < Log::kMostLines; ++i) {
        log.add(LogLevel::Error, QString::number(i));
    }
    QCOMPARE(log.lines().size(), std::size_t{Log::kMostLines});
    QCOMPARE(log.lines().front().text, QStringLiteral("0"));
    QCOMPARE(logLevelFromKey(QStringLiteral("debug")), LogLevel::Debug);
    QCOMPARE(logLevelFromKey(QStringLiteral("nonsense")), LogLevel::Info);
}

void TestUiLog::keepsLinesShort() {
    Log log;
    log.add(LogLevel::Error, QStringLiteral("two\nlines") + QString(100000, QLatin1Char('x')));
    QVERIFY(log.lines().front().text.size() <= Log::kLongestLine);
    QVERIFY(log.lines().front().text.startsWith(QLatin1String("two lines")));
    QCOMPARE(log.toText().count(QLatin1Char('\n')), 1);
}

void TestUiLog::tellsOfModelStepsAndFigures() {
    FakeSpeechService service;
    Log log;
    const LogWriter writer(service, log);
    FakeJob job;
    job.steps = 200;
    service.expect(job);
    service.useModel({});
    parley::Request request;
    request.options.seed = 77;
    const JobId id = service.submit(request);
    Q_UNUSED(id)
    QTRY_VERIFY(log.toText().contains(QLatin1String("Finished")));
    const QString text = log.toText();
    QVERIFY(text.contains(QLatin1String("The model is loaded on cpu, bfloat16, in ")));
    QVERIFY(text.contains(QLatin1String("Reading voice and script.")));
    QVERIFY(text.contains(QLatin1String("Step 1 of 200")));
    QCOMPARE(text.count(QLatin1String("Step ")), 3); // one a second of sound: 1, 87, 173
    QVERIFY(text.contains(QLatin1String("12.5 tokens/s")));
    QVERIFY(text.contains(QStringLiteral("× real time")));
    QVERIFY(text.contains(QLatin1String("seed 77")));
    QVERIFY(text.contains(QLatin1String("2.3 s of sound"))); // 200 steps of 512 samples
    parley::ui::ModelState unloaded = FakeSpeechService::readyState();
    unloaded.phase = parley::ui::ModelState::Phase::Unloaded;
    service.setModelState(unloaded);
    QVERIFY(log.toText().contains(QLatin1String("The model is out of memory until it is needed again.")));
}

void TestUiLog::tellsJobsApart() {
    FakeSpeechService service;
    Log log;
    const LogWriter writer(service, log);
    FakeJob job;
    job.steps = 100;
    QStringList lines;
    for (int i = 0; i < 2; ++i) {
        service.expect(job);
        const QString name = QStringLiteral("Job %1: ").arg(service.submit({}));
        lines += {name + "Reading", name + "Step 1 of", name + "Step 87 of", name + "Finished"};
    }
    QTRY_COMPARE(service.runningJobs(), 0);
    for (const QString& line : lines) {
        QVERIFY2(log.toText().count(line) == 1, qPrintable(line));
    }
    QCOMPARE(log.toText().count(QLatin1String("Job ")), lines.size());
}

void TestUiLog::tellsOfTroubleWithKeptWeights() {
    FakeSpeechService service;
    Log log;
    const LogWriter writer(service, log);
    Q_EMIT service.cacheTroubled({parley::ErrorCode::CheckpointCorrupt,
                                  std::filesystem::path("/kept/a"),
                                  parley::verbatim("is cut short"),
                                  {},
                                  {}});
    QCOMPARE(log.lines().size(), std::size_t{1});
    QVERIFY(log.lines().front().level == LogLevel::Warning);
    QVERIFY(log.toText().contains(QLatin1String("are made again")));
    QVERIFY(log.toText().contains(QLatin1String("is cut short")));
    Q_EMIT service.weightsNotKept({parley::ErrorCode::DiskFull, std::filesystem::path("/kept/b"), {}, {}, {}});
    QCOMPARE(log.lines().size(), std::size_t{2});
    QVERIFY(log.lines().back().level == LogLevel::Warning);
    QVERIFY(log.toText().contains(QLatin1String("/kept/b")));
}

void TestUiLog::neverHoldsTheScript() {
    const QString secret = QStringLiteral("xylophone");
    FakeSpeechService service;
    RecordingSink sink;
    Log log;
    log.setLevel(LogLevel::Debug);
    const LogWriter writer(service, log);
    JobQueue queue(service, sink);
    FakeJob job;
    job.warnings = QStringList{QStringLiteral("(%1) is not a sound that the model knows").arg(secret)};
    service.expect(job);
    job.ending = FakeJob::Ending::Fail;
    job.error = {parley::ErrorCode::ScriptInvalid, parley::verbatim(secret.toStdString()),
                 parley::verbatim(secret.toStdString()), parley::verbatim(secret.toStdString()), secret.toStdString()};
    service.expect(job);
    queue.add(orderOf(QStringLiteral("[S1] My %1 (%1).").arg(secret), 2));
    QTRY_VERIFY(!queue.isBusy());
    QVERIFY(log.lines().size() > 8); // with debug, every step
    QVERIFY(log.toText().contains(QLatin1String("has a remark")));
    QVERIFY(log.toText().contains(QLatin1String("can't be spoken")));
    QVERIFY(!log.toText().contains(secret));
}

void TestUiLog::isShownCopiedAndCleared() {
    Log log;
    log.add(LogLevel::Info, QStringLiteral("before"));
    LogPane pane(log);
    pane.show();
    auto* const text = pane.findChild<QPlainTextEdit*>(QStringLiteral("logText"));
    log.add(LogLevel::Error, QStringLiteral("<b>behind</b>"));
    QVERIFY(text->toPlainText().contains(QLatin1String("before")));
    QVERIFY(text->toPlainText().endsWith(QLatin1String("<b>behind</b>")));
    QTest::mouseClick(pane.findChild<QAbstractButton*>(QStringLiteral("logCopy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), log.toText());
    QTest::keyClick(pane.findChild<QAbstractButton*>(QStringLiteral("logClear")), Qt::Key_Space);
    QVERIFY(log.lines().empty());
    QVERIFY(text->toPlainText().isEmpty());
}

void TestUiLog::isSaved() {
    const QTemporaryDir folder;
    Log log;
    log.add(LogLevel::Info, QStringLiteral("Grüße"));
    LogPane pane(log);
    pane.show();
    auto* const notice = pane.findChild<NoticeBar*>(QStringLiteral("logNotice"));
    pane.saveTo(folder.filePath(QStringLiteral("log.txt")));
    QTRY_VERIFY(notice->isVisible());
    QFile file(folder.filePath(QStringLiteral("log.txt")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), log.toText());
    notice->clear();
    pane.saveTo(folder.filePath(QStringLiteral("no/such/folder/log.txt")));
    QTRY_VERIFY(notice->text().contains(QLatin1String("can't be saved")));
}

QTEST_MAIN(TestUiLog)
#include "test_ui_log.moc"
