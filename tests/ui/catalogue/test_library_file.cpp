// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/library_file.h"
#include "scratch_folder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using parley::test::ScratchFolder;
using parley::ui::allModelPlaces;
using parley::ui::changeLibrary;
using parley::ui::fingerprintOf;
using parley::ui::LibraryState;
using parley::ui::modelsFolder;
using parley::ui::readLibrary;
using parley::ui::recordOf;

/// What is kept about models, and where they are.
class TestLibraryFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScratchFolder>(); }

    void keepsEverything() {
        LibraryState state;
        state.defaultModel = "/models/dia";
        state.defaultCodec = "/models/dac";
        state.folders = QStringList{"/elsewhere"};
        state.records.insert("/models/dia", {"the warm one", QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC), true, "1"});
        QVERIFY(!changeLibrary(m_folder->at("models"), [&](LibraryState& now) { now = state; }));
        QCOMPARE(readLibrary(m_folder->at("models")), state);
    }

    void changesOneThingAtATime() {
        QVERIFY(!changeLibrary(m_folder->path(), [](LibraryState& now) { now.defaultModel = "/a"; }));
        QVERIFY(!changeLibrary(m_folder->path(), [](LibraryState& now) { now.folders.append("/b"); }));
        QCOMPARE(readLibrary(m_folder->path()).defaultModel, QStringLiteral("/a"));
        QCOMPARE(readLibrary(m_folder->path()).folders, QStringList{"/b"});
    }

    void keepsWhatANewerProgramWrote() {
        m_folder->put(".parley-library.json", R"({"model": "/a", "colour": "blue"})");
        QVERIFY(!changeLibrary(m_folder->path(), [](LibraryState& now) { now.defaultModel = "/b"; }));
        QFile file(m_folder->at(".parley-library.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object().value("colour").toString(), QStringLiteral("blue"));
    }

    void bearsDamage() {
        for (const char* text : {"", "[]", R"({"records": 3, "folders": {}, "model": []})", "\xff\xfe"}) {
            m_folder->put(".parley-library.json", text);
            QCOMPARE(readLibrary(m_folder->path()), LibraryState());
        }
    }

    void saysWhenItCannotWrite() {
        m_folder->put("file", "in the way");
        QVERIFY(changeLibrary(m_folder->at("file/models"), [](LibraryState&) {}));
    }

    void forgetsWhatWasVerifiedOnceFilesChange() {
        m_folder->put("dia/model.safetensors", "one");
        const QString path = m_folder->at("dia");
        LibraryState state;
        state.records.insert(path, {"note", QDateTime::currentDateTimeUtc(), true, fingerprintOf(path)});
        QVERIFY(recordOf(state, path).wasWhole);
        m_folder->put("dia/model.safetensors", "three");
        QVERIFY(!recordOf(state, path).verified.isValid());
        QVERIFY(!recordOf(state, path).wasWhole);
        QCOMPARE(recordOf(state, path).note, QStringLiteral("note"));
    }

    void knowsTheModelsFolder() {
        QProcessEnvironment environment;
        QCOMPARE(modelsFolder("/data", environment), QStringLiteral("/data/models"));
        m_folder->put("settings.json", R"({"preferences": {"modelsFolder": "/chosen"}})");
        QCOMPARE(modelsFolder(m_folder->path(), environment), QStringLiteral("/chosen"));
        environment.insert("PARLEY_MODELS_DIR", "/given");
        QCOMPARE(modelsFolder(m_folder->path(), environment), QStringLiteral("/given"));
    }

    void looksWhereAPersonPointed() {
        QVERIFY(!changeLibrary(m_folder->path(), [](LibraryState& now) { now.folders.append("/comfy/models"); }));
        const auto places = allModelPlaces(m_folder->path(), {}, "/home/x");
        QCOMPARE(places.folders, (QStringList{m_folder->path(), "/home/x/.cache/descript/dac", "/comfy/models"}));
    }

private:
    std::unique_ptr<ScratchFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestLibraryFile)
#include "test_library_file.moc"
