// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/file_size_limit.h"
#include "ui/store/take_samples.h"

#include <sys/stat.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <csignal>

using parley::ui::TakeId;
using parley::ui::TakeLibrary;
using parley::ui::TakeState;

namespace {

constexpr rlim_t kSmallDisk = 100000; // bytes

/// While it lives, a folder can't be written, even by root (who becomes nobody).
class Locked {
public:
    explicit Locked(const QString& folder) : m_folder(QFile::encodeName(folder)) {
        chmod(m_folder.constData(), S_IRUSR | S_IXUSR | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH);
        if (m_user == 0 && seteuid(kNobody) != 0) {
            qFatal("can't become another user");
        }
    }
    ~Locked() {
        if (m_user == 0 && seteuid(0) != 0) {
            qFatal("can't become root again");
        }
        chmod(m_folder.constData(), S_IRWXU);
    }
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;
    Locked(Locked&&) = delete;
    Locked& operator=(Locked&&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    QByteArray m_folder;
    uid_t m_user = geteuid();
};

} // namespace

class TestTakeFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A full disk is an error there, not a signal.
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }

    void keepsSoundWhenTheDiskIsFull() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.path());
        QSignalSpy failed(&library, &TakeLibrary::soundNotSaved);
        const TakeId id = library.begin(samples::recipe());
        {
            const FileSizeLimit limit(kSmallDisk);
            library.append(id, samples::ramp(44100));
            library.append(id, samples::ramp(44100, 44100));
            library.finish(id, TakeState::Whole, samples::recipe(), 172, {});
            QTRY_COMPARE(failed.count(), 1);
        }
        QCOMPARE(failed[0][0].toLongLong(), id);
        QCOMPARE(failed[0][1].value<parley::Error>().code, parley::ErrorCode::DiskFull);
        QVERIFY(library.hasUnsavedSound(id));
        QCOMPARE(library.take(id)->soundFile, QString());
        QCOMPARE(library.take(id)->seconds, 2.0);
        QCOMPARE(samples::all(library.sound(id)), samples::ramp(88200));
        QCOMPARE(samples::files(folder.path(), "*.wav"), QStringList());
        {
            const FileSizeLimit limit(kSmallDisk);
            library.retrySave(id);
            QTRY_COMPARE(failed.count(), 2);
        }
        library.retrySave(id);
        QTRY_VERIFY(!library.hasUnsavedSound(id));
        QCOMPARE(parley::readAudio(library.take(id)->soundFile.toStdString()).value().samples, samples::ramp(88200));
        QCOMPARE(samples::files(folder.path(), "*.part"), QStringList());
        QCOMPARE(failed.count(), 2);
    }

    void keepsChangesWhenTheListCannotBeWritten() {
        const QTemporaryDir folder;
        TakeId id = 0;
        {
            TakeLibrary library(folder.path());
            id = library.begin(samples::recipe());
            library.finish(id, TakeState::Failed, samples::recipe(), 0, {});
            QSignalSpy notices(&library, &TakeLibrary::noticeChanged);
            {
                const FileSizeLimit limit(1024);
                library.setName(id, "Renamed");
                QVERIFY(!library.notice().isEmpty());
                QCOMPARE(notices.count(), 1);
            }
            QCOMPARE(library.take(id)->name, QString("Renamed"));
            library.begin(samples::recipe());
            QCOMPARE(library.notice(), QString());
            QCOMPARE(notices.count(), 2);
        }
        QCOMPARE(TakeLibrary(folder.path()).take(id)->name, QString("Renamed"));
    }

    void worksInAFolderThatCannotBeWritten() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("takes");
        TakeId id = 0;
        {
            TakeLibrary library(path);
            id = samples::make(library, 4410);
            library.setNote(id, "kept");
        }
        QVERIFY(chmod(QFile::encodeName(folder.path()).constData(), S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH) ==
                0);
        const Locked locked(path);
        TakeLibrary library(path);
        QVERIFY2(library.notice().contains("can't be written"), qPrintable(library.notice()));
        QCOMPARE(library.takes().size(), 1);
        QCOMPARE(library.take(id)->note, QString("kept"));
        const auto old = library.sound(id);
        QTRY_VERIFY(old && old->isComplete());
        QCOMPARE(samples::all(old), samples::ramp(4410));
        checkMemoryOnly(library);
    }

    void worksWithoutAFolder_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("below a file") << "file/takes";
        QTest::newRow("a file") << "file";
    }

    void worksWithoutAFolder() {
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        samples::put(folder.filePath("file"), "text");
        TakeLibrary library(folder.filePath(name));
        QVERIFY(!library.notice().isEmpty());
        checkMemoryOnly(library);
    }

    void listsTakesWhoseSoundIsGone() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.path());
        const TakeId id = samples::make(library);
        QSignalSpy changed(&library, &TakeLibrary::changed);
        QVERIFY(QFile::remove(library.take(id)->soundFile));
        QVERIFY(!library.sound(id));
        QCOMPARE(changed.count(), 1);
        QVERIFY(library.take(id)->problem.contains("gone"));
        QCOMPARE(library.take(id)->soundFile, QString());
        QCOMPARE(library.take(id)->state, TakeState::Whole);
        QVERIFY(TakeLibrary(folder.path()).take(id)->problem.contains("gone"));
    }

    void listsTakesWhoseSoundIsBroken() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.path());
        const TakeId id = samples::make(library);
        QSignalSpy changed(&library, &TakeLibrary::changed);
        samples::put(library.take(id)->soundFile, "no sound");
        const auto sound = library.sound(id);
        QTRY_VERIFY(!sound || sound->isComplete());
        QTRY_VERIFY(library.take(id)->problem.contains("can't be read"));
        QVERIFY(!changed.isEmpty());
    }

private:
    static void checkMemoryOnly(TakeLibrary& library) {
        QSignalSpy failed(&library, &TakeLibrary::soundNotSaved);
        const TakeId id = library.begin(samples::recipe());
        library.append(id, samples::ramp(1000));
        library.finish(id, TakeState::Whole, samples::recipe(), 1, {});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(library.hasUnsavedSound(id));
        QCOMPARE(samples::all(library.sound(id)), samples::ramp(1000));
        library.setStarred(id, true);
        QVERIFY(library.take(id)->starred);
    }
};

QTEST_GUILESS_MAIN(TestTakeFaults)
#include "test_take_faults.moc"
