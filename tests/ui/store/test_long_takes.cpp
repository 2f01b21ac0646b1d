// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/export.h"
#include "ui/store/take_samples.h"

#include <QFuture>
#include <QTemporaryDir>

using parley::ui::ExportFormat;
using parley::ui::ExportResult;
using parley::ui::Take;
using parley::ui::TakeId;
using parley::ui::TakeLibrary;

namespace {

constexpr int kPatienceMs = 120'000; // a hundred megabytes go to the disk and come back
constexpr std::size_t kSecond = 44100;
constexpr std::size_t kElevenMinutes = 660 * kSecond;

/// Eleven minutes as the engine hands them over, in pieces.
TakeId makeLong(TakeLibrary& library) {
    const TakeId id = library.begin(samples::recipe());
    for (std::size_t at = 0; at < kElevenMinutes; at += 10 * kSecond) {
        library.append(id, samples::ramp(10 * kSecond, at));
    }
    library.finish(id, parley::ui::TakeState::Whole, samples::recipe(), 56848, {});
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!library.take(id)->soundFile.isEmpty(), kPatienceMs); }();
    return id;
}

} // namespace

class TestLongTakes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndExportsATakeOfElevenMinutes() {
        const QTemporaryDir folder;
        TakeId id = 0;
        {
            TakeLibrary library(folder.filePath("takes"));
            id = makeLong(library);
        }
        TakeLibrary library(folder.filePath("takes"));
        const Take take = library.take(id).value();
        {
            const auto sound = library.sound(id);
            QVERIFY(sound);
            QTRY_VERIFY_WITH_TIMEOUT(sound->isComplete(), kPatienceMs);
            QVERIFY(samples::all(sound) == samples::ramp(kElevenMinutes));
        }
        QCOMPARE(library.take(id)->problem, QString());
        QFuture<ExportResult> exported =
            parley::ui::exportTake(nullptr, take, folder.filePath("out.wav"), ExportFormat::Wav16);
        exported.waitForFinished();
        QVERIFY(exported.result().ok());
        QVERIFY(QFileInfo(folder.filePath("out.wav")).size() > static_cast<qint64>(kElevenMinutes * 2));
    }
};

QTEST_GUILESS_MAIN(TestLongTakes)
#include "test_long_takes.moc"
