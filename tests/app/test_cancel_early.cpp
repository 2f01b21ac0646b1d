// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>
#include <csignal>

using namespace parley::test;

namespace {

constexpr int kSoonMs = 10'000;

/// The program, waiting for a script from a pipe that nobody has written to.
class WaitingProgram {
public:
    explicit WaitingProgram(const Folder& folder) {
        const std::filesystem::path path = folder.path("script");
        QStringList arguments = sayDemo("o.wav", {"--script", "script", "--max-tokens", "3072", "--json"});
        arguments.removeAt(1);
        if (mkfifo(path.c_str(), S_IRUSR | S_IWUSR) != 0) {
            return;
        }
        m_process = startCli(folder, arguments);
        // A pipe can be opened for writing as soon as the program has opened it for reading.
        (void)QTest::qWaitFor([&] { return (m_pipe = open(path.c_str(), O_WRONLY | O_NONBLOCK)) >= 0; }, kSoonMs);
    }
    ~WaitingProgram() { endScript(); }
    WaitingProgram(const WaitingProgram&) = delete;
    WaitingProgram& operator=(const WaitingProgram&) = delete;
    WaitingProgram(WaitingProgram&&) = delete;
    WaitingProgram& operator=(WaitingProgram&&) = delete;

    [[nodiscard]] bool waits() const { return m_process && m_pipe >= 0; }
    [[nodiscard]] QProcess& process() { return *m_process; }
    void send(int signal) { kill(static_cast<pid_t>(m_process->processId()), signal); }
    [[nodiscard]] bool writeScript(const QByteArray& text) {
        return write(m_pipe, text.constData(), static_cast<std::size_t>(text.size())) == text.size();
    }
    void endScript() {
        if (m_pipe >= 0) {
            close(m_pipe);
        }
        m_pipe = -1;
    }

private:
    std::unique_ptr<QProcess> m_process;
    int m_pipe = -1;
};

} // namespace

/// Ctrl-C and a request to terminate, before there is anything to keep.
class TestCancelEarly : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopsWhileItReadsAScript_data();
    void stopsWhileItReadsAScript();
    void stopsBeforeLoading_data();
    void stopsBeforeLoading();
    void endsAtOnceWhenAskedTwice();
};

void TestCancelEarly::stopsWhileItReadsAScript_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void TestCancelEarly::stopsWhileItReadsAScript() {
    QFETCH(int, signal);
    const Folder folder;
    WaitingProgram program(folder);
    QVERIFY(program.waits());
    program.send(signal);
    const bool ended = program.process().waitForFinished(kSoonMs);
    program.endScript();
    QVERIFY2(ended, "the program goes on waiting for its script");
    const CliRun run = outcomeOf(program.process());
    QVERIFY2(run.status == 130, run.told());
    QCOMPARE(folder.names(), QStringList{"script"});
}

void TestCancelEarly::stopsBeforeLoading_data() {
    stopsWhileItReadsAScript_data();
}

void TestCancelEarly::stopsBeforeLoading() {
    QFETCH(int, signal);
    const Folder folder;
    WaitingProgram program(folder);
    QVERIFY(program.waits());
    program.send(signal);
    QVERIFY(program.writeScript("[S1] Hello there."));
    program.endScript();
    QVERIFY(program.process().waitForFinished(kSoonMs));
    const CliRun run = outcomeOf(program.process());
    QVERIFY2(run.status == 130, run.told());
    QVERIFY2(!run.json().value("complete").toBool(), run.told());
}

void TestCancelEarly::endsAtOnceWhenAskedTwice() {
    const Folder folder;
    WaitingProgram program(folder);
    QVERIFY(program.waits());
    program.send(SIGINT);
    program.send(SIGTERM);
    QVERIFY(program.process().waitForFinished(kSoonMs));
    QCOMPARE(outcomeOf(program.process()).status, 130);
}

QTEST_GUILESS_MAIN(TestCancelEarly)
#include "test_cancel_early.moc"
