// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"

#include <QJsonArray>
#include <QTest>

using namespace parley::test;

/// What other programs have on the disk is found, verified and spoken with, and left as it was.
class TestModelsCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usesEveryLayout_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<bool>("shared");
        for (const char* model :
             {"plain/dia-0626", "plain/dia-0626-pth", "plain/dia-transformers", "plain/dia-transformers-sharded",
              "prompt/dia-0626", "prompt/dia-transformers", "generation-0.1/dia-v01-bf16", "generation-0.1/dia-v01-pth",
              "generation-0.1/dia-v01-safetensors"}) {
            QTest::newRow(model) << model << "plain/dac-transformers" << false;
        }
        QTest::newRow("descript's codec") << "plain/dia-0626" << "plain/dac-descript" << false;
        QTest::newRow("the shared store") << "plain/dia-transformers-sharded" << "prompt/dac-transformers" << true;
    }
    void usesEveryLayout() {
        QFETCH(QString, model);
        QFETCH(QString, codec);
        QFETCH(bool, shared);
        ModelsHome home;
        home.cache("someone/Dia-1.6B-of-mine", model, shared);
        home.cache("descript/dac_44khz", codec, shared);
        const QStringList before = home.folder.names();

        const QJsonObject list = home.models({"list", "--json"}).json();
        QCOMPARE(list.value("models").toArray().size(), 1);
        QCOMPARE(list.value("codecs").toArray().size(), 1);
        const QJsonObject found = list.value("models").toArray().first().toObject();
        QCOMPARE(found.value("name").toString(), QStringLiteral("someone/Dia-1.6B-of-mine"));
        QVERIFY(found.value("usable").toBool());
        QVERIFY(!found.value("own").toBool());
        QCOMPARE(found.value("generation").toString(), model.startsWith("generation") ? "0.1" : "0626");

        const CliRun verified = home.models({"verify"});
        QVERIFY2(verified.status == 0, verified.told());
        QVERIFY2(verified.out.contains(" 0 without a known hash, 0 wrong\n"), verified.told());
        QCOMPARE(verified.out.count('\n'), 2);

        const CliRun spoken = home.run({"say", "[S1] Hello.", "--max-tokens", "40", "--seed", "1", "--out", "o.wav"});
        QVERIFY2(spoken.status == 0, spoken.told());
        QVERIFY(home.folder.content("o.wav").size() > 1000);

        const CliRun refused = home.models({"remove", "someone/Dia-1.6B-of-mine"});
        QVERIFY2(refused.status != 0 && refused.err.contains("no model that Parley brought"), refused.told());
        QVERIFY2(home.models({"path", "someone/Dia-1.6B-of-mine"}).status == 0, "it was removed");
        QVERIFY(home.hub.seen().isEmpty());
        for (const QString& name : before) {
            QVERIFY2(home.folder.names().contains(name), qPrintable(name));
        }
    }

    void findsDamage() {
        const ModelsHome home;
        home.cache("someone/dia", "plain/dia-0626");
        const QString weights =
            home.at("hub/models--someone--dia/snapshots/" + QString(40, 'c') + "/model.safetensors");
        QFile file(weights);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 3) && file.write("x") == 1);
        file.close();
        const CliRun verified = home.models({"verify", "someone/dia"});
        QVERIFY2(verified.status == 1, verified.told());
        QVERIFY2(verified.err.contains("model.safetensors") && verified.err.contains("its hash is another one"),
                 verified.told());
        QVERIFY2(home.models({"list"}).out.contains("found damaged"), "the list should tell");
    }

    void findsTheCodecOfDescript() {
        const ModelsHome home;
        home.cache("someone/dia", "plain/dia-0626");
        QDir().mkpath(home.at(".cache/descript/dac"));
        QVERIFY(
            QFile::copy(dataPath("plain/dac-descript/weights.pth"), home.at(".cache/descript/dac/weights_44khz.pth")));
        const CliRun spoken = home.run({"say", "[S1] Hello.", "--max-tokens", "40", "--out", "o.wav"});
        QVERIFY2(spoken.status == 0, spoken.told());
    }

    void looksThroughAFolderThatWasAdded() {
        const ModelsHome home;
        copyData(home.folder, "plain/dia-0626", "comfy-dia");
        copyData(home.folder, "plain/dac-transformers", "comfy-dac");
        QCOMPARE(home.models({"list", "--json"}).json().value("models").toArray().size(), 0);
        for (const char* folder : {"comfy-dia", "comfy-dac"}) {
            const CliRun added = home.models({"import", folder});
            QVERIFY2(added.status == 0, added.told());
        }
        const CliRun spoken = home.run({"say", "[S1] Hello.", "--max-tokens", "40", "--out", "o.wav"});
        QVERIFY2(spoken.status == 0, spoken.told());
        QVERIFY2(home.models({"verify"}).out.contains("0 right, 2 without a known hash"), "hashes of nobody's");
        QVERIFY2(home.models({"remove", "comfy-dia"}).status == 0, "it should be forgotten");
        QCOMPARE(home.models({"list", "--json"}).json().value("models").toArray().size(), 0);
        QVERIFY(QFile::exists(home.at("comfy-dia/model.safetensors")));
        const CliRun empty = home.models({"import", "models"});
        QVERIFY2(empty.status == 1 && empty.err.contains("holds no model"), empty.told());
        const CliRun absent = home.models({"import", "nowhere"});
        QVERIFY2(absent.status == 1 && absent.err.contains("nowhere: does not exist"), absent.told());
        const CliRun file = home.models({"import", "comfy-dia/config.json"});
        QVERIFY2(file.status == 1 && file.err.contains("config.json: is not a folder"), file.told());
    }

    void takesTheModelThatWasChosen() {
        const ModelsHome home;
        home.cache("a/dia-one", "plain/dia-0626");
        home.cache("b/dia-two", "generation-0.1/dia-v01-safetensors");
        home.cache("descript/dac_44khz", "plain/dac-transformers");
        const QStringList say{"say", "[S1] Hello.", "--max-tokens", "40", "--seed", "1"};
        for (const char* name : {"a/dia-one", "b/dia-two"}) {
            QVERIFY2(home.models({"use", name}).status == 0, name);
            const CliRun spoken = home.run(say + QStringList{"--out", QString(name).section('-', 1) + ".wav"});
            QVERIFY2(spoken.status == 0, spoken.told());
        }
        QVERIFY(home.folder.content("one.wav") != home.folder.content("two.wav"));
    }
};

QTEST_GUILESS_MAIN(TestModelsCache)
#include "test_models_cache.moc"
