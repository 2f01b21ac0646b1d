// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/settings_store.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using parley::ui::PlayMode;
using parley::ui::Preferences;
using parley::ui::SettingsStore;

namespace {

/// Every member other than its default, but `demo`.
Preferences unusual() {
    Preferences preferences;
    preferences.modelPath = QStringLiteral("/models/dia");
    preferences.codecPath = QStringLiteral("/models/dac");
    preferences.device = QStringLiteral("cuda:1");
    preferences.dtype = QStringLiteral("bfloat16");
    preferences.threads = 3;
    preferences.tf32 = true;
    preferences.unloadMinutes = 0;
    preferences.modelsFolder = QStringLiteral("/m");
    preferences.takesFolder = QStringLiteral("/t");
    preferences.voicesFolder = QStringLiteral("/v");
    preferences.exportFormat = QStringLiteral("flac");
    preferences.soundDevice = QStringLiteral("speakers");
    preferences.playMode = PlayMode::Never;
    preferences.volume = 0.5;
    preferences.theme = QStringLiteral("dark");
    preferences.textPercent = 150;
    preferences.language = QStringLiteral("de");
    preferences.logLevel = QStringLiteral("debug");
    preferences.consentSeen = true;
    return preferences;
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QJsonObject objectIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestSettingsStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("settings.json"));
    }

    void beginsWithDefaults() {
        const SettingsStore store(m_path);
        QCOMPARE(store.preferences(), Preferences());
        QCOMPARE(store.windowState(QStringLiteral("geometry")), QByteArray());
        QCOMPARE(store.notice(), QString());
    }

    void keepsEverything() {
        {
            SettingsStore store(m_path);
            store.setPreferences(unusual());
            store.setWindowState(QStringLiteral("geometry"), QByteArray("\0\1\xff", 3));
            store.setWindowState(QStringLiteral("splitter"), "s");
        }
        const SettingsStore store(m_path);
        QCOMPARE(store.preferences(), unusual());
        QCOMPARE(store.windowState(QStringLiteral("geometry")), QByteArray("\0\1\xff", 3));
        QCOMPARE(store.windowState(QStringLiteral("splitter")), QByteArray("s"));
        QCOMPARE(store.notice(), QString());
        QCOMPARE(objectIn(m_path).value("parley-settings").toInt(), 1);
    }

    void tellsOfChangesOnce() {
        SettingsStore store(m_path);
        QSignalSpy changed(&store, &SettingsStore::preferencesChanged);
        store.setPreferences(unusual());
        store.setPreferences(unusual());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).value<Preferences>(), unusual());
        QCOMPARE(changed.first().at(1).value<Preferences>(), Preferences());
    }

    void leavesAloneWhatANewerVersionKnows() {
        write(m_path,
              R"({"parley-settings": 2, "colours": 12, "preferences": {"theme": "sepia", "threads": 5, "gpu": 1},
                          "window": {"geometry": "AAE="}})");
        {
            SettingsStore store(m_path);
            QVERIFY(!store.notice().isEmpty());
            QCOMPARE(store.preferences().theme, QStringLiteral("system"));
            QCOMPARE(store.preferences().threads, 5);
            Preferences preferences = store.preferences();
            preferences.threads = 6;
            store.setPreferences(preferences);
        }
        const QJsonObject kept = objectIn(m_path);
        QCOMPARE(kept.value("parley-settings").toInt(), 2);
        QCOMPARE(kept.value("colours").toInt(), 12);
        QCOMPARE(kept.value("preferences").toObject(), (QJsonObject{{"theme", "sepia"}, {"threads", 6}, {"gpu", 1}}));
        QCOMPARE(kept.value("window").toObject(), (QJsonObject{{"geometry", "AAE="}}));
    }

    void bearsAnything_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << QByteArray(R"({"parley-settings": 1, "preferences": {"theme": "dark")");
        QTest::newRow("other types") << QByteArray(R"({"parley-settings": 1, "preferences": [1], "window": "x"})");
        QTest::newRow("wild values") << QByteArray(
            R"({"parley-settings": 1, "preferences": {"threads": -1e300, "unloadMinutes": 1e300, "volume": 1e999, "textPercent": "large",
                "modelPath": "../../etc", "theme": 7, "playMode": []}, "window": {"geometry": {"a": 1}, "b": "%%%"}})");
    }
    void bearsAnything() {
        QFETCH(QByteArray, bytes);
        write(m_path, bytes);
        SettingsStore store(m_path);
        QVERIFY(store.preferences().threads >= 0);
        QVERIFY(store.preferences().unloadMinutes >= 0 &&
                store.preferences().unloadMinutes <= parley::ui::kMostUnloadMinutes);
        QCOMPARE(store.preferences().modelPath, QString());
        QCOMPARE(store.preferences().theme, QStringLiteral("system"));
        QCOMPARE(store.windowState(QStringLiteral("geometry")), QByteArray());
        store.setPreferences(unusual());
        store.setWindowState(QStringLiteral("geometry"), "g");
        QVERIFY(store.flush());
        const SettingsStore again(m_path);
        QCOMPARE(again.preferences(), unusual());
        QCOMPARE(again.windowState(QStringLiteral("geometry")), QByteArray("g"));
    }

    void worksInMemoryWhereItCantWrite() {
        const QString blocker = m_folder->filePath(QStringLiteral("blocker"));
        write(blocker, "x");
        SettingsStore store(blocker + QStringLiteral("/settings.json"));
        QSignalSpy told(&store, &SettingsStore::noticeChanged);
        store.setPreferences(unusual());
        QVERIFY(!store.flush());
        QCOMPARE(told.size(), 1);
        QVERIFY(!store.notice().isEmpty());
        QCOMPARE(store.preferences(), unusual());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "test_settings_store.moc"
