// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"
#include "terminal.h"

#include <QRegularExpression>
#include <QTest>
#include <csignal>

using namespace parley::test;

namespace {

constexpr int kSoonMs = 10'000;

const QString kText = QStringLiteral("[S1] Hello there.");

/// Some seconds of work: the demo goes on to the last token with this seed.
const QStringList kLong = {"--max-tokens", "3072", "--temperature", "0", "--json"};

void send(const QProcess& process, int signal) {
    kill(static_cast<pid_t>(process.processId()), signal);
}

/// The step that a program's progress line shows last; 0 before the first.
int lastStep(Terminal& terminal) {
    static const QRegularExpression kStep("step ([0-9]+) of");
    int step = 0;
    for (auto matches = kStep.globalMatch(QString::fromUtf8(terminal.text())); matches.hasNext();) {
        step = matches.next().captured(1).toInt();
    }
    return step;
}

} // namespace

/// Ctrl-C and a request to terminate, in the middle of speaking.
class TestCancel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasMade_data();
    void keepsWhatWasMade();
    void keepsWhatWasMadeOfEachScript();

private:
    /// Starts the demo with its stderr on a terminal, and waits until it is in the middle of speaking.
    static std::unique_ptr<QProcess> startSpeaking(const Folder& folder, const QStringList& arguments,
                                                   Terminal& terminal);
};

std::unique_ptr<QProcess> TestCancel::startSpeaking(const Folder& folder, const QStringList& arguments,
                                                    Terminal& terminal) {
    constexpr int kMiddle = 300;
    auto process = startCli(folder, arguments, {}, terminal.path());
    const bool speaks = process && QTest::qWaitFor([&] { return lastStep(terminal) >= kMiddle; }, kPatienceMs);
    return speaks && process->state() == QProcess::Running ? std::move(process) : nullptr;
}

void TestCancel::keepsWhatWasMade_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void TestCancel::keepsWhatWasMade() {
    QFETCH(int, signal);
    const Folder folder;
    Terminal terminal;
    const auto process = startSpeaking(folder, sayDemo("o.wav", kLong, kText), terminal);
    QVERIFY2(process, terminal.text());
    send(*process, signal);
    QVERIFY(process->waitForFinished(kSoonMs));
    const CliRun run = outcomeOf(*process);
    QVERIFY2(run.status == 130, run.told());
    QCOMPARE(folder.names(), QStringList{"o.wav"});
    const auto samples = static_cast<qint64>(samplesOf(folder.path("o.wav")).size());
    QVERIFY2(samples > 0 && samples < 3000LL * 512, QByteArray::number(samples));
    QCOMPARE(run.json().value("complete").toBool(true), false);
    QVERIFY2(run.json().value("frames").toInteger() * 512 >= samples, run.told());
    const QByteArray told = terminal.text();
    QVERIFY2(told.contains("parley-cli: cancelled\r\n") && told.contains("is kept"), told);
}

void TestCancel::keepsWhatWasMadeOfEachScript() {
    const Folder folder;
    folder.put("first.txt", kText.toUtf8());
    folder.put("second.txt", kText.toUtf8());
    QStringList arguments = sayDemo(".", kLong + QStringList{"--script", "first.txt", "--script", "second.txt"});
    arguments.removeAt(1);
    Terminal terminal;
    const auto process = startSpeaking(folder, arguments, terminal);
    QVERIFY2(process, terminal.text());
    send(*process, SIGINT);
    QVERIFY(process->waitForFinished(kSoonMs));
    QCOMPARE(outcomeOf(*process).status, 130);
    QCOMPARE(folder.names(), (QStringList{"first.txt", "first.wav", "second.txt", "second.wav"}));
}

QTEST_GUILESS_MAIN(TestCancel)
#include "test_cancel.moc"
