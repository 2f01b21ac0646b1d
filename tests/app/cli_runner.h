// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/files/folder.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <memory>

namespace parley::test {

/// No run of these tests takes a tenth of this; it only keeps a hanging program from hanging the tests.
inline constexpr int kPatienceMs = 60'000;

/// What one run of the program left behind.
struct CliRun {
    int status = -1; ///< the exit status; -1 where the program crashed or did not end
    QByteArray out;
    QByteArray err;

    /// The lines of stderr but for the demo's announcement.
    [[nodiscard]] QByteArrayList complaints() const;
    /// The JSON object in stdout's last line; empty if there is none.
    [[nodiscard]] QJsonObject json() const;
    /// Everything, for the message of a check that fails.
    [[nodiscard]] QByteArray told() const;
};

/// One more variable of the program's environment.
struct Variable {
    QString name;
    QString value;
};

/// The built program.
[[nodiscard]] QString cliPath();

/// Starts parley-cli with `folder` as its working directory, or gives nothing when it doesn't start. `errors`: where
/// stderr goes, if not to the process's reader.
[[nodiscard]] std::unique_ptr<QProcess> startCli(const Folder& folder, const QStringList& arguments,
                                                 const QList<Variable>& environment = {}, const QString& errors = {});

/// Waits for the program's end.
[[nodiscard]] CliRun outcomeOf(QProcess& process);

/// Runs parley-cli from start to end; `input` is all of its standard input.
[[nodiscard]] CliRun runCli(const Folder& folder, const QStringList& arguments, const QByteArray& input = {},
                            const QList<Variable>& environment = {});

/// Arguments that make the demo say something short, or `text`; few tokens and a fixed seed if `more` has no others.
[[nodiscard]] QStringList sayDemo(const QString& out, const QStringList& more = {},
                                  const QString& text = QStringLiteral("[S1] Hello there. [S2] Hi."));

/// A path below tests/data.
[[nodiscard]] QString dataPath(const QString& relative);

/// Copies a folder of tests/data into `folder` under the name `as`, so that a test may damage it.
void copyData(const Folder& folder, const QString& relative, const QString& as);

/// Whether the program refused as it should: this status, one line on stderr that has all these words, nothing on
/// stdout but the seed where steps were made, and no file but those in `namesBefore`. What is wrong, or nothing.
[[nodiscard]] QByteArray faultOfRefusal(const CliRun& run, int status, const QByteArrayList& words,
                                        const Folder& folder, const QStringList& namesBefore);

/// Runs the program and says so of that run.
[[nodiscard]] QByteArray faultOfRefusal(const QStringList& arguments, int status, const QByteArrayList& words,
                                        const Folder& folder);

} // namespace parley::test
