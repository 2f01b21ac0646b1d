// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/preset_store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::ui;

class TestPresetStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void survivesARestart();
    void renamesAndRemoves();
    void refusesUnusableNames();
    void hasAnEnd();
    void keepsHostileFilesAside_data();
    void keepsHostileFilesAside();
    void readsWhatItCan();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("presets.json")); }
    void write(const QByteArray& bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

GenerationSettings warm() {
    GenerationSettings settings;
    settings.temperature = 1.45;
    settings.topK = 33;
    settings.closingTag = false;
    return settings;
}

QStringList namesIn(const PresetStore& store) {
    QStringList names;
    for (const Preset& preset : store.presets()) {
        names.append(preset.name);
    }
    return names;
}

} // namespace

void TestPresetStore::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestPresetStore::write(const QByteArray& bytes) const {
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestPresetStore::survivesARestart() {
    {
        PresetStore store(path());
        const QSignalSpy changed(&store, &PresetStore::changed);
        QVERIFY(store.save(QStringLiteral("  Warm\nvoice "), warm()));
        QVERIFY(store.save(QStringLiteral("Ärger"), {}));
        QCOMPARE(changed.size(), 2);
    }
    const PresetStore store(path());
    QVERIFY(store.notice().isEmpty());
    QCOMPARE(store.presets().size(), 2);
    QCOMPARE(store.find(QStringLiteral("warm voice")).value(), (Preset{QStringLiteral("Warm voice"), warm()}));
    QVERIFY(!store.find(QStringLiteral("Cold")));
}

void TestPresetStore::renamesAndRemoves() {
    {
        PresetStore store(path());
        QVERIFY(store.save(QStringLiteral("B"), {}));
        QVERIFY(store.save(QStringLiteral("A"), warm()));
        QCOMPARE(namesIn(store), QStringList({"A", "B"}));
        QVERIFY(store.rename(QStringLiteral("A"), QStringLiteral("C")));
        QVERIFY(store.rename(QStringLiteral("b"), QStringLiteral("b"))); // another spelling of its own name
        QVERIFY(!store.rename(QStringLiteral("C"), QStringLiteral("B")));
        QVERIFY(!store.rename(QStringLiteral("A"), QStringLiteral("D")));
        QVERIFY(store.save(QStringLiteral("c"), {})); // replaces C
        QVERIFY(store.remove(QStringLiteral("b")));
        QVERIFY(!store.remove(QStringLiteral("b")));
    }
    const PresetStore store(path());
    QCOMPARE(store.presets(), QList<Preset>({{QStringLiteral("C"), {}}}));
}

void TestPresetStore::refusesUnusableNames() {
    PresetStore store(path());
    QVERIFY(!store.save(QStringLiteral(" \t\n"), {}));
    QVERIFY(store.save(QString(500, QLatin1Char('x')), {}));
    QCOMPARE(store.presets().constFirst().name.size(), PresetStore::kLongestName);
}

void TestPresetStore::hasAnEnd() {
    PresetStore store(path());
    for (int i = 0; i < PresetStore::kMostPresets; ++i) {
        QVERIFY(store.save(QString::number(i), {}));
    }
    QVERIFY(!store.save(QStringLiteral("one more"), {}));
    QVERIFY(store.save(QStringLiteral("7"), warm()));
}

void TestPresetStore::keepsHostileFilesAside_data() {
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"parley-presets": 1, "presets": [{"na)");
    QTest::newRow("binary") << QByteArray("\0\1\2\xff", 4);
    QTest::newRow("another program's") << QByteArray(R"({"presets": []})");
}

void TestPresetStore::keepsHostileFilesAside() {
    QFETCH(QByteArray, bytes);
    write(bytes);
    {
        PresetStore store(path());
        QVERIFY(!store.notice().isEmpty());
        QVERIFY(store.presets().isEmpty());
        QVERIFY(store.save(QStringLiteral("New"), {}));
    }
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    QCOMPARE(files.size(), 2);
    const QString aside = files.at(files.indexOf(QLatin1String("presets.json")) == 0 ? 1 : 0);
    QFile kept(m_folder->filePath(aside));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    QCOMPARE(namesIn(PresetStore(path())), QStringList({"New"}));
}

void TestPresetStore::readsWhatItCan() {
    write(R"({"parley-presets": 1, "presets": [5, null, {"name": ""}, {"name": 3}, {"name": "No settings"},
        {"name": "Wild", "settings": {"temperature": 1e9, "topK": -4, "takes": "many"}}, {"name": "WILD"}]})");
    const PresetStore store(path());
    QVERIFY(store.notice().isEmpty());
    QCOMPARE(namesIn(store), QStringList({"No settings", "Wild"}));
    QCOMPARE(store.presets().at(0).settings, GenerationSettings());
    QCOMPARE(store.presets().at(1).settings.temperature, kTemperatureRange.most);
    QCOMPARE(store.presets().at(1).settings.topK, 15);
}

QTEST_GUILESS_MAIN(TestPresetStore)
#include "test_preset_store.moc"
