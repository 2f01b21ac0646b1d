// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli_runner.h"
#include "ui/hub/fake_hub.h"

namespace parley::test {

/// A person's home with nothing in it, and a hub of its own: what `parley-cli models` works on.
class ModelsHome {
public:
    [[nodiscard]] CliRun run(const QStringList& arguments) const {
        return runCli(folder, arguments, {}, environment());
    }
    [[nodiscard]] CliRun models(const QStringList& arguments) const { return run(QStringList{"models"} + arguments); }
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const {
        return startCli(folder, QStringList{"models"} + arguments, environment());
    }

    /// Puts a folder of tests/data on the hub.
    void publish(const QByteArray& repository, const QString& data);
    /// The codec, where the catalogue looks for it.
    void publishCodec() { publish("descript/dac_44khz", QStringLiteral("plain/dac-transformers")); }

    /// Puts a folder of tests/data into the hub's cache as its own tools do; `shared`: with the blobs in the store that
    /// newer versions share between repositories.
    void cache(const QString& repository, const QString& data, bool shared = false) const;

    [[nodiscard]] QString at(const QString& path) const {
        return QString::fromStdString(folder.path(path.toUtf8().constData()).string());
    }

    Folder folder;
    FakeHub hub;
    QList<Variable> more; ///< of the environment

private:
    [[nodiscard]] QList<Variable> environment() const;
};

} // namespace parley::test
