// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/verdict_file.h"
#include "backend/verdicts.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <memory>

using namespace parley;
using namespace parley::backend;

namespace {

SelfTestVerdict verdict(const std::string& device, const std::string& dtype) {
    return {.device = device, .dtype = dtype, .version = "1", .largestError = {0, 0.01}};
}

SelfTestVerdict cutShort(const std::string& device) {
    SelfTestVerdict verdict{.device = device, .dtype = "float16", .version = "1"};
    verdict.wasCutShort = true;
    return verdict;
}

DeviceInfo device(const std::string& id) {
    DeviceInfo info;
    info.id = id;
    return info;
}

/// Runs work as a program of its own. One that fails ends without a word.
template <typename Work>
pid_t asAnotherProgram(const Work& work) {
    const pid_t child = fork();
    if (child == 0) {
        try {
            work();
            _exit(0);
        } catch (...) {
            _exit(1);
        }
    }
    return child;
}

void keep(const std::vector<SelfTestVerdict>& verdicts) {
    changeVerdicts([&](const std::vector<SelfTestVerdict>& known) { return mergedVerdicts(known, verdicts); });
}

} // namespace

/// The file that all programs of a user keep verdicts in.
class TestVerdictFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PARLEY_CACHE_DIR", m_folder->filePath("cache").toUtf8());
    }

    void readsNoFileThatIsNotOurs();
    void losesNoLineOfProgramsThatKeepAtOnce();
    void aTrialThatGoesOnWasNotCutShort();
    void anotherTrialExcusesNone();
    void oneThatCantBeWrittenIsAnError();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestVerdictFile::readsNoFileThatIsNotOurs() {
    QVERIFY(keptVerdicts().empty());
    keep({verdict("cpu", "int8")});
    QCOMPARE(keptVerdicts().size(), std::size_t{1});
    std::ofstream(verdictFile(), std::ios::app) << std::string(std::size_t{2} << 20U, 'x');
    QVERIFY(keptVerdicts().empty());
}

void TestVerdictFile::losesNoLineOfProgramsThatKeepAtOnce() {
    constexpr int kPrograms = 4;
    constexpr int kVerdicts = 15;
    std::vector<pid_t> programs;
    for (int i = 0; i < kPrograms; ++i) {
        programs.push_back(asAnotherProgram([i] {
            for (int k = 0; k < kVerdicts; ++k) {
                keep({verdict("cuda:" + std::to_string(i), "format " + std::to_string(k))});
            }
        }));
    }
    bool isWhole = true;
    std::size_t most = 0;
    while (!programs.empty()) {
        const std::size_t now = keptVerdicts().size();
        isWhole = isWhole && now >= most; // lines come, and none goes
        most = now;
        int status = 0;
        if (waitpid(programs.back(), &status, WNOHANG) == programs.back()) {
            isWhole = isWhole && status == 0;
            programs.pop_back();
        }
    }
    QVERIFY(isWhole);
    QCOMPARE(keptVerdicts().size(), std::size_t{kPrograms} * kVerdicts);
}

void TestVerdictFile::aTrialThatGoesOnWasNotCutShort() {
    {
        const files::FileLock trial = beginTrial(device("cuda:0"), "float16", {});
        QVERIFY(trial.isHeld());
        keep({cutShort("cuda:0"), verdict("cuda:0", "int8")});
        QCOMPARE(keptVerdicts().size(), std::size_t{1});
        QCOMPARE(keptVerdicts()[0].dtype, std::string("int8"));
        QCOMPARE(writtenDownVerdicts().size(), std::size_t{2});
        keep({verdict("cpu", "int8")}); // which leaves the other line where it is
        QCOMPARE(writtenDownVerdicts().size(), std::size_t{3});
    }
    QCOMPARE(keptVerdicts().size(), std::size_t{3});
}

void TestVerdictFile::anotherTrialExcusesNone() {
    keep({cutShort("cuda:0")});
    const files::FileLock other = beginTrial(device("cuda:1"), "float16", {});
    const files::FileLock format = beginTrial(device("cuda:0"), "bfloat16", {});
    QVERIFY(other.isHeld() && format.isHeld());
    QVERIFY(keptVerdicts().size() == 1 && keptVerdicts()[0].wasCutShort);
}

void TestVerdictFile::oneThatCantBeWrittenIsAnError() {
    std::ofstream(m_folder->filePath("cache").toStdString()) << "a file where the folder should be";
    QVERIFY_EXCEPTION_THROWN(keep({verdict("cpu", "int8")}), EngineError);
    QVERIFY(!beginTrial(device("cuda:0"), "float16", {}).isHeld());
    qputenv("PARLEY_CACHE_DIR", "");
    qputenv("HOME", "");
    qunsetenv("XDG_CACHE_HOME");
    keep({verdict("cpu", "int8")}); // there is no place, and so nothing to say
    QVERIFY(keptVerdicts().empty());
}

QTEST_GUILESS_MAIN(TestVerdictFile)
#include "test_verdict_file.moc"
