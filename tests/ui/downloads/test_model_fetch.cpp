// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/folder_lock.h"
#include "downloads/listing.h"
#include "support/file_size_limit.h"
#include "ui/downloads/fetch_bench.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <csignal>

using namespace parley::test;
using parley::ErrorCode;
using parley::Result;
using parley::ui::CatalogueEntry;
using parley::ui::CatalogueFile;
using parley::ui::DownloadProgress;
using parley::ui::FolderLock;
using parley::ui::ModelBrought;
using parley::ui::readInstalled;
using parley::ui::readListing;
using parley::ui::readUnfinished;
using parley::ui::removeInstalled;

namespace {

constexpr qint64 kSize = 2'000'000; // of the first shard
constexpr qint64 kSecond = 8'000'000;

CatalogueEntry repository() {
    CatalogueEntry entry;
    entry.id = "a--b";
    entry.name = "a/b";
    entry.repository = "a/b";
    entry.revision = "main";
    return entry;
}

} // namespace

/// All files of a model, into a folder of their own.
class TestModelFetch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_bench = std::make_unique<FetchBench>();
        m_bench->hub.add("a/b", "README.md", "words", false);
        m_bench->hub.add("a/b", "config.json", R"({"model_type": "dia"})", false);
        m_bench->hub.add("a/b", "model.safetensors.index.json", R"({"weight_map": {}})", false);
        m_bench->hub.addGenerated("a/b", "model-00001-of-00002.safetensors", kSize, 1);
        m_bench->hub.addGenerated("a/b", "model-00002-of-00002.safetensors", kSecond, 2);
        m_bench->hub.addGenerated("a/b", "pytorch_model.bin", kSize, 3);
    }

    void bringsWhatAModelNeeds() {
        const Result<ModelBrought> brought = m_bench->fetchModel(repository());
        QVERIFY2(brought.ok(), brought.ok() ? "" : brought.error().message().c_str());
        QCOMPARE(names(),
                 (QStringList{".parley-model.json", ".parley.lock", "config.json", "model-00001-of-00002.safetensors",
                              "model-00002-of-00002.safetensors", "model.safetensors.index.json"}));
        const auto installed = readInstalled(folder());
        QVERIFY(installed);
        QCOMPARE(installed->entry.files.size(), 4);
        for (const CatalogueFile& file : installed->entry.files) {
            QCOMPARE(file.sha256, m_bench->hub.file("a/b", file.path.toUtf8()).sha256);
        }
        QCOMPARE(installed->entry.revision, QString(40, QLatin1Char('c')));
        QVERIFY(brought.value().changed.isEmpty());
    }

    void tellsHowFarItIs() {
        QVERIFY(m_bench->fetchModel(repository()).ok());
        const DownloadProgress last = m_bench->told.last();
        QCOMPARE(last.total, kSize + kSecond + m_bench->hub.file("a/b", "config.json").size +
                                 m_bench->hub.file("a/b", "model.safetensors.index.json").size);
        qint64 before = 0;
        for (const DownloadProgress& progress : m_bench->told) {
            if (progress.phase == DownloadProgress::Phase::Fetching) {
                QVERIFY(progress.bytes >= before && progress.bytes <= progress.total);
                QVERIFY(progress.fileBytes <= progress.fileTotal && progress.fileNumber <= progress.fileCount);
                before = progress.bytes;
            }
        }
        QVERIFY(before > 0);
    }

    void goesOnAfterAPause() {
        m_bench->stopWhen = [](const DownloadProgress& progress) { return progress.fileNumber == 4; };
        const Result<ModelBrought> paused = m_bench->fetchModel(repository());
        QVERIFY(!paused.ok());
        QCOMPARE(paused.error().code, ErrorCode::Cancelled);
        QCOMPARE(names(), (QStringList{".parley-part", ".parley.lock"}));
        QVERIFY(readUnfinished(folder()));
        m_bench->stopWhen = {};
        m_bench->hub.forget();
        // Nobody has to remember which files it were.
        QVERIFY(m_bench->fetchModel(*readUnfinished(folder())).ok());
        for (const SeenRequest& seen : m_bench->hub.seen()) {
            QVERIFY(!seen.isCdn ||
                    !seen.request.path().endsWith(m_bench->hub.file("a/b", "model-00001-of-00002.safetensors").sha256));
        }
        QVERIFY(!readUnfinished(folder()));
    }

    void bringsOnlyWhatIsDamaged() {
        QVERIFY(m_bench->fetchModel(repository()).ok());
        QFile file(folder() + "/model-00002-of-00002.safetensors");
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("damage") == 6);
        file.close();
        m_bench->hub.forget();
        QVERIFY(m_bench->fetchModel(readInstalled(folder())->entry).ok());
        QCOMPARE(m_bench->hub.seen().size(), 2); // HEAD and GET of the one file
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == m_bench->hub.file("a/b", "model-00002-of-00002.safetensors").bytes(0, kSecond));
    }

    void leavesOutWhatIsOptional() {
        CatalogueEntry entry = repository();
        CatalogueFile weights;
        weights.path = "pytorch_model.bin";
        CatalogueFile config;
        config.path = "no-config.json";
        config.isOptional = true;
        entry.files = {weights, config};
        QVERIFY(m_bench->fetchModel(entry).ok());
        QCOMPARE(readInstalled(folder())->entry.files.size(), 1);
        entry.files.last().isOptional = false;
        QVERIFY(!m_bench->fetchModel(entry).ok());
    }

    void saysWhatTheServerHasOtherwise() {
        CatalogueEntry entry = repository();
        CatalogueFile config;
        config.path = "config.json";
        config.sha256 = QByteArray(64, 'a');
        entry.files = {config};
        const Result<ModelBrought> brought = m_bench->fetchModel(entry);
        QVERIFY(brought.ok());
        QCOMPARE(brought.value().changed, QStringList{"config.json"});
    }

    void asksForRoomFirst() {
        m_bench->rules.freeBytes = [](const QString&) { return kSize; };
        const Result<ModelBrought> brought = m_bench->fetchModel(repository());
        QVERIFY(!brought.ok());
        QCOMPARE(brought.error().code, ErrorCode::DiskFull);
        QVERIFY2(brought.error().message().find("11 MB are still to come") != std::string::npos,
                 brought.error().message().c_str());
        for (const SeenRequest& seen : m_bench->hub.seen()) {
            QVERIFY(!seen.isCdn);
        }
    }

    void survivesADiskThatFills() {
        std::signal(SIGXFSZ, SIG_IGN);
        {
            const FileSizeLimit full(kSize + 1000);
            const Result<ModelBrought> brought = m_bench->fetchModel(repository());
            QVERIFY(!brought.ok());
            QVERIFY2(brought.error().code == ErrorCode::DiskFull || brought.error().code == ErrorCode::FileUnwritable,
                     brought.error().message().c_str());
        }
        QVERIFY(m_bench->fetchModel(repository()).ok());
        QVERIFY(readInstalled(folder()));
    }

    void saysThatTheFolderCannotBeWritten() {
        QFile inTheWay(folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const Result<ModelBrought> brought = m_bench->fetchModel(repository());
        QVERIFY(!brought.ok());
        QCOMPARE(brought.error().code, ErrorCode::FileUnwritable);
    }

    void keepsOutOfAnotherProgramsWay() {
        QVERIFY(QDir().mkpath(folder()));
        {
            const FolderLock lock(folder());
            const Result<ModelBrought> brought = m_bench->fetchModel(repository());
            QVERIFY(!brought.ok());
            QVERIFY2(brought.error().message().find("another Parley") != std::string::npos,
                     brought.error().message().c_str());
        }
        QVERIFY(m_bench->fetchModel(repository()).ok());
    }

    void asksForNothingWhenOffline() {
        m_bench->settings.isOffline = true;
        const Result<ModelBrought> brought = m_bench->fetchModel(repository());
        QVERIFY(!brought.ok());
        QVERIFY(brought.error().message().find("HF_HUB_OFFLINE") != std::string::npos);
        QVERIFY(m_bench->hub.seen().isEmpty());
        QVERIFY(!QFileInfo::exists(folder()));
    }

    void refusesNamesThatLeadOut() {
        m_bench->hub.add("a/b", "../../outside.safetensors", "evil");
        const Result<ModelBrought> brought = m_bench->fetchModel(repository());
        QVERIFY(!brought.ok());
        QCOMPARE(brought.error().code, ErrorCode::CheckpointCorrupt);
        CatalogueEntry entry = repository();
        CatalogueFile file;
        file.path = "../outside.safetensors";
        entry.files = {file};
        QVERIFY(!m_bench->fetchModel(entry).ok());
        QVERIFY(!QFileInfo::exists(m_bench->folder.filePath("outside.safetensors")));
    }

    void leavesNothingButWhatCanBeRemoved() {
        m_bench->stopWhen = [](const DownloadProgress& progress) { return progress.fileNumber == 4; };
        QVERIFY(!m_bench->fetchModel(repository()).ok());
        QVERIFY(removeInstalled(folder()).ok());
        QVERIFY(!QFileInfo::exists(folder()));
    }

    void bearsAnyListing_data() {
        QTest::addColumn<QByteArray>("json");
        for (const char* json : {"", "[]", "{}", R"({"siblings": 3})", R"({"siblings": [1, "a", {"rfilename": 7}]})",
                                 R"({"siblings": [{"rfilename": "/etc/passwd.bin"}]})"}) {
            QTest::newRow(json) << QByteArray(json);
        }
    }
    void bearsAnyListing() {
        QFETCH(QByteArray, json);
        QVERIFY(!readListing(json, repository()).ok());
    }

private:
    [[nodiscard]] QString folder() const { return m_bench->folder.filePath("model"); }
    [[nodiscard]] QStringList names() const {
        return QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<FetchBench> m_bench;
};

QTEST_GUILESS_MAIN(TestModelFetch)
#include "test_model_fetch.moc"
