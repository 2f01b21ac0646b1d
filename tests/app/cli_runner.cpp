// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include "support/data_folder.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QRegularExpression>

namespace parley::test {

namespace {

QByteArrayList linesOf(const QByteArray& text) {
    QByteArrayList lines = text.split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace

QByteArrayList CliRun::complaints() const {
    QByteArrayList lines = linesOf(err);
    lines.removeIf([](const QByteArray& line) { return line.startsWith("parley-cli: demo: "); });
    return lines;
}

QJsonObject CliRun::json() const {
    const QByteArrayList lines = linesOf(out);
    return lines.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(lines.last()).object();
}

QByteArray CliRun::told() const {
    return "status " + QByteArray::number(status) + "\nstdout: " + out + "\nstderr: " + err;
}

QString cliPath() {
    return QStringLiteral(PARLEY_CLI);
}

std::unique_ptr<QProcess> startCli(const Folder& folder, const QStringList& arguments,
                                   const QList<Variable>& environment, const QString& errors) {
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const Variable& variable : environment) {
        variables.insert(variable.name, variable.value);
    }
    process->setProcessEnvironment(variables);
    process->setWorkingDirectory(QString::fromStdString(folder.path("").string()));
    if (!errors.isEmpty()) {
        process->setStandardErrorFile(errors, QIODevice::Append);
    }
    process->start(cliPath(), arguments);
    return process->waitForStarted(kPatienceMs) ? std::move(process) : nullptr;
}

CliRun outcomeOf(QProcess& process) {
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(kPatienceMs);
    if (!ended) {
        process.kill();
        process.waitForFinished(kPatienceMs);
    }
    const bool exited = ended && process.exitStatus() == QProcess::NormalExit;
    return {exited ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

CliRun runCli(const Folder& folder, const QStringList& arguments, const QByteArray& input,
              const QList<Variable>& environment) {
    const auto process = startCli(folder, arguments, environment);
    if (!process) {
        return {};
    }
    process->write(input);
    process->closeWriteChannel();
    return outcomeOf(*process);
}

QStringList sayDemo(const QString& out, const QStringList& more, const QString& text) {
    QStringList arguments = {"say", text, "--demo", "--out", out};
    for (const QStringList& standard : {QStringList{"--max-tokens", "60"}, QStringList{"--seed", "7"}}) {
        if (!more.contains(standard.first())) {
            arguments += standard;
        }
    }
    return arguments + more;
}

QString dataPath(const QString& relative) {
    return QString::fromStdString((dataFolder() / relative.toStdString()).string());
}

void copyData(const Folder& folder, const QString& relative, const QString& as) {
    std::error_code error;
    std::filesystem::copy(dataPath(relative).toStdString(), folder.path(as.toUtf8().constData()), error);
    if (error) {
        qFatal("%s: %s", qPrintable(relative), error.message().c_str());
    }
}

QByteArray faultOfRefusal(const CliRun& run, int status, const QByteArrayList& words, const Folder& folder,
                          const QStringList& namesBefore) {
    if (run.status != status) {
        return "the status should be " + QByteArray::number(status) + ": " + run.told();
    }
    const QByteArrayList lines = run.complaints();
    if (lines.size() != 1 || !lines.first().startsWith("parley-cli: ")) {
        return "stderr should have one line: " + run.told();
    }
    for (const QByteArray& word : words) {
        if (!lines.first().contains(word)) {
            return "the message should have '" + word + "': " + run.told();
        }
    }
    static const QRegularExpression seedAtMost("^(seed [0-9]+\n)?$");
    if (!seedAtMost.match(QString::fromUtf8(run.out)).hasMatch()) {
        return "stdout should have nothing but a seed: " + run.told();
    }
    return folder.names() == namesBefore ? QByteArray() : "files were left: " + folder.names().join(", ").toUtf8();
}

QByteArray faultOfRefusal(const QStringList& arguments, int status, const QByteArrayList& words, const Folder& folder) {
    const QStringList names = folder.names();
    return faultOfRefusal(runCli(folder, arguments), status, words, folder, names);
}

} // namespace parley::test
