// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/downloads/fetch_bench.h"

#include <QFileInfo>
#include <QTest>

using namespace parley::test;
using parley::ErrorCode;
using parley::Result;
using parley::ui::DownloadProgress;
using parley::ui::FileBrought;

namespace {

constexpr qint64 kSize = 3'000'001;

QList<SeenRequest> ofCdn(FetchBench& bench) {
    QList<SeenRequest> seen = bench.hub.seen();
    seen.removeIf([](const SeenRequest& request) { return !request.isCdn; });
    return seen;
}

} // namespace

/// One file from the hub and its CDN: the good way, going on, and what makes it begin anew.
class TestFileFetch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_bench = std::make_unique<FetchBench>();
        m_bench->hub.addGenerated("a/b", "large.bin", kSize, 7);
        m_bench->hub.add("a/b", "config.json", R"({"model_type": "dia"})", false);
    }

    void bringsALargeFile() {
        m_bench->settings.token = "hf_secret";
        const Result<FileBrought> brought = m_bench->fetch("a/b", "large.bin");
        QVERIFY2(brought.ok(), brought.ok() ? "" : brought.error().message().c_str());
        const HubFile file = m_bench->hub.file("a/b", "large.bin");
        QCOMPARE(brought.value().bytes, kSize);
        QCOMPARE(brought.value().sha256, file.sha256);
        QVERIFY(m_bench->content("large.bin") == file.bytes(0, kSize));
        QCOMPARE(m_bench->came, kSize);
        QCOMPARE(QDir(m_bench->folder.path()).entryList(QDir::Files), QStringList{"large.bin"});
    }

    void keepsTheTokenWithTheHub() {
        m_bench->settings.token = "hf_secret";
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QVERIFY(!ofCdn(*m_bench).isEmpty());
        for (const SeenRequest& seen : m_bench->hub.seen()) {
            QCOMPARE(seen.hasToken(), !seen.isCdn);
        }
    }

    void bringsASmallFile() {
        const Result<FileBrought> brought = m_bench->fetch("a/b", "config.json");
        QVERIFY2(brought.ok(), brought.ok() ? "" : brought.error().message().c_str());
        QCOMPARE(m_bench->content("config.json"), QByteArray(R"({"model_type": "dia"})"));
        QVERIFY(ofCdn(*m_bench).isEmpty());
    }

    void bringsAnEmptyFile() {
        m_bench->hub.add("a/b", "empty", "", false);
        QVERIFY(m_bench->fetch("a/b", "empty").ok());
        QVERIFY(QFileInfo::exists(m_bench->target("empty")));
    }

    void followsARenamedRepository() {
        m_bench->hub.rename("old/name", "a/b");
        QVERIFY(m_bench->fetch("old/name", "large.bin").ok());
        QVERIFY(m_bench->fetch("old/name", "config.json").ok());
    }

    void goesOnAfterAPause() {
        m_bench->stopWhen = [](const DownloadProgress& progress) { return progress.fileBytes > kSize / 3; };
        const Result<FileBrought> paused = m_bench->fetch("a/b", "large.bin");
        QVERIFY(!paused.ok());
        QCOMPARE(paused.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(m_bench->target("large.bin")));
        const qint64 here = QFileInfo(m_bench->target("large.bin.part")).size();
        QVERIFY(here > kSize / 3 && here < kSize);
        goOn(here);
    }

    void beginsAnewWhereAnotherFileIsNow() {
        leaveHalf();
        m_bench->hub.addGenerated("a/b", "large.bin", kSize, 8);
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QVERIFY(m_bench->content("large.bin") == m_bench->hub.file("a/b", "large.bin").bytes(0, kSize));
        QCOMPARE(m_bench->came, kSize);
    }

    void beginsAnewWhereRangesAreNotKnown() {
        leaveHalf();
        m_bench->hub.setMischief([this](const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.isCdn && answer.status == 206) {
                answer.status = 200;
                answer.from = 0;
                answer.count = kSize;
            }
        });
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QCOMPARE(m_bench->came, kSize);
    }

    void beginsAnewWhereTheBytesHaveAnotherTag() {
        leaveHalf();
        m_bench->hub.setMischief([](const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.isCdn && answer.status == 206) {
                answer.set("ETag", "\"changed\"");
            }
        });
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QCOMPARE(m_bench->came, kSize);
    }

    void beginsAnewWhereTheRangeIsRefused() {
        leaveHalf();
        m_bench->hub.setMischief([](const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.isCdn && seen.request.from() > 0) {
                answer.status = 416;
                answer.setBody("no such range");
            }
        });
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
    }

    void beginsAnewWhereTheNoteIsLost() {
        leaveHalf();
        QVERIFY(QFile::remove(m_bench->target("large.bin.note")));
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QCOMPARE(m_bench->came, kSize);
    }

    void noticesWhatTheDiskMadeOfAPart() {
        leaveHalf();
        QFile part(m_bench->target("large.bin.part"));
        QVERIFY(part.open(QIODevice::ReadWrite) && part.seek(1000) && part.write("damage") == 6);
        part.close();
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QVERIFY(m_bench->content("large.bin") == m_bench->hub.file("a/b", "large.bin").bytes(0, kSize));
    }

    void asksForAnExpiredLinkAgain() {
        bool isFirst = true;
        m_bench->hub.setMischief([&](const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.isCdn && std::exchange(isFirst, false)) {
                answer.cutAfter = kSize / 2;
            }
        });
        m_bench->stopWhen = [this](const DownloadProgress& progress) {
            if (progress.phase == DownloadProgress::Phase::Waiting) {
                m_bench->hub.expireLinks();
            }
            return false;
        };
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QCOMPARE(m_bench->came, kSize);
    }

    void letsTheServerDecideAboutTheHash() {
        m_bench->expectedHash = QByteArray(64, 'a');
        const Result<FileBrought> brought = m_bench->fetch("a/b", "large.bin");
        QVERIFY(brought.ok());
        QVERIFY(!brought.value().isAsExpected);
    }

    void replacesWhatHasTheName() {
        QFile old(m_bench->target("config.json"));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QVERIFY(m_bench->fetch("a/b", "config.json").ok());
        QCOMPARE(m_bench->content("config.json"), QByteArray(R"({"model_type": "dia"})"));
    }

private:
    void leaveHalf() {
        m_bench->stopWhen = [](const DownloadProgress& progress) { return progress.fileBytes > kSize / 3; };
        QVERIFY(!m_bench->fetch("a/b", "large.bin").ok());
        m_bench->stopWhen = {};
        m_bench->came = 0;
        m_bench->hub.forget();
    }

    void goOn(qint64 here) {
        m_bench->stopWhen = {};
        m_bench->came = 0;
        m_bench->hub.forget();
        QVERIFY(m_bench->fetch("a/b", "large.bin").ok());
        QCOMPARE(m_bench->came, kSize - here);
        QCOMPARE(ofCdn(*m_bench).first().request.from(), here);
        QVERIFY(m_bench->content("large.bin") == m_bench->hub.file("a/b", "large.bin").bytes(0, kSize));
    }

    std::unique_ptr<FetchBench> m_bench;
};

QTEST_GUILESS_MAIN(TestFileFetch)
#include "test_file_fetch.moc"
