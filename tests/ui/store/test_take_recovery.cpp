// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/store/take_samples.h"

#include <sys/stat.h>

#include <QProcess>
#include <QTemporaryDir>
#include <cmath>

using parley::ui::Take;
using parley::ui::TakeId;
using parley::ui::TakeLibrary;
using parley::ui::TakeState;

namespace {

/// Runs take_maker until it has made `chunks` chunks, and kills it. Returns how many it told of.
int makeAndKill(const QString& folder, int chunks) {
    QProcess process;
    process.start(QStringLiteral(TAKE_MAKER), {folder});
    int told = 0;
    while (told < chunks && process.waitForReadyRead(30000)) {
        while (process.canReadLine()) {
            told += process.readLine() == "chunk\n" ? 1 : 0;
        }
    }
    process.kill(); // SIGKILL
    process.waitForFinished();
    while (process.canReadLine()) {
        told += process.readLine() == "chunk\n" ? 1 : 0;
    }
    return told;
}

} // namespace

class TestTakeRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesAKill() {
        const QTemporaryDir folder;
        const int told = makeAndKill(folder.path(), 20);
        QVERIFY(told >= 20);
        {
            TakeLibrary library(folder.path());
            QCOMPARE(library.notice(), QString());
            checkKilled(library, told);
            QTRY_VERIFY(!library.takes()[0].soundFile.isEmpty());
            QTRY_COMPARE(samples::files(folder.path(), "*.part"), QStringList());
        }
        TakeLibrary library(folder.path()); // and is a take as any other from then on
        checkKilled(library, told);
    }

    void survivesAKillWithoutItsDatabase() {
        const QTemporaryDir folder;
        const int told = makeAndKill(folder.path(), 5);
        for (const QString& file : samples::files(folder.path(), "takes.sqlite*")) {
            QVERIFY(QFile::remove(folder.filePath(file)));
        }
        TakeLibrary library(folder.path());
        QVERIFY(library.notice().contains("2 "));
        checkKilled(library, told);
    }

    void survivesAKillWhileSaving() {
        const QTemporaryDir folder;
        QByteArray part;
        QString partPath;
        TakeId id = 0;
        {
            TakeLibrary library(folder.path());
            id = library.begin(samples::recipe());
            library.append(id, samples::ramp(4410));
            partPath = folder.filePath(samples::files(folder.path(), "*.part").value(0));
            part = samples::content(partPath);
            library.finish(id, TakeState::Stopped, samples::recipe(), 4, {});
        }
        // As if the program had ended between writing the sound file and deleting the part file …
        samples::put(partPath, part);
        {
            TakeLibrary library(folder.path());
            QCOMPARE(library.take(id)->state, TakeState::Stopped);
            QVERIFY(!QFile::exists(partPath));
            QVERIFY(!library.take(id)->soundFile.isEmpty());
            QVERIFY(QFile::remove(library.take(id)->soundFile));
        }
        samples::put(partPath, part); // … and as if before
        TakeLibrary library(folder.path());
        QCOMPARE(library.take(id)->state, TakeState::Stopped);
        const auto sound = library.sound(id);
        QTRY_VERIFY(sound && sound->isComplete());
        QCOMPARE(samples::all(sound), samples::ramp(4410));
        QTRY_VERIFY(!library.take(id)->soundFile.isEmpty());
        QVERIFY(!QFile::exists(partPath));
    }

    void survivesBrokenPartFiles_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other") << QByteArray(100, 'x');
        QTest::newRow("cut") << QByteArray("PrLyPrt1");
        QTest::newRow("long notes") << QByteArray("PrLyPrt1\xFF\xFF\xFF\xFF") + QByteArray(100, 'x');
        QTest::newRow("no sound") << QByteArray("PrLyPrt1\x02\0\0\0{}", 14);
        QTest::newRow("half a sample") << QByteArray("PrLyPrt1\x02\0\0\0{}abc", 17);
    }

    void survivesBrokenPartFiles() {
        QFETCH(const QByteArray, head);
        const QTemporaryDir folder;
        TakeId id = 0;
        {
            TakeLibrary library(folder.path());
            id = library.begin(samples::recipe());
            library.append(id, samples::ramp(4410));
        } // closed in the middle
        samples::put(folder.filePath(samples::files(folder.path(), "*.part").value(0)), head);
        TakeLibrary library(folder.path());
        QCOMPARE(library.take(id)->state, TakeState::Unfinished);
        QCOMPARE(library.take(id)->seconds, 0.0);
        QVERIFY(!library.sound(id));
    }

    void isNotHeldUpByAPipe() {
        const QTemporaryDir folder;
        TakeId id = 0;
        {
            TakeLibrary library(folder.path());
            id = library.begin(samples::recipe());
        }
        const QString part = folder.filePath(samples::files(folder.path(), "*.part").value(0));
        QVERIFY(QFile::remove(part));
        QCOMPARE(mkfifo(QFile::encodeName(part).constData(), S_IRUSR | S_IWUSR), 0);
        TakeLibrary library(folder.path());
        QCOMPARE(library.take(id)->state, TakeState::Unfinished);
        QVERIFY(!library.sound(id));
    }

    void silencesWhatIsNoNumber() {
        const QTemporaryDir folder;
        TakeId id = 0;
        {
            TakeLibrary library(folder.path());
            id = library.begin(samples::recipe());
            library.append(id, samples::ramp(100));
        }
        QFile part(folder.filePath(samples::files(folder.path(), "*.part").value(0)));
        QVERIFY(part.open(QIODevice::Append));
        part.write(QByteArray::fromHex("0000c07f0000807f0000003f")); // NaN, infinity, 0.5
        part.close();
        TakeLibrary library(folder.path());
        QTRY_VERIFY(!library.take(id)->soundFile.isEmpty());
        std::vector<float> expected = samples::ramp(100);
        expected.insert(expected.end(), {0.0F, 0.0F, 0.5F});
        const auto read = parley::readAudio(library.take(id)->soundFile.toStdString());
        QVERIFY(read.ok());
        QCOMPARE(read.value().samples, expected);
    }

    void leavesTheTakesOfAnotherLibraryAlone() {
        const QTemporaryDir folder;
        TakeLibrary first(folder.path());
        const TakeId kept = samples::make(first);
        const TakeId making = first.begin(samples::recipe());
        first.append(making, samples::ramp(4410));
        first.remove({kept});
        {
            TakeLibrary second(folder.path());
            QCOMPARE(second.take(making)->state, TakeState::Making);
            for (int i = 0; i < 20; ++i) {
                first.setName(making, QString::number(i));
                samples::make(second, 100);
            }
        }
        first.undoRemove();
        QVERIFY(QFile::exists(first.take(kept)->soundFile));
        first.append(making, samples::ramp(4410, 4410));
        first.finish(making, TakeState::Whole, samples::recipe(), 1, {});
        QTRY_VERIFY(!first.take(making)->soundFile.isEmpty());
        const TakeLibrary third(folder.path());
        QCOMPARE(third.notice(), QString());
        QCOMPARE(third.takes().size(), 22);
        QCOMPARE(third.take(making)->seconds, 0.2);
        QCOMPARE(third.take(making)->name, QString("19"));
    }

private:
    static void checkKilled(TakeLibrary& library, int told) {
        const QList<Take> takes = library.takes();
        QCOMPARE(takes.size(), 2);
        QCOMPARE(takes[0].recipe, samples::recipe("[S1] Killed"));
        QCOMPARE(takes[0].state, TakeState::Unfinished);
        QCOMPARE(takes[1].state, TakeState::Whole);
        QVERIFY(std::lround(takes[0].seconds * parley::kSampleRate) >=
                4410L * told); // the last chunk may have come after the last line that was read
        const auto sound = library.sound(takes[0].id);
        QVERIFY(sound);
        QTRY_VERIFY(sound->isComplete());
        QCOMPARE(sound->seconds(), takes[0].seconds);
        QCOMPARE(samples::all(sound), samples::ramp(sound->size()));
    }
};

QTEST_GUILESS_MAIN(TestTakeRecovery)
#include "test_take_recovery.moc"
