// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <csignal>

using namespace parley::test;

namespace {

/// Adds a file to a model that Parley brought which takes long to read and no room.
void addHugeFile(const QString& folder) {
    constexpr qint64 kBytes = 200'000'000'000;
    QFile file(folder + "/huge.bin");
    QFile note(folder + "/.parley-model.json");
    if (!file.open(QIODevice::WriteOnly) || !file.resize(kBytes) || !note.open(QIODevice::ReadWrite)) {
        qFatal("can't write into %s", qPrintable(folder));
    }
    QJsonObject model = QJsonDocument::fromJson(note.readAll()).object();
    QJsonObject entry = model["entry"].toObject();
    QJsonArray files = entry["files"].toArray();
    files.append(QJsonObject{{"path", "huge.bin"}, {"bytes", kBytes}, {"sha256", QString(64, QLatin1Char('a'))}});
    entry["files"] = files;
    model["entry"] = entry;
    note.resize(0);
    note.write(QJsonDocument(model).toJson());
}

/// Bytes that a process has read so far; negative where the system doesn't say.
qint64 bytesRead(const QProcess& process) {
    QFile file(QStringLiteral("/proc/%1/io").arg(process.processId()));
    static const QRegularExpression kRead(QStringLiteral("rchar: ([0-9]+)"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    return kRead.match(QString::fromLatin1(file.readAll())).captured(1).toLongLong();
}

} // namespace

/// `parley-cli models verify` and `remove` where they are kept from their work.
class TestModelsKeep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_home = std::make_unique<ModelsHome>();
        m_home->publish("someone/dia", "plain/dia-0626");
        m_home->publishCodec();
    }

    void endsVerifyingWithOneInterrupt() {
        QVERIFY(m_home->models({"download", "someone/dia"}).status == 0);
        for (const char* folder : {"models/someone--dia", "models/dac-44khz"}) {
            addHugeFile(m_home->at(folder));
        }
        const auto process = m_home->start({"verify"});
        QVERIFY(process);
        if (bytesRead(*process) < 0) {
            process->kill();
            process->waitForFinished(kPatienceMs);
            QSKIP("this system doesn't tell what a process has read");
        }
        QTRY_VERIFY_WITH_TIMEOUT(bytesRead(*process) > 300'000'000, kPatienceMs);
        QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
        const CliRun run = outcomeOf(*process);
        QCOMPARE(run.status, 130);
        QVERIFY2(run.err.count("cancelled") == 1 && run.out.isEmpty(), run.told());
    }

    void saysNothingOfForgettingThatFailed() {
        const QString added = m_home->at("mine");
        QVERIFY(QDir().mkpath(added));
        for (const char* name : {"config.json", "model.safetensors"}) {
            QVERIFY(QFile::copy(dataPath(QStringLiteral("plain/dia-0626/") + name), added + "/" + name));
        }
        QVERIFY2(m_home->models({"import", added}).status == 0, "import");
        // Nobody gets this lock, so the list can't be written.
        QVERIFY(QDir().mkpath(m_home->at("models/.parley-library.json.lock/x")));
        const CliRun failed = m_home->models({"remove", added});
        QVERIFY2(failed.status == 1 && failed.out.isEmpty() && failed.err.contains("can't be written"), failed.told());
        QVERIFY(QDir(m_home->at("models/.parley-library.json.lock")).removeRecursively());
        const CliRun forgotten = m_home->models({"remove", added});
        QVERIFY2(forgotten.status == 0 && forgotten.out.startsWith("forgot " + added.toUtf8()), forgotten.told());
        QVERIFY(QFileInfo::exists(added + "/config.json"));
    }

private:
    std::unique_ptr<ModelsHome> m_home;
};

QTEST_GUILESS_MAIN(TestModelsKeep)
#include "test_models_keep.moc"
