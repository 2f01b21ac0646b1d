// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/file_check.h"
#include "catalogue/folder_lock.h"
#include "catalogue/made_copy.h"
#include "scratch_folder.h"

#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::ScratchFolder;

namespace {

void put(const std::filesystem::path& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("can't write %s", path.c_str());
    }
}

/// Stands in for the engine: makes two small files where it is told to.
Result<SmallerCopy> writeTwoFiles(const SmallerCopyOptions& options, const OnCopied& onProgress,
                                  const std::stop_token&) {
    std::filesystem::create_directories(options.folder);
    put(options.folder / "config.json", "{}");
    put(options.folder / "model.safetensors", "weights in " + QByteArray::fromStdString(options.format));
    if (onProgress) {
        onProgress(7, 7);
    }
    return SmallerCopy{options.folder, 100, 17, 64, "float32", 0.004, 0.02};
}

} // namespace

/// A copy appears whole, as Parley's own, or not at all.
class TestMadeCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScratchFolder>(); }

    void namesItAfterItsOriginal() {
        QCOMPARE(copyNameOf("nari-labs/Dia-1.6B", "int8"), QStringLiteral("Dia-1.6B, int8"));
        QCOMPARE(copyFolderName("Dia 1.6B 0626", "int4"), QStringLiteral("Dia-1.6B-0626-int4"));
        QCOMPARE(copyFolderName("../..", "int4"), QStringLiteral("copy-int4"));
    }

    void notesWhatWasMade() {
        const auto made = makeCopy(order("dia-int8"), &writeTwoFiles, {}, {});
        QVERIFY(made.ok());
        QCOMPARE(QString::fromStdString(made.value().folder.string()), m_folder->at("dia-int8"));
        QCOMPARE(m_folder->names(), QStringList{"dia-int8"}); // and nothing beside it
        const auto noted = readInstalled(m_folder->at("dia-int8"));
        QVERIFY(noted && noted->entry.isMadeHere && noted->copy);
        QCOMPARE(noted->entry.id, QStringLiteral("dia-int8"));
        QCOMPARE(noted->entry.name, QStringLiteral("Dia, int8"));
        QCOMPARE(*noted->copy, (CopyRecord{"Dia", "float32", 64, 0.004, 0.02}));
        const FullCheck check = checkFully(expectedFiles(*noted), [](qint64, qint64) {}, {});
        QVERIFY(check.right == 2 && check.unknown == 0 && check.faults.isEmpty());
        QVERIFY(removeInstalled(m_folder->at("dia-int8")).ok());
        QVERIFY(m_folder->names().isEmpty());
    }

    void leavesNothingOfAFailure_data() {
        QTest::addColumn<int>("code");
        for (const ErrorCode code : {ErrorCode::Cancelled, ErrorCode::DiskFull, ErrorCode::OutOfMemory}) {
            QTest::addRow("%s", std::string(errorCodeName(code)).c_str()) << static_cast<int>(code);
        }
    }

    void leavesNothingOfAFailure() {
        QFETCH(const int, code);
        const auto failing = [code](const SmallerCopyOptions& options, const OnCopied& onProgress,
                                    const std::stop_token& stop) -> Result<SmallerCopy> {
            (void)writeTwoFiles(options, onProgress, stop); // and only then
            return Error{static_cast<ErrorCode>(code), options.folder, phrase("is full"), {}, {}};
        };
        const auto made = makeCopy(order("dia-int8"), failing, {}, {});
        QVERIFY(!made.ok() && made.error().code == static_cast<ErrorCode>(code));
        if (made.error().code == ErrorCode::DiskFull) { // it names the place that was chosen
            QCOMPARE(QString::fromStdString(made.error().subject.english()), m_folder->at("dia-int8"));
        }
        QVERIFY(m_folder->names().isEmpty());
        QVERIFY(!makeCopy(order("new/dia-int8"), failing, {}, {}).ok());
        QVERIFY(m_folder->names().isEmpty()); // nor the folder above
    }

    void stopsWhileItReadsTheCopy() {
        std::stop_source stop;
        const auto stopping = [&](const SmallerCopyOptions& options, const OnCopied& onProgress,
                                  const std::stop_token& token) {
            stop.request_stop();
            return writeTwoFiles(options, onProgress, token);
        };
        const auto made = makeCopy(order("dia-int8"), stopping, {}, stop.get_token());
        QVERIFY(!made.ok() && made.error().code == ErrorCode::Cancelled);
        QVERIFY(m_folder->names().isEmpty());
    }

    void replacesNothing() {
        m_folder->put("dia-int8/notes.txt", "mine");
        const auto made = makeCopy(order("dia-int8"), &writeTwoFiles, {}, {});
        QVERIFY(!made.ok() && made.error().code == ErrorCode::FileUnwritable);
        QCOMPARE(m_folder->names("dia-int8"), QStringList{"notes.txt"});
    }

    void clearsWhatADeadProgramLeft() {
        m_folder->put(".parley-copy-dia-int8/.parley.lock", "");
        m_folder->put(".parley-copy-dia-int8/copy/model.safetensors", "half");
        m_folder->put(".parley-copy-other-int4/.parley.lock", "");
        m_folder->put(".parley-copy-other-int4/copy/model.safetensors", "half");
        m_folder->put(".parley-copy-mine/letter.txt", "not Parley's"); // no lock was ever there
        QVERIFY(makeCopy(order("dia-int8"), &writeTwoFiles, {}, {}).ok());
        QCOMPARE(m_folder->names(), (QStringList{".parley-copy-mine", "dia-int8"}));
        QVERIFY(QFile::exists(m_folder->at("dia-int8/config.json")));
    }

    void leavesAloneWhatAnotherProgramMakes() {
        m_folder->put(".parley-copy-dia-int8/copy/model.safetensors", "half");
        const FolderLock other(m_folder->at(".parley-copy-dia-int8"));
        QVERIFY(other.isHeld());
        removeAbandonedCopies(m_folder->path());
        const auto made = makeCopy(order("dia-int8"), &writeTwoFiles, {}, {});
        QVERIFY(!made.ok() && made.error().code == ErrorCode::FileUnwritable);
        QVERIFY(QFile::exists(m_folder->at(".parley-copy-dia-int8/copy/model.safetensors")));
    }

private:
    [[nodiscard]] CopyOrder order(const char* folder) const {
        return {m_folder->at("dia"), "Dia", "int8", m_folder->at(folder)};
    }

    std::unique_ptr<ScratchFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestMadeCopy)
#include "test_made_copy.moc"
