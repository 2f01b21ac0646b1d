// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_places.h"
#include "scratch_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>

using parley::test::ScratchFolder;
using parley::ui::Candidate;
using parley::ui::candidatesBelow;
using parley::ui::candidatesInHub;
using parley::ui::modelNameOf;
using parley::ui::ModelPlaces;
using parley::ui::modelPlaces;

class TestModelPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScratchFolder>(); }

    void knowsWhereOtherProgramsKeepTheirs() {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HF_HUB_CACHE"), QStringLiteral("/a"));
        environment.insert(QStringLiteral("HF_HOME"), QStringLiteral("~/hf"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), QStringLiteral("/home/x/.cache"));
        const ModelPlaces places = modelPlaces(QStringLiteral("/models/"), environment, QStringLiteral("/home/x"));
        QCOMPARE(places.hubCaches, (QStringList{"/a", "/home/x/hf/hub", "/home/x/.cache/huggingface/hub"}));
        QCOMPARE(places.folders, (QStringList{"/models", "/home/x/.cache/descript/dac"}));
    }

    void hasPlacesWithoutAnySetting() {
        const ModelPlaces places = modelPlaces({}, {}, QStringLiteral("/home/x"));
        QCOMPARE(places.hubCaches, QStringList{"/home/x/.cache/huggingface/hub"});
        QCOMPARE(places.folders, QStringList{"/home/x/.cache/descript/dac"});
    }

    void takesShardsAsOne() {
        for (const char* file : {"model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors",
                                 "model.safetensors.index.json", "notes.txt"}) {
            put(QStringLiteral("dia/") + QLatin1String(file));
        }
        put(QStringLiteral("dia/config.json"), R"({"model_type": "dia"})");
        QCOMPARE(candidatesBelow(at("dia"), 0), (QList<Candidate>{{at("dia"), "dia", true, true}}));
    }

    void tellsSeveralFilesApart() {
        put(QStringLiteral("all/a.pth"));
        put(QStringLiteral("all/b.safetensors"));
        QCOMPARE(candidatesBelow(at("all"), 0),
                 (QList<Candidate>{{at("all/a.pth"), "a.pth", false, false},
                                   {at("all/b.safetensors"), "b.safetensors", false, false}}));
    }

    void goesNoDeeperThanAsked() {
        put(QStringLiteral("1/2/3/only.pth"));
        QCOMPARE(candidatesBelow(m_folder->path(), 2).size(), 0);
        QCOMPARE(candidatesBelow(m_folder->path(), 3).size(), 1);
    }

    void walksInNoCircles() {
        put(QStringLiteral("loop/only.pth"));
        QVERIFY(QFile::link(m_folder->path(), at("loop/back")));
        QCOMPARE(candidatesBelow(m_folder->path(), 60).size(), 1);
    }

    void bearsPlacesThatAreNotThere() {
        QCOMPARE(candidatesBelow(at("nowhere"), 3).size(), 0);
        QCOMPARE(candidatesInHub(at("nowhere")).size(), 0);
    }

    void bearsAnyConfig_data() {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<bool>("isDia");
        QTest::newRow("transformers'") << QByteArray(R"({"model_type": "dia"})") << true;
        QTest::newRow("the reference's") << QByteArray(R"({"model": {"encoder": {}, "decoder": {}}, "data": {}})")
                                         << true;
        QTest::newRow("another model's") << QByteArray(R"({"model_type": "llama"})") << false;
        QTest::newRow("list") << QByteArray("[]") << false;
        QTest::newRow("deep") << QByteArray(100'000, '[') << false;
        QTest::newRow("large") << QByteArray(2'000'000, ' ') + R"({"model_type": "dia"})" << false;
    }
    void bearsAnyConfig() {
        QFETCH(QByteArray, config);
        put(QStringLiteral("m/model.safetensors"));
        put(QStringLiteral("m/config.json"), config);
        const QList<Candidate> found = candidatesBelow(at("m"), 0);
        QCOMPARE(found.size(), 1);
        QTEST(found.first().isDiaBy, "isDia");
    }

    void readsTheHub() {
        const QString repository = QStringLiteral("models--nari-labs--Dia-1.6B-0626/");
        put(repository + QStringLiteral("snapshots/old/model.safetensors"));
        put(repository + QStringLiteral("snapshots/main/model.safetensors"));
        put(repository + QStringLiteral("refs/main"), "main\n");
        put(QStringLiteral("models--descript--dac_44khz/snapshots/1/model.safetensors"));
        put(QStringLiteral("models--meta--llama/snapshots/1/model.safetensors"));
        put(QStringLiteral("models--some--dia-empty/snapshots/1/README.md"));
        const QList<Candidate> expected{
            {at("models--descript--dac_44khz/snapshots/1"), "descript/dac_44khz", true, false},
            {at("models--nari-labs--Dia-1.6B-0626/snapshots/main"), "nari-labs/Dia-1.6B-0626", true, true}};
        QCOMPARE(candidatesInHub(m_folder->path()), expected);
    }

    void namesAModelAsPeopleDo() {
        QCOMPARE(modelNameOf(QStringLiteral("/hub/models--nari-labs--Dia-1.6B/snapshots/8e2c")),
                 QStringLiteral("nari-labs/Dia-1.6B"));
        QCOMPARE(modelNameOf(QStringLiteral("/hub/models--nari-labs--Dia-1.6B/snapshots/8e2c/dia.pth")),
                 QStringLiteral("nari-labs/Dia-1.6B"));
        QCOMPARE(modelNameOf(QStringLiteral("/models/my dia")), QStringLiteral("my dia"));
        QCOMPARE(modelNameOf({}), QString());
    }

    void aReferenceLeadsNowhereElse() {
        const QString repository = QStringLiteral("models--x--dia/");
        put(QStringLiteral("outside/model.safetensors"));
        put(repository + QStringLiteral("snapshots/1/model.safetensors"));
        put(repository + QStringLiteral("refs/main"), "../../../outside");
        QCOMPARE(candidatesInHub(m_folder->path()).first().path, at("models--x--dia/snapshots/1"));
    }

private:
    [[nodiscard]] QString at(const char* path) const { return m_folder->at(path); }

    void put(const QString& path, const QByteArray& bytes = "weights") const { m_folder->put(qPrintable(path), bytes); }

    std::unique_ptr<ScratchFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestModelPlaces)
#include "test_model_places.moc"
