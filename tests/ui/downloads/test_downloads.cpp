// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/downloads.h"
#include "ui/hub/fake_hub.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::test;
using parley::ErrorCode;
using parley::ui::CatalogueEntry;
using parley::ui::CatalogueFile;
using parley::ui::DownloadEnd;
using parley::ui::Downloads;
using parley::ui::FetchRules;
using parley::ui::HubSettings;
using parley::ui::readInstalled;
using parley::ui::SpeedMeter;

namespace {

constexpr int kPatienceMs = 60'000;

CatalogueEntry entryOf(const QString& path) {
    CatalogueEntry entry;
    entry.id = "dia";
    entry.name = "Dia";
    entry.repository = "a/b";
    entry.revision = "main";
    CatalogueFile file;
    file.path = path;
    entry.files = {file};
    return entry;
}

} // namespace

/// Downloads as window and command line see them: signals from another thread.
class TestDownloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_hub = std::make_unique<FakeHub>();
        m_hub->addGenerated("a/b", "one.bin", 5'000'000, 1);
        m_hub->addGenerated("a/b", "two.bin", 5'000'000, 2);
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void bringsSeveralAtOnce() {
        Downloads downloads(settings(), rules());
        QSignalSpy ended(&downloads, &Downloads::ended);
        QSignalSpy progressed(&downloads, &Downloads::progressed);
        downloads.start(entryOf("one.bin"), at("one"));
        downloads.start(entryOf("two.bin"), at("two"));
        downloads.start(entryOf("two.bin"), at("two"));
        QVERIFY(downloads.isRunning(at("one")) && downloads.isRunning(at("two")));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, kPatienceMs);
        QVERIFY(readInstalled(at("one")) && readInstalled(at("two")));
        QVERIFY(!downloads.isRunning(at("one")) && !downloads.isRunning(at("two")));
        QVERIFY(!progressed.isEmpty());
    }

    void pausesAndGoesOn() {
        stallHalfway();
        Downloads downloads(settings(), rules());
        QSignalSpy ended(&downloads, &Downloads::ended);
        downloads.start(entryOf("one.bin"), at("one"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(at("one/.parley-part/one.bin.part")).size() >= 2'000'000, kPatienceMs);
        downloads.pause(at("one"));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatienceMs);
        QCOMPARE(ended.first().at(1).value<DownloadEnd>().error->code, ErrorCode::Cancelled);
        m_hub->setMischief({});
        downloads.start(entryOf("one.bin"), at("one"));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, kPatienceMs);
        QVERIFY(!ended.last().at(1).value<DownloadEnd>().error);
    }

    void leavesInTheMiddle() {
        stallHalfway();
        {
            Downloads downloads(settings(), rules());
            downloads.start(entryOf("one.bin"), at("one"));
            downloads.start(entryOf("two.bin"), at("two"));
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(at("one/.parley-part/one.bin.part")).size() >= 2'000'000, kPatienceMs);
        }
        m_hub->setMischief({});
        Downloads downloads(settings(), rules());
        QSignalSpy ended(&downloads, &Downloads::ended);
        downloads.start(entryOf("one.bin"), at("one"));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatienceMs);
        QVERIFY(readInstalled(at("one")));
    }

    void leavesBeforeItBegan() {
        Downloads downloads(settings(), rules());
        downloads.start(entryOf("one.bin"), at("one"));
    }

    void measuresTheSpeed() {
        using namespace std::chrono_literals;
        SpeedMeter meter;
        const SpeedMeter::Clock::time_point start{};
        QCOMPARE(meter.add(0, start), 0.0);
        QCOMPARE(meter.add(1000, start + 100ms), 0.0); // too little to tell
        QCOMPARE(meter.add(10'000, start + 1s), 10'000.0);
        for (int second = 2; second < 20; ++second) {
            (void)meter.add(10'000 + (second - 1) * 500, start + std::chrono::seconds(second));
        }
        QCOMPARE(meter.add(10'000 + 19 * 500, start + 20s), 500.0); // the start is forgotten
        meter.restart();
        QCOMPARE(meter.add(30'000, start + 60s), 0.0);
    }

private:
    [[nodiscard]] QString at(const char* path) const { return m_folder->filePath(QLatin1String(path)); }

    [[nodiscard]] HubSettings settings() const {
        HubSettings settings;
        settings.endpoint = m_hub->endpoint();
        settings.allowsPlainLoopback = true;
        return settings;
    }

    [[nodiscard]] static FetchRules rules() {
        FetchRules rules;
        rules.waitBefore = [](int) { return std::chrono::milliseconds(0); };
        rules.freeBytes = [](const QString&) { return qint64{1} << 50U; };
        return rules;
    }

    void stallHalfway() {
        m_hub->setMischief([](const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.isCdn) {
                answer.stallAfter = 2'500'000;
            }
        });
    }

    std::unique_ptr<FakeHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDownloads)
#include "test_downloads.moc"
