// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace parley::test;

/// What downloads leave that brought little or nothing: it is never taken for a model.
class TestModelsUnfinished : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesABeginning_data() {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("verify") << QStringList{"verify"};
        QTest::newRow("path") << QStringList{"path"};
        QTest::newRow("use") << QStringList{"use"};
        QTest::newRow("quantize") << QStringList{"quantize"};
    }
    void refusesABeginning() {
        QFETCH(const QStringList, command);
        const ModelsHome home; // its hub has no such model
        const CliRun begun = home.models({"download", m_id});
        QVERIFY2(begun.status == 1, begun.told());
        for (const QString& name : {m_id, home.at("models/" + m_id), QStringLiteral("nari-labs/Dia-1.6B-0626")}) {
            const CliRun run = home.models(command + QStringList{name});
            QVERIFY2(run.status == 1 && run.out.isEmpty(), run.told());
            QVERIFY2(run.err.contains("has not come to its end; go on with: parley-cli models download " +
                                      m_id.toUtf8() + "\n"),
                     run.told());
        }
        QVERIFY2(!home.folder.names().contains(".parley-library.json") &&
                     !QFileInfo::exists(home.at("models/.parley-library.json")),
                 "something was noted of it");
        const CliRun list = home.models({"list"});
        QVERIFY2(list.out.contains("unfinished, "), list.told());
        QVERIFY2(home.models({"remove", m_id}).status == 0, "it should go");
        QVERIFY(!QFileInfo::exists(home.at("models/" + m_id)));
    }

    void tellsHowToGoOnElsewhere() {
        const ModelsHome home;
        QVERIFY2(home.models({"download", m_id, "--to", "far"}).status == 1, "its hub has no such model");
        const CliRun run = home.models({"verify", "far"});
        QVERIFY2(run.status == 1 &&
                     run.err.contains("models download nari-labs/Dia-1.6B-0626 --to " + home.at("far").toUtf8() + "\n"),
                 run.told());
        QVERIFY2(home.models({"remove", "far"}).status == 0 && !QFileInfo::exists(home.at("far")), "it should go");
    }

    void leavesNothingOfWhatCouldNotBegin() {
        const ModelsHome home;
        QVERIFY(QDir().mkpath(home.at("empty")) && QDir().mkpath(home.at("mine")));
        home.folder.put("mine/notes.txt", "mine");
        QVERIFY(QDir().mkpath(home.at("models/no--where/.parley-part"))); // as an earlier try may have left it
        QVERIFY2(home.models({"download", "no/where"}).status == 1, "download");
        QVERIFY(!QFileInfo::exists(home.at("models/no--where")));
        for (const char* to : {"mine", "empty"}) {
            const CliRun run = home.models({"download", "no/where", "--to", to});
            QVERIFY2(run.status == 1, run.told());
            const QStringList left =
                QDir(home.at(to)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
            QVERIFY(QFileInfo::exists(home.at(to)));
            QVERIFY2(left.filter(".parley").isEmpty(), qPrintable(left.join(' ')));
        }
    }

private:
    const QString m_id = QStringLiteral("dia-1.6b-0626");
};

QTEST_GUILESS_MAIN(TestModelsUnfinished)
#include "test_models_unfinished.moc"
