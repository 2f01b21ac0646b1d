// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/download_lines.h"

#include <QTest>

using namespace std::chrono_literals;
using parley::cli::DownloadLines;
using parley::ui::DownloadProgress;

namespace {

using Phase = DownloadProgress::Phase;

DownloadProgress fetching(qint64 bytes, qint64 total = 1'000'000'000) {
    DownloadProgress progress;
    progress.phase = Phase::Fetching;
    progress.file = "model.safetensors";
    progress.fileNumber = 1;
    progress.fileCount = 2;
    progress.bytes = bytes;
    progress.total = total;
    return progress;
}

} // namespace

/// What a download without a terminal tells.
class TestDownloadLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsATenthButNotTooOften() {
        DownloadLines lines;
        const DownloadLines::Clock::time_point start{100s};
        QVERIFY(lines.due(fetching(0), start).empty());
        QVERIFY2(lines.due(fetching(350'000'000), start + 29s).empty(), "too soon");
        QCOMPARE(lines.due(fetching(360'000'000), start + 30s), std::string("360 MB of 1.0 GB; 1/2 model.safetensors"));
        QVERIFY2(lines.due(fetching(399'000'000), start + 90s).empty(), "the same tenth");
        QVERIFY(!lines.due(fetching(400'000'000), start + 90s).empty());
        QVERIFY2(lines.due(fetching(990'000'000), start + 119s).empty(), "too soon again");
    }

    void tellsAQuickOneNothing() {
        DownloadLines lines;
        for (int tenth = 0; tenth <= 10; ++tenth) {
            QVERIFY(lines.due(fetching(tenth * 100'000'000LL), DownloadLines::Clock::time_point{tenth * 1s}).empty());
        }
    }

    void tellsOfUnknownSizesToo() {
        DownloadLines lines;
        const DownloadLines::Clock::time_point start{100s};
        QVERIFY(lines.due(fetching(0, -1), start).empty());
        QVERIFY(lines.due(fetching(500'000'000, -1), start + 60s).empty());
        QCOMPARE(lines.due(fetching(1'500'000'000, -1), start + 120s), std::string("1.5 GB; 1/2 model.safetensors"));
    }

    void tellsEveryFailedTryWithItsReason() {
        DownloadLines lines;
        DownloadProgress waiting;
        waiting.phase = Phase::Waiting;
        waiting.waitSeconds = 2;
        waiting.problem = parley::Error{parley::ErrorCode::NetworkFailed,
                                        parley::verbatim("example.org"),
                                        parley::phrase("the connection broke"),
                                        {}};
        for (int attempt = 0; attempt < 2; ++attempt) {
            QCOMPARE(lines.due(waiting, DownloadLines::Clock::time_point{}),
                     std::string("example.org: the connection broke; trying again in 2 s"));
        }
    }

    void tellsEachArchiveOnce() {
        DownloadLines lines;
        DownloadProgress unpacking;
        unpacking.phase = Phase::Unpacking;
        for (const char* const file : {"a.whl", "b.whl"}) {
            unpacking.file = file;
            QCOMPARE(lines.due(unpacking), std::string("unpacking ") + file);
            QVERIFY(lines.due(unpacking).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestDownloadLines)
#include "test_download_lines.moc"
