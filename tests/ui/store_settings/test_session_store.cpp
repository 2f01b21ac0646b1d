// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/session_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using parley::ui::Session;
using parley::ui::SessionStore;

namespace {

constexpr auto kChildFlag = "--type-and-wait";
const QString kStory = QStringLiteral("[S1] Once upon a time there was a microphone. [S2] Nobody had asked it.");
const QString kOther = QStringLiteral("[S1] Something else altogether, about the weather in the mountains.");

Session withScript(const QString& script) {
    Session session;
    session.script = script;
    session.cursor = static_cast<int>(script.size());
    return session;
}

/// JSON with ' for ".
QByteArray json(QByteArray text) {
    return text.replace('\'', '"');
}

/// Every key press of a person who writes `text` behind what is there.
void type(SessionStore& store, const QString& text) {
    for (const QChar character : text) {
        store.set(withScript(store.session().script + character));
    }
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestSessionStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("session.json"));
    }

    void keepsTheSession() {
        Session session = withScript(QStringLiteral("[S1] Grüße 🎙 \"x\"\n[S2] (laughs)"));
        session.cursor = 5;
        session.voiceId = QStringLiteral("anna");
        session.settings.temperature = 1.2;
        session.settings.seed = 4294967295;
        {
            SessionStore store(m_path);
            store.set(session);
        }
        const SessionStore store(m_path);
        QCOMPARE(store.session(), session);
        QCOMPARE(store.olderScripts(), QStringList());
        QCOMPARE(store.notice(), QString());
    }

    void writingIsNoHistory() {
        SessionStore store(m_path);
        type(store, kStory);
        for (qsizetype length = kStory.size(); length > kStory.size() * 2 / 3; --length) {
            store.set(withScript(kStory.left(length)));
        }
        type(store, QStringLiteral(" And so on."));
        QCOMPARE(store.olderScripts(), QStringList());
    }

    void keepsWhatIsReplaced() {
        SessionStore store(m_path);
        QSignalSpy changed(&store, &SessionStore::olderScriptsChanged);
        type(store, kStory);
        store.set(withScript(kOther));
        QCOMPARE(store.olderScripts(), QStringList{kStory});
        QCOMPARE(changed.size(), 1);
        QVERIFY(store.flush());
        QCOMPARE(SessionStore(m_path).olderScripts(), QStringList{kStory});
    }

    void keepsWhatIsDeletedBitByBit() {
        SessionStore store(m_path);
        type(store, kStory);
        for (qsizetype length = kStory.size() - 1; length >= 0; --length) {
            store.set(withScript(kStory.left(length)));
        }
        QVERIFY(store.olderScripts().contains(kStory));
    }

    void keepsWhatIsClearedAfterARestart() {
        {
            SessionStore store(m_path);
            store.set(withScript(kStory));
        }
        SessionStore store(m_path);
        store.set(withScript({}));
        QCOMPARE(store.olderScripts(), QStringList{kStory});
    }

    void historyIsDistinctAndBounded() {
        SessionStore store(m_path);
        for (int i = 0; i < 80; ++i) {
            store.set(withScript(QString::number(i).repeated(20)));
        }
        QCOMPARE(store.olderScripts().size(), 50);
        const QString newest = store.olderScripts().first();
        QCOMPARE(newest, QString::number(78).repeated(20));
        store.set(withScript(newest));
        store.set(withScript(kStory));
        QCOMPARE(store.olderScripts().count(newest), 1);
        store.set(withScript(QStringLiteral("[S1] [S2] \n")));
        store.set(withScript(kOther));
        QVERIFY(!store.olderScripts().contains(QStringLiteral("[S1] [S2] \n")));
    }

    void aHugeScriptIsKeptAlone() {
        SessionStore store(m_path);
        store.set(withScript(kStory));
        store.set(withScript(kOther));
        const QString huge(2'000'000, QLatin1Char('x'));
        store.set(withScript(huge));
        store.set(withScript(kStory));
        QCOMPARE(store.olderScripts(), QStringList{huge});
    }

    void bearsAnything_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("aside");
        QTest::newRow("cut") << json("{'parley-session': 1, 'script': 'Hello") << true;
        QTest::newRow("wrong types")
            << json("{'parley-session': 1, 'script': 5, 'cursor': 'x', 'settings': [], 'olderScripts': {'a': 1}}")
            << false;
        QTest::newRow("wild values") << json("{'parley-session': 1, 'cursor': 99999999999, 'settings': "
                                             "{'topK': 'many'}, 'olderScripts': [1, null, '', '[S1]', ['x']]}")
                                     << false;
        QTest::newRow("settings of the wrong kind") << json("{'parley-settings': 1}") << true;
    }
    void bearsAnything() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, aside);
        write(m_path, bytes);
        SessionStore store(m_path);
        QCOMPARE(store.session(), Session());
        QCOMPARE(store.olderScripts(), QStringList());
        QCOMPARE(!store.notice().isEmpty(), aside);
        QCOMPARE(QDir(m_folder->path()).entryList({"session.damaged-*"}).size(), aside ? 1 : 0);
        store.set(withScript(kStory));
        QVERIFY(store.flush());
        QCOMPARE(SessionStore(m_path).session(), withScript(kStory));
    }

    void aNewerVersionKeepsItsOwn() {
        write(m_path, json("{'parley-session': 3, 'script': '[S1] Hi.', 'settings': {'mood': 2}, 'scenes': [1]}"));
        {
            SessionStore store(m_path);
            QVERIFY(!store.notice().isEmpty());
            Session session = store.session();
            QCOMPARE(session.script, QStringLiteral("[S1] Hi."));
            session.settings.topK = 50;
            store.set(session);
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(kept.value("parley-session").toInt(), 3);
        QCOMPARE(kept.value("settings").toObject(), (QJsonObject{{"mood", 2}, {"topK", 50}}));
        QVERIFY(kept.contains("scenes"));
    }

    void survivesAKill() {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {QLatin1String(kChildFlag), m_path});
        QVERIFY(child.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(SessionStore(m_path).session().script, kStory, 30'000);
        QCOMPARE(child.state(), QProcess::Running);
        child.kill();
        QVERIFY(child.waitForFinished());
        const SessionStore store(m_path);
        QCOMPARE(store.session(), withScript(kStory));
        QCOMPARE(store.notice(), QString());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

/// With the flag: a program that is killed in the middle of a session.
int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String(kChildFlag)) {
        SessionStore store(arguments.at(2));
        type(store, kStory);
        return QCoreApplication::exec();
    }
    TestSessionStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_session_store.moc"
