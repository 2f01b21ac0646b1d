// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "served.h"

#include <QJsonDocument>
#include <QTest>

namespace parley::test {

QByteArray speechBytes(QJsonObject fields, const Headers& headers) {
    const QJsonObject standard{{"model", "demo"},          {"input", "[S1] Hello there. [S2] Hi."},
                               {"voice", "default"},       {"seed", 7},
                               {"response_format", "wav"}, {"max_tokens", 60}};
    for (auto field = standard.begin(); field != standard.end(); ++field) {
        if (!fields.contains(field.key())) {
            fields.insert(field.key(), field.value());
        }
    }
    return requestBytes("POST", "/v1/audio/speech", QJsonDocument(fields).toJson(QJsonDocument::Compact), headers);
}

Served::Served(const QStringList& more, const QList<Variable>& environment, const QStringList& model) {
    m_process = startCli(folder, QStringList{"serve", "--port", "0"} + model + more, environment);
    QByteArray out;
    while (m_process && !out.contains('\n') && m_process->waitForReadyRead(kPatienceMs)) {
        out += m_process->readAllStandardOutput();
    }
    m_port = static_cast<quint16>(out.trimmed().split(':').last().toUInt());
    if (m_port == 0) {
        m_fault = m_process ? outcomeOf(*m_process).told() : "it can't be started";
        return;
    }
    const auto hasLoaded = [&] {
        const QString status = get("/health").json().value(QLatin1String("status")).toString();
        return status == QLatin1String("ready") || status == QLatin1String("failed");
    };
    if (!QTest::qWaitFor(hasLoaded, kPatienceMs)) {
        m_fault = "it goes on loading";
    }
}

Served::~Served() {
    if (m_process && m_process->state() == QProcess::Running) {
        m_process->terminate();
        if (!m_process->waitForFinished(kPatienceMs)) {
            m_process->kill();
            m_process->waitForFinished(kPatienceMs);
            qFatal("the server didn't end when it was asked to");
        }
    }
}

Answer Served::ask(const QByteArray& bytes) const {
    Client client(m_port);
    client.send(bytes);
    return client.readAnswer();
}

double Served::metric(const QByteArray& name) const {
    const QByteArrayList lines = get("/metrics").body.split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(name + " ")) {
            return line.mid(name.size() + 1).toDouble();
        }
    }
    return -1;
}

} // namespace parley::test
