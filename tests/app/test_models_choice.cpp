// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace parley::test;

/// Which model and which codec are meant, where nobody or somebody chose one.
class TestModelsChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesOverCopies() {
        const ModelsHome home;
        fill(home);
        QVERIFY2(home.models({"quantize", "someone/Dia-1.6B-of-mine", "--dtype", "int4"}).status == 0, "quantize");
        const QByteArray list = home.models({"list"}).out;
        QVERIFY2(list.contains("* someone/Dia-1.6B-of-mine\n"), list);
        QVERIFY2(list.contains("  Dia-1.6B-of-mine-int4\n"), list);
        const CliRun spoken = home.run(m_say);
        QVERIFY2(spoken.status == 0, spoken.told());
        QVERIFY(spoken.json().value("dtype").toString() != "int4");
    }

    void takesACopyThatIsAlone() {
        const ModelsHome home;
        fill(home);
        QVERIFY2(home.models({"quantize", "someone/Dia-1.6B-of-mine", "--dtype", "int4"}).status == 0, "quantize");
        QVERIFY(QDir(home.at("hub/models--someone--Dia-1.6B-of-mine")).removeRecursively());
        const QByteArray list = home.models({"list"}).out;
        QVERIFY2(list.contains("* Dia-1.6B-of-mine-int4\n"), list);
        const CliRun spoken = home.run(m_say);
        QVERIFY2(spoken.status == 0, spoken.told());
        QCOMPARE(spoken.json().value("dtype").toString(), QStringLiteral("int4"));
    }

    void heedsAChosenCodec() {
        const ModelsHome home;
        fill(home);
        home.cache("z/dac-damaged", "plain/dac-transformers");
        QVERIFY2(home.models({"use", "z/dac-damaged"}).status == 0, "use");
        damage(home, "z--dac-damaged");
        const CliRun chosen = home.run(m_say); // it would speak with the other one
        QVERIFY2(chosen.status == 1 && chosen.err.contains("z--dac-damaged"), chosen.told());
        QVERIFY2(home.models({"use", "someone/Dia-1.6B-of-mine"}).status == 0, "use");
        const CliRun still = home.run(m_say);
        QVERIFY2(still.status == 1 && still.err.contains("z--dac-damaged"), still.told());
        QVERIFY(QDir(home.at("hub/models--z--dac-damaged")).removeRecursively());
        const CliRun other = home.run(m_say);
        QVERIFY2(other.status == 0, other.told());
    }

    void findsTheCodecOfANamedModel() {
        const ModelsHome home;
        copyData(home.folder, "plain/dia-0626", "mydia");
        const QStringList say = m_say + QStringList{"--model", "mydia"};
        const CliRun refused = home.run(say);
        QVERIFY2(refused.status == 1 && refused.err.contains("its codec is not on this machine"), refused.told());
        QVERIFY2(refused.err.contains("models download dac-44khz, or give --codec (or --demo)"), refused.told());
        home.cache("descript/dac_44khz", "plain/dac-transformers");
        const CliRun spoken = home.run(say);
        QVERIFY2(spoken.status == 0, spoken.told());
    }

    void refusesANameOfTwo() {
        const ModelsHome home;
        for (const char* above : {"a", "b"}) {
            const QString folder = home.at(QString(above) + "/twin");
            QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
            copyData(home.folder, "plain/dia-0626", QString(above) + "/twin");
            QVERIFY2(home.models({"import", above}).status == 0, above);
        }
        for (const char* command : {"path", "use", "verify", "quantize", "remove"}) {
            const CliRun run = home.models({command, "twin"});
            QVERIFY2(run.status == 2 && run.out.isEmpty(), run.told());
            QVERIFY2(run.err.contains((home.at("a/twin") + ", " + home.at("b/twin") + "\n").toUtf8()), run.told());
        }
        QCOMPARE(home.models({"path", home.at("b/twin")}).out, (home.at("b/twin") + "\n").toUtf8());
    }

    void takesAPathThatNobodyImported() {
        const ModelsHome home;
        copyData(home.folder, "plain/dia-transformers", "mine");
        QCOMPARE(home.models({"path", "mine"}).out, (home.at("mine") + "\n").toUtf8());
        const CliRun verified = home.models({"verify", "./mine/"});
        QVERIFY2(verified.status == 0 && verified.out.startsWith("mine: 0 right, 3 without"), verified.told());
        const CliRun used = home.models({"use", "mine"});
        QVERIFY2(used.status == 1 && used.err.contains("parley-cli models import " + home.at("mine").toUtf8()),
                 used.told());
        const CliRun removed = home.models({"remove", "mine"});
        QVERIFY2(removed.status == 2 && removed.err.contains("no model that Parley brought"), removed.told());
        const CliRun made = home.models({"quantize", "mine", "--to", "copies/small"});
        QVERIFY2(made.status == 0 && made.err.contains("models import " + home.at("copies/small").toUtf8()),
                 made.told());
        const CliRun within = home.models({"quantize", "mine"});
        QVERIFY2(within.status == 0 && !within.err.contains("import"), within.told());
        QVERIFY(QDir().mkpath(home.at("nothing")));
        QVERIFY2(home.models({"path", "nothing"}).status == 1, "an empty folder is no model");
    }

private:
    /// Cuts the weights short, behind the link that leads to them.
    static void damage(const ModelsHome& home, const QString& repository) {
        const QString weights =
            home.at("hub/models--" + repository + "/snapshots/" + QString(40, QLatin1Char('c')) + "/model.safetensors");
        QFile file(QFileInfo(weights).canonicalFilePath());
        QVERIFY(file.resize(file.size() / 2));
    }

    static void fill(const ModelsHome& home) {
        home.cache("someone/Dia-1.6B-of-mine", "plain/dia-transformers");
        home.cache("descript/dac_44khz", "plain/dac-transformers");
    }

    const QStringList m_say{"say", "[S1] Hello.", "--max-tokens", "40", "--seed", "1", "--out", "o.wav", "--json"};
};

QTEST_GUILESS_MAIN(TestModelsChoice)
#include "test_models_choice.moc"
