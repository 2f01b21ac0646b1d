// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <csignal>

using namespace parley::test;

namespace {

constexpr int kSoonMs = 10'000;

/// Waits until the program's compute threads are there: beside the first thread and the one that hears signals, there
/// is one more. Where the system doesn't show it, a signal comes when it comes.
void awaitComputing(const QProcess& process) {
    static const QRegularExpression kThreads("Threads:\\s*([0-9]+)");
    const QString path = QStringLiteral("/proc/%1/status").arg(process.processId());
    const auto computes = [&] {
        QFile status(path);
        return !status.open(QIODevice::ReadOnly) || kThreads.match(status.readAll()).captured(1).toInt() >= 3;
    };
    (void)QTest::qWaitFor([&] { return process.state() != QProcess::Running || computes(); }, kPatienceMs);
}

/// Some seconds of work for `encode` and `decode`, half a second for `trace`.
void putInput(const Folder& folder, const QString& command) {
    if (command == "encode") {
        putSound(folder, "in.wav", std::size_t{60} * 44'100, 0.2F);
    } else if (command == "decode") {
        writeMatrix(folder.path("in.st"), "codes", std::vector<std::int64_t>(std::size_t{5'000} * 9, 5), 9);
    } else {
        writeMatrix(folder.path("in.st"), "tokens", std::vector<std::int64_t>(std::size_t{3'000} * 9, 5), 9);
    }
}

/// What becomes of the program when it gets the signal while it computes.
CliRun signalled(const Folder& folder, const QStringList& arguments, int signal) {
    const auto process = startCli(folder, arguments);
    if (!process) {
        return {};
    }
    awaitComputing(*process);
    if (process->state() == QProcess::Running) {
        kill(static_cast<pid_t>(process->processId()), signal);
        (void)process->waitForFinished(kSoonMs);
    }
    return process->state() == QProcess::NotRunning ? outcomeOf(*process) : CliRun();
}

} // namespace

/// Ctrl-C in the commands that don't speak: nothing is worth keeping, so nothing is left.
class TestCancelTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopsAndLeavesNothing_data();
    void stopsAndLeavesNothing();
};

void TestCancelTools::stopsAndLeavesNothing_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("signal");
    const QString codec = dataPath("prompt/dac-transformers");
    const QStringList trace = {"trace", "--demo", "--text", "[S1] Hello there.", "--tokens", "in.st"};
    QTest::newRow("encode") << QStringList{"encode", "in.wav", "--codec", codec} << SIGINT;
    QTest::newRow("decode") << QStringList{"decode", "in.st", "--codec", codec} << SIGINT;
    QTest::newRow("decode, terminate") << QStringList{"decode", "in.st", "--codec", codec} << SIGTERM;
    QTest::newRow("trace") << trace << SIGINT;
}

void TestCancelTools::stopsAndLeavesNothing() {
    QFETCH(QStringList, arguments);
    QFETCH(int, signal);
    const Folder folder;
    putInput(folder, arguments.first());
    const QStringList before = folder.names();
    const QString out = arguments.first() == "decode" ? QStringLiteral("o.wav") : QStringLiteral("o.st");
    arguments += {"--out", out, "--threads", "2"};
    CliRun run = signalled(folder, arguments, signal);
    // A fast program on a slow day is done before the signal comes.
    for (int again = 0; again < 4 && run.status == 0; ++again) {
        QFile::remove(QString::fromStdString(folder.path(out.toLatin1().constData()).string()));
        run = signalled(folder, arguments, signal);
    }
    QVERIFY2(run.status == 130, run.told());
    QVERIFY2(run.err.contains("cancelled"), run.told());
    QCOMPARE(folder.names(), before);
}

QTEST_GUILESS_MAIN(TestCancelTools)
#include "test_cancel_tools.moc"
