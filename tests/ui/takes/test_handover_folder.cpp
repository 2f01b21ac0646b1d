// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/handover_folder.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::ui;

namespace {

/// More than any system gives to a process.
constexpr qint64 kNoProcess = 1 << 30;

/// A temporary folder of many programs, and takes that are kept elsewhere.
class Handovers {
public:
    Handovers() {
        QVERIFY(m_temporary.isValid() && m_kept.isValid());
        put(take());
    }

    [[nodiscard]] QDir temporary() const { return {m_temporary.path()}; }
    [[nodiscard]] QString take() const { return m_kept.filePath("take.wav"); }
    static void put(const QString& path) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("sound") > 0);
    }
    [[nodiscard]] QString make(const QStringList& sources) const {
        QString problem;
        const QString folder = makeHandoverFolder(temporary(), sources, problem);
        [&] { QVERIFY2(!folder.isEmpty(), qPrintable(problem)); }();
        return folder;
    }
    /// As another program left it that has ended.
    [[nodiscard]] QString makeStale(const QStringList& sources, const QStringList& files) const {
        const QString folder = make(sources);
        QFile note(folder + "/.parley-takes.json");
        [&] { QVERIFY(note.open(QIODevice::ReadWrite)); }();
        QJsonObject object = QJsonDocument::fromJson(note.readAll()).object();
        object["process"] = kNoProcess;
        note.resize(0);
        note.write(QJsonDocument(object).toJson());
        for (const QString& file : files) {
            put(folder + '/' + file);
        }
        return folder;
    }
    void tidy(int days) const { removeOldHandovers(temporary(), QDateTime::currentDateTime().addDays(days)); }

private:
    QTemporaryDir m_temporary;
    QTemporaryDir m_kept;
};

} // namespace

class TestHandoverFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removesWhatNobodyWasGiven() {
        const Handovers handovers;
        const QString folder = handovers.make({handovers.take()});
        QVERIFY(folder.startsWith(handovers.temporary().path()));
        removeIfEmpty(folder);
        QVERIFY(!QDir(folder).exists());
        const QString used = handovers.make({handovers.take()});
        Handovers::put(used + "/one.wav");
        removeIfEmpty(used);
        QVERIFY(QFile::exists(used + "/one.wav"));
    }

    void removesOldOnesOfProgramsThatEnded() {
        const Handovers handovers;
        const QString empty = handovers.makeStale({handovers.take()}, {});
        const QString full = handovers.makeStale({handovers.take()}, {"one.wav"});
        handovers.tidy(0);
        QVERIFY(!QDir(empty).exists());
        QVERIFY(QFile::exists(full + "/one.wav")); // may be in use
        handovers.tidy(kHandoverDays + 1);
        QVERIFY(!QDir(full).exists());
        QVERIFY(QFile::exists(handovers.take()));
    }

    void leavesThoseOfARunningProgram() {
        const Handovers handovers;
        const QString folder = handovers.make({handovers.take()});
        handovers.tidy(kHandoverDays + 1);
        QVERIFY(QDir(folder).exists());
    }

    void leavesASoundThatIsNowhereElse_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("never saved") << "";
        QTest::newRow("deleted since") << "/nowhere/take.wav";
    }

    void leavesASoundThatIsNowhereElse() {
        QFETCH(const QString, source);
        const Handovers handovers;
        const QString folder = handovers.makeStale({handovers.take(), source}, {"one.wav", "two.wav"});
        handovers.tidy(kHandoverDays + 1);
        QVERIFY(QFile::exists(folder + "/one.wav"));
        QVERIFY(QFile::exists(folder + "/two.wav"));
    }

    void leavesWhatSomebodyPutThere() {
        const Handovers handovers;
        const QString text = handovers.makeStale({handovers.take(), handovers.take()}, {"one.wav", "notes.txt"});
        const QString sound = handovers.makeStale({handovers.take()}, {"one.wav", "mine.wav"});
        const QString unknown = handovers.temporary().filePath("parley-takes-other");
        QVERIFY(QDir().mkpath(unknown));
        Handovers::put(unknown + "/one.wav");
        handovers.tidy(kHandoverDays + 1);
        QVERIFY(QFile::exists(text + "/notes.txt"));
        QVERIFY(QFile::exists(sound + "/mine.wav"));
        QVERIFY(QFile::exists(unknown + "/one.wav"));
    }
};

QTEST_GUILESS_MAIN(TestHandoverFolder)
#include "test_handover_folder.moc"
