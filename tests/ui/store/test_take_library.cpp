// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/store/take_samples.h"

#include <QTemporaryDir>

using parley::ui::Take;
using parley::ui::TakeId;
using parley::ui::TakeLibrary;
using parley::ui::TakeState;

class TestTakeLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesATake() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.filePath("new/takes"));
        QCOMPARE(library.notice(), QString());
        QSignalSpy added(&library, &TakeLibrary::added);
        QSignalSpy changed(&library, &TakeLibrary::changed);
        const TakeId id = library.begin(samples::recipe());
        QCOMPARE(added.count(), 1);
        QCOMPARE(added[0][0].toLongLong(), id);
        QCOMPARE(library.take(id)->state, TakeState::Making);
        QCOMPARE(library.take(id)->soundFile, QString());
        const auto track = library.sound(id);
        QVERIFY(track && !track->isComplete());
        library.append(id, samples::ramp(22050));
        QCOMPARE(track->size(), std::size_t{22050});
        QCOMPARE(library.take(id)->seconds, 0.5);
        QVERIFY(!changed.isEmpty());
        parley::ui::Recipe asMade = samples::recipe();
        asMade.device = QStringLiteral("cpu");
        library.finish(id, TakeState::Stopped, asMade, 43, {});
        QVERIFY(track->isComplete());
        QTRY_VERIFY(!library.take(id)->soundFile.isEmpty());
        const Take take = *library.take(id);
        QCOMPARE(take.state, TakeState::Stopped);
        QCOMPARE(take.recipe, asMade);
        QCOMPARE(take.steps, 43);
        QCOMPARE(parley::readAudio(take.soundFile.toStdString()).value().samples, samples::ramp(22050));
        QCOMPARE(samples::files(folder.filePath("new/takes"), "*.part"), QStringList());
        library.append(id, samples::ramp(10)); // too late
        library.finish(id, TakeState::Failed, asMade, 0, "late");
        QCOMPARE(library.take(id)->state, TakeState::Stopped);
        QCOMPARE(library.sound(id)->size(), std::size_t{22050});
    }

    void keepsEverythingForTheNextStart() {
        const QTemporaryDir folder;
        TakeId first = 0;
        TakeId second = 0;
        Take before;
        {
            TakeLibrary library(folder.path());
            first = samples::make(library, 4410, samples::recipe("[S1] One"));
            second = library.begin(samples::recipe("[S1] Two"));
            library.append(second, samples::ramp(8820));
            library.finish(second, TakeState::Failed, samples::recipe("[S1] Two"), 7, "Out of memory.");
            library.setStarred(second, true);
            library.setName(second, "Best 'one'; DROP TABLE takes");
            library.setNote(second, QString::fromUtf8("Zeile 1\nZeile 2 \xF0\x9F\x98\x80"));
            library.setSpeed(second, 7.0);
            before = *library.take(second);
        } // at once: its file is still being written
        TakeLibrary library(folder.path());
        QCOMPARE(library.notice(), QString());
        const QList<Take> takes = library.takes();
        QCOMPARE(takes.size(), 2);
        QCOMPARE(takes[0].id, second);
        QCOMPARE(takes[1].id, first);
        const Take& take = takes[0];
        QVERIFY(QFile::exists(take.soundFile));
        QCOMPARE(take.made, before.made);
        QCOMPARE(take.recipe, before.recipe);
        QCOMPARE(take.state, TakeState::Failed);
        QCOMPARE(take.problem, QString("Out of memory."));
        QCOMPARE(take.seconds, 0.2);
        QCOMPARE(take.steps, 7);
        QCOMPARE(take.speed, 2.0);
        QVERIFY(take.starred);
        QCOMPARE(take.name, QString("Best 'one'; DROP TABLE takes"));
        QCOMPARE(take.note, before.note);
        const auto sound = library.sound(second);
        QVERIFY(sound);
        QTRY_VERIFY(sound->isComplete());
        QCOMPARE(samples::all(sound), samples::ramp(8820));
        QCOMPARE(library.sound(second), sound); // read once
    }

    void startsWithTheSpeedOfItsRecipe() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.path());
        parley::ui::Recipe recipe = samples::recipe();
        recipe.settings.speed = 0.8;
        QCOMPARE(library.take(library.begin(recipe))->speed, 0.8);
    }

    void endsWithoutSound() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.path());
        const TakeId id = library.begin(samples::recipe());
        library.finish(id, TakeState::Failed, samples::recipe(), 0, "No model.");
        QCOMPARE(library.take(id)->problem, QString("No model."));
        QCOMPARE(library.take(id)->soundFile, QString());
        QVERIFY(!library.sound(id));
        QVERIFY(!library.hasUnsavedSound(id));
        QCOMPARE(samples::files(folder.path(), "take-*"), QStringList());
    }

    void removesAndBringsBack() {
        const QTemporaryDir folder;
        {
            TakeLibrary library(folder.path());
            const TakeId first = samples::make(library);
            const TakeId second = samples::make(library);
            const TakeId third = samples::make(library);
            QSignalSpy removed(&library, &TakeLibrary::removed);
            QSignalSpy added(&library, &TakeLibrary::added);
            QVERIFY(!library.canUndoRemove());
            library.remove({first, second, 12345, first});
            QCOMPARE(removed.count(), 2);
            QCOMPARE(library.takes().size(), 1);
            QVERIFY(!library.take(first) && !library.sound(first));
            library.remove({third});
            QVERIFY(library.takes().isEmpty());
            QCOMPARE(samples::files(folder.path(), "*.wav").size(), 3);
            library.undoRemove();
            QCOMPARE(library.takes().size(), 1);
            QCOMPARE(library.takes()[0].id, third);
            library.undoRemove();
            QCOMPARE(added.count(), 3);
            QCOMPARE(library.takes().size(), 3);
            QVERIFY(!library.canUndoRemove());
            library.undoRemove(); // nothing to undo
            library.remove({second});
        }
        QCOMPARE(samples::files(folder.path(), "*.wav").size(), 2);
        const TakeLibrary library(folder.path());
        QCOMPARE(library.takes().size(), 2);
        QVERIFY(!library.canUndoRemove());
    }

    void freesTheDiskWhenUndoIsOver() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.path());
        const TakeId id = samples::make(library);
        const TakeId making = library.begin(samples::recipe());
        library.append(making, samples::ramp(100));
        library.remove({id, making});
        library.forgetRemoved();
        QVERIFY(!library.canUndoRemove());
        QCOMPARE(samples::files(folder.path(), "*.wav"), QStringList());
        library.finish(making, TakeState::Stopped, samples::recipe(), 1, {}); // ends well, though nobody sees it
        QVERIFY(library.takes().isEmpty());
    }

    void ignoresUnknownTakes() {
        const QTemporaryDir folder;
        TakeLibrary library(folder.path());
        QSignalSpy changed(&library, &TakeLibrary::changed);
        library.append(5, samples::ramp(10));
        library.finish(5, TakeState::Whole, {}, 0, {});
        library.setStarred(5, true);
        library.setName(5, "x");
        library.retrySave(5);
        library.remove({5});
        QVERIFY(!library.take(5) && !library.sound(5) && !library.hasUnsavedSound(5) && !library.canUndoRemove());
        QCOMPARE(changed.count(), 0);
    }

    void hasManyTakes() {
        const QTemporaryDir folder;
        QList<TakeId> ids;
        {
            TakeLibrary library(folder.path());
            for (int i = 0; i < 200; ++i) {
                ids.prepend(library.begin(samples::recipe()));
                library.finish(ids[0], TakeState::Failed, samples::recipe(), 0, {});
            }
        }
        const TakeLibrary library(folder.path());
        const QList<Take> takes = library.takes();
        QCOMPARE(takes.size(), 200);
        for (qsizetype i = 1; i < takes.size(); ++i) {
            QVERIFY(takes[i - 1].made >= takes[i].made);
        }
    }
};

QTEST_GUILESS_MAIN(TestTakeLibrary)
#include "test_take_library.moc"
