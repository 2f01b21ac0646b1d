// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "engine/files/device.h"
#include "output_files.h"

#include <QDir>
#include <QTest>

using namespace parley::test;

namespace {

/// A folder for temporary files inside `folder`.
QString rescueFolder(const Folder& folder) {
    const std::filesystem::path path = folder.path("rescue");
    std::filesystem::create_directory(path);
    return QString::fromStdString(path.string());
}

/// Makes `name` lead to a device that is always full; false where there is none.
bool linkToFullDevice(const Folder& folder, const char* name) {
    const auto device = fullDevice(folder.path(""));
    if (device) {
        std::filesystem::create_symlink(*device, folder.path(name));
    }
    return device.has_value();
}

} // namespace

/// Disks that fill up: nothing that was spoken may be lost.
class TestSayFullDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rescuesTheSound();
    void keepsEarlierRescues();
    void rescuesIntoHome();
    void keepsTheSoundWithoutItsCodes();
    void tellsWhenNothingCanBeSaved();
    void reportsFullDisksOfOtherCommands();
};

void TestSayFullDisk::rescuesTheSound() {
    const Folder folder;
    const QString rescue = rescueFolder(folder);
    if (!linkToFullDevice(folder, "o.wav")) {
        QSKIP("there is no device that is always full");
    }
    const CliRun whole = runCli(folder, sayDemo("whole.wav", {"--json"}));
    QVERIFY2(whole.status == 0, whole.told());
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json"}), {}, {{"TMPDIR", rescue}});
    QVERIFY2(run.status == 1, run.told());
    QVERIFY2(run.err.contains("o.wav: can't be written"), run.told());
    const QStringList rescued = QDir(rescue).entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(rescued.size() == 1 && rescued.first().endsWith(".wav"), qPrintable(rescued.join(' ')));
    const QString path = rescue + "/" + rescued.first();
    QVERIFY2(run.err.contains(path.toUtf8()), run.told());
    QVERIFY2(!run.out.contains("o.wav: "), "stdout tells of a file that is not there");
    QVERIFY(samplesOf(path.toStdString()) == samplesOf(folder.path("whole.wav")));
}

void TestSayFullDisk::keepsEarlierRescues() {
    const Folder folder;
    const QString rescue = rescueFolder(folder);
    if (!linkToFullDevice(folder, "o.wav")) {
        QSKIP("there is no device that is always full");
    }
    for (int i = 1; i <= 2; ++i) {
        const CliRun run = runCli(folder, sayDemo("o.wav"), {}, {{"TMPDIR", rescue}});
        QVERIFY2(run.status == 1, run.told());
        QCOMPARE(QDir(rescue).entryList(QDir::Files).size(), i);
    }
}

void TestSayFullDisk::rescuesIntoHome() {
    const Folder folder;
    const QString home = rescueFolder(folder);
    if (!linkToFullDevice(folder, "o.wav")) {
        QSKIP("there is no device that is always full");
    }
    const CliRun run = runCli(folder, sayDemo("o.wav"), {}, {{"TMPDIR", "/dev/null"}, {"HOME", home}});
    QVERIFY2(run.status == 1, run.told());
    QCOMPARE(QDir(home).entryList(QDir::Files).size(), 1);
    QVERIFY2(run.err.contains(home.toUtf8()), run.told());
}

void TestSayFullDisk::keepsTheSoundWithoutItsCodes() {
    const Folder folder;
    if (!linkToFullDevice(folder, "o.st")) {
        QSKIP("there is no device that is always full");
    }
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--codes", "o.st"}));
    QVERIFY2(run.status == 1, run.told());
    QVERIFY2(run.complaints().size() == 1 && run.err.contains("o.st"), run.told());
    QVERIFY(!samplesOf(folder.path("o.wav")).empty());
}

void TestSayFullDisk::tellsWhenNothingCanBeSaved() {
    const Folder folder;
    const QString rescue = rescueFolder(folder);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TMPDIR", rescue);
    environment.insert("HOME", rescue);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QString::fromStdString(folder.path("").string()));
    // No file may grow beyond 1 KiB, wherever it lies.
    process.start("bash", QStringList{"-c", "ulimit -f 1; exec \"$@\"", "bash", cliPath()} + sayDemo("o.wav"));
    const CliRun run = outcomeOf(process);
    QVERIFY2(run.status == 1, run.told());
    QVERIFY2(run.err.contains("o.wav: can't be written"), run.told());
    QVERIFY2(run.err.contains("could not be saved anywhere"), run.told());
    QCOMPARE(folder.names(), QStringList{"rescue"});
    QCOMPARE(QDir(rescue).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestSayFullDisk::reportsFullDisksOfOtherCommands() {
    const Folder folder;
    if (!linkToFullDevice(folder, "o.wav")) {
        QSKIP("there is no device that is always full");
    }
    writeMatrix(folder.path("codes.st"), "codes", std::vector<std::int64_t>(90, 1), 9);
    writeMatrix(folder.path("tokens.st"), "tokens", std::vector<std::int64_t>(18, 1), 9);
    const QStringList names = folder.names();
    for (const QStringList& arguments :
         {QStringList{"decode", "codes.st", "--demo", "--out", "o.wav"},
          QStringList{"encode", dataPath("prompt/prompt.wav"), "--demo", "--out", "o.wav"},
          QStringList{"trace", "--demo", "--text", "[S1] Hi.", "--tokens", "tokens.st", "--out", "o.wav"}}) {
        const CliRun run = runCli(folder, arguments);
        const QByteArray fault = faultOfRefusal(run, 1, {"o.wav", "No space left"}, folder, names);
        QVERIFY2(fault.isEmpty(), fault);
    }
}

QTEST_GUILESS_MAIN(TestSayFullDisk)
#include "test_say_full_disk.moc"
