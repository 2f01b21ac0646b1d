// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/export.h"
#include "ui/store/take_samples.h"

#include <sndfile.h>

#include <QTemporaryDir>
#include <cmath>
#include <numbers>

using parley::ErrorCode;
using parley::ui::ExportFormat;
using parley::ui::ExportResult;
using parley::ui::recipeInFile;
using parley::ui::SoundTrack;
using parley::ui::SoundTrackPtr;
using parley::ui::Take;

namespace {

SoundTrackPtr tone(std::size_t count = 88200) {
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        samples[i] =
            static_cast<float>(0.5 * std::sin(2.0 * std::numbers::pi * 440.0 * static_cast<double>(i) / 44100));
    }
    return std::make_shared<const SoundTrack>(samples);
}

/// Text of exactly `bytes` bytes of UTF-8, with letters of every length and what JSON has to escape.
QString text(qsizetype bytes) {
    QString text = QStringLiteral("[S1] \"Quoted\" \\ ");
    while (text.toUtf8().size() + 10 <= bytes) {
        text += QString::fromUtf8("ä日😀\n");
    }
    while (text.toUtf8().size() < bytes) {
        text += QLatin1Char('.');
    }
    return text;
}

Take takeWith(qsizetype scriptBytes, qsizetype transcriptBytes) {
    Take take;
    take.name = QString::fromUtf8("Größe 日本");
    take.recipe = samples::recipe(text(scriptBytes));
    take.recipe.voiceTranscript = text(transcriptBytes);
    take.recipe.voiceHash = QByteArray(64, 'a');
    return take;
}

SF_INFO infoOf(const QString& path, QString* title = nullptr) {
    SF_INFO info = {};
    SNDFILE* file = sf_open(QFile::encodeName(path).constData(), SFM_READ, &info);
    if (title != nullptr) {
        *title = QString::fromUtf8(sf_get_string(file, SF_STR_TITLE));
    }
    sf_close(file);
    return info;
}

ExportResult finished(const QFuture<ExportResult>& future) {
    [&] { QTRY_VERIFY(future.isFinished()); }();
    return future.result();
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEveryFormat_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("rate");
        QTest::newRow("wav") << "wav" << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << 44100;
        QTest::newRow("wav24") << "wav24" << (SF_FORMAT_WAV | SF_FORMAT_PCM_24) << 44100;
        QTest::newRow("wavfloat") << "wavfloat" << (SF_FORMAT_WAV | SF_FORMAT_FLOAT) << 44100;
        QTest::newRow("flac") << "flac" << (SF_FORMAT_FLAC | SF_FORMAT_PCM_24) << 44100;
        QTest::newRow("ogg") << "ogg" << (SF_FORMAT_OGG | SF_FORMAT_VORBIS) << 44100;
        QTest::newRow("opus") << "opus" << (SF_FORMAT_OGG | SF_FORMAT_OPUS) << 48000;
        QTest::newRow("mp3") << "mp3" << (SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III) << 44100;
    }

    void writesEveryFormat() {
        QFETCH(const QString, key);
        QFETCH(const int, format);
        QFETCH(const int, rate);
        const QTemporaryDir folder;
        const ExportFormat exportFormat = *parley::ui::exportFormatFromKey(key);
        const QString path = folder.filePath("a." + exportFormatSuffix(exportFormat));
        const Take take = takeWith(1000, 1000);
        const ExportResult result = finished(exportTake(tone(), take, path, exportFormat));
        QVERIFY2(result.ok(), result.ok() ? "" : result.error->message().c_str());
        QCOMPARE(result.path, path);
        QVERIFY(result.recipeKept);
        QString title;
        const SF_INFO info = infoOf(path, &title);
        QCOMPARE(info.format & (SF_FORMAT_TYPEMASK | SF_FORMAT_SUBMASK), format);
        QCOMPARE(info.samplerate, rate);
        QVERIFY(std::abs(static_cast<double>(info.frames) / rate - 2.0) < 0.06);
        QCOMPARE(title, take.name);
        QCOMPARE(recipeInFile(path), std::optional(take.recipe));
    }

    void appliesTheSpeed() {
        const QTemporaryDir folder;
        Take take = takeWith(100, 100);
        take.speed = 2.0;
        const QString path = folder.filePath("a.wav");
        QVERIFY(finished(exportTake(tone(), take, path, ExportFormat::WavFloat)).ok());
        const SF_INFO info = infoOf(path);
        QVERIFY(std::abs(static_cast<double>(info.frames) / 44100 - 1.0) < 0.01);
    }

    void saysWhenTheRecipeDoesNotFit() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.opus");
        const ExportResult result = finished(exportTake(tone(), takeWith(100000, 10), path, ExportFormat::Opus));
        QVERIFY(result.ok());
        QVERIFY(!result.recipeKept);
        QVERIFY(!recipeInFile(path));
        QVERIFY(infoOf(path).frames > 90000);
    }

    void addsTheSuffixWithoutReplacing() {
        const QTemporaryDir folder;
        samples::put(folder.filePath("a.flac"), "mine");
        const Take take = takeWith(10, 10);
        const ExportResult first = finished(exportTake(tone(), take, folder.filePath("a"), ExportFormat::Flac));
        QVERIFY(first.ok());
        QCOMPARE(first.path, folder.filePath("a 2.flac"));
        QCOMPARE(samples::content(folder.filePath("a.flac")), QByteArray("mine"));
        const ExportResult told = finished(exportTake(tone(), take, folder.filePath("a.flac"), ExportFormat::Flac));
        QVERIFY(told.ok());
        QCOMPARE(told.path, folder.filePath("a.flac"));
        QVERIFY(samples::content(folder.filePath("a.flac")) != "mine");
    }

    void tellsOfFailures() {
        const QTemporaryDir folder;
        const ExportResult nowhere =
            finished(exportTake(tone(), takeWith(10, 10), folder.filePath("no/a.wav"), ExportFormat::Wav16));
        QVERIFY(!nowhere.ok());
        QCOMPARE(nowhere.error->code, ErrorCode::FileUnwritable);
        const ExportResult silent =
            finished(exportTake(nullptr, takeWith(10, 10), folder.filePath("a.wav"), ExportFormat::Wav16));
        QVERIFY(!silent.ok());
        QCOMPARE(silent.error->code, ErrorCode::AudioUnreadable);
        QVERIFY(!QFile::exists(folder.filePath("a.wav")));
    }

    void usesTheFileWhenTheTrackIsStillRead() {
        const QTemporaryDir folder;
        parley::ui::TakeLibrary library(folder.path());
        const Take take = *library.take(samples::make(library, 44100));
        const auto unread = std::make_shared<const SoundTrack>();
        const QString path = folder.filePath("export.wav");
        QVERIFY(finished(exportTake(unread, take, path, ExportFormat::WavFloat)).ok());
        QCOMPARE(infoOf(path).frames, 44100);
    }

    void exportsManyUnderFreeNames() {
        const QTemporaryDir folder;
        Take take = takeWith(10, 10);
        take.name = "Same";
        samples::put(folder.filePath("Same 42.ogg"), "mine");
        const auto future =
            exportTakes({{tone(), take}, {nullptr, take}, {tone(), take}}, folder.path(), ExportFormat::Ogg);
        QTRY_VERIFY(future.isFinished());
        const QList<ExportResult> results = future.result();
        QCOMPARE(results.size(), 3);
        QVERIFY(results[0].ok() && !results[1].ok() && results[2].ok());
        QCOMPARE(future.progressValue(), 3);
        QCOMPARE(samples::files(folder.path(), "*"), QStringList({"Same 42 2.ogg", "Same 42 3.ogg", "Same 42.ogg"}));
        QCOMPARE(samples::content(folder.filePath("Same 42.ogg")), QByteArray("mine"));
    }

    void findsNoRecipeInOtherFiles() {
        const QTemporaryDir folder;
        samples::put(folder.filePath("a.txt"), "[S1] Hello");
        QVERIFY(!recipeInFile(folder.filePath("a.txt")));
        QVERIFY(!recipeInFile(folder.filePath("missing.wav")));
        QVERIFY(!recipeInFile(folder.path()));
        parley::SoundNotes notes{"T", R"({"parley":1000,"script":"newer"})"};
        const std::string path = folder.filePath("a.wav").toStdString();
        QVERIFY(parley::writeAudio(path, tone()->clip(), parley::SampleFormat::Pcm16, notes).ok());
        QVERIFY(!recipeInFile(folder.filePath("a.wav")));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"
