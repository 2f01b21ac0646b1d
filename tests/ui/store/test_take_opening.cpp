// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/store/take_samples.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <random>

using parley::ui::Take;
using parley::ui::TakeId;
using parley::ui::TakeLibrary;
using parley::ui::TakeState;

namespace {

const char* const kDatabase = "takes.sqlite";

/// Runs statements in a database the way another program would.
void runSql(const QString& path, const QStringList& statements) {
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "other program");
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString& statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase("other program");
}

QByteArray randomBytes(qsizetype size) {
    std::mt19937 random(11);
    QByteArray bytes(size, '\0');
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random() % 256U); });
    return bytes;
}

} // namespace

class TestTakeOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rebuildsADamagedList_data() {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"random", "text", "truncated", "beginning lost", "middle lost", "other program's"}) {
            QTest::newRow(damage) << damage;
        }
    }

    void rebuildsADamagedList() {
        QFETCH(const QString, damage);
        const QTemporaryDir folder;
        const Take before = makeFolder(folder.path());
        const QString path = folder.filePath(kDatabase);
        spoil(path, damage);
        const QByteArray spoiled = samples::content(path);
        TakeLibrary library(folder.path());
        QVERIFY2(library.notice().contains("damaged"), qPrintable(library.notice()));
        const QStringList kept = samples::files(folder.path(), "takes-damaged-*.sqlite");
        QCOMPARE(kept.size(), 1);
        QVERIFY(library.notice().contains(kept[0]));
        QCOMPARE(samples::content(folder.filePath(kept[0])), spoiled);
        QCOMPARE(library.takes().size(), 2);
        const Take take = *library.take(before.id);
        QCOMPARE(take.recipe, before.recipe);
        QCOMPARE(take.made, before.made);
        QCOMPARE(take.name, before.name);
        QCOMPARE(take.seconds, before.seconds);
        QCOMPARE(take.soundFile, before.soundFile);
        samples::make(library, 10);
        QCOMPARE(TakeLibrary(folder.path()).takes().size(), 3);
    }

    void rebuildsAMissingList() {
        const QTemporaryDir folder;
        makeFolder(folder.path());
        QVERIFY(QFile::remove(folder.filePath(kDatabase)));
        samples::put(folder.filePath("noise.wav"), randomBytes(1000));
        QVERIFY(QFile::copy(folder.filePath(samples::files(folder.path(), "take-*.wav")[0]),
                            folder.filePath("copy of it.wav")));
        const TakeLibrary library(folder.path());
        QCOMPARE(library.takes().size(), 3);
        QVERIFY(library.notice().contains("3"));
    }

    void leavesANewerListAlone() {
        const QTemporaryDir folder;
        makeFolder(folder.path());
        const QString path = folder.filePath(kDatabase);
        runSql(path, {"PRAGMA journal_mode = DELETE", "PRAGMA user_version = 99"});
        const QByteArray newer = samples::content(path);
        {
            TakeLibrary library(folder.path());
            QVERIFY2(library.notice().contains("newer version"), qPrintable(library.notice()));
            QCOMPARE(library.takes().size(), 2);
            samples::make(library, 10);
        }
        QCOMPARE(samples::content(path), newer);
        const TakeLibrary library(folder.path());
        QVERIFY(library.notice().contains("newer version"));
        QCOMPARE(library.takes().size(), 3);
        QCOMPARE(samples::content(path), newer);
    }

    void survivesStrangeValues() {
        const QTemporaryDir folder;
        const Take before = makeFolder(folder.path());
        samples::put(folder.filePath("precious.wav"), "mine");
        QVERIFY(QDir(folder.path()).mkdir("deep"));
        runSql(
            folder.filePath(kDatabase),
            {"UPDATE takes SET state = 77, recipe = x'ff00', seconds = -1e300, speed = 'fast', steps = 'many', made = "
             "9e18, file = '../precious' WHERE id = " +
                 QString::number(before.id),
             "INSERT INTO takes SELECT 9223372036854775807, made, state, zeroblob(5000000), '', file, 9e999, 1, 1, 1, "
             "'', '', 1 FROM takes LIMIT 1"});
        {
            TakeLibrary library(folder.filePath("deep/.."));
            const Take take = *library.take(before.id);
            QCOMPARE(take.state, TakeState::Failed);
            QCOMPARE(take.seconds, 0.0);
            QCOMPARE(take.speed, 0.5);
            QCOMPARE(take.soundFile, QString());
            QVERIFY(!library.sound(take.id));
            library.remove({take.id});
            samples::make(library, 10);
        }
        QVERIFY(QFile::exists(folder.filePath("precious.wav")));
    }

    void sharesTheListWithOtherPrograms() {
        const QTemporaryDir folder;
        const Take before = makeFolder(folder.path());
        TakeLibrary library(folder.path());
        runSql(folder.filePath(kDatabase), {"UPDATE takes SET note = 'from outside'"});
        library.setName(before.id, "still works");
        QCOMPARE(library.notice(), QString());
        QCOMPARE(TakeLibrary(folder.path()).take(before.id)->name, QString("still works"));
    }

private:
    /// Two takes; returns the one that has a name.
    static Take makeFolder(const QString& folder) {
        TakeLibrary library(folder);
        samples::make(library, 4410);
        const TakeId id = library.begin(samples::recipe("[S1] Hello there"));
        library.append(id, samples::ramp(8820));
        library.setName(id, "Named");
        library.finish(id, TakeState::Whole, samples::recipe("[S1] Hello there"), 9, {});
        [&] { QTRY_VERIFY(!library.take(id)->soundFile.isEmpty()); }();
        return *library.take(id);
    }

    static void spoil(const QString& path, const QString& damage) {
        const QByteArray good = samples::content(path);
        if (damage == "random") {
            samples::put(path, randomBytes(20000));
        } else if (damage == "text") {
            samples::put(path, "Dear diary,\n");
        } else if (damage == "truncated") {
            samples::put(path, good.left(good.size() / 2));
        } else if (damage == "beginning lost") {
            samples::put(path, randomBytes(100) + good.mid(100));
        } else if (damage == "middle lost") {
            samples::put(path, good.left(4096) + randomBytes(good.size() - 4096));
        } else {
            QVERIFY(QFile::remove(path));
            runSql(path, {"CREATE TABLE bookmarks (address TEXT)", "INSERT INTO bookmarks VALUES ('here')"});
        }
    }
};

QTEST_GUILESS_MAIN(TestTakeOpening)
#include "test_take_opening.moc"
