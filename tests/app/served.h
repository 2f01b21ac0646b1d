// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli_runner.h"
#include "serve/http_client.h"

#include <QJsonObject>
#include <memory>

namespace parley::test {

/// A request for speech with these fields, and few tokens and a fixed seed where they say nothing else.
[[nodiscard]] QByteArray speechBytes(QJsonObject fields, const Headers& headers = {});

/// `parley-cli serve` on a free port, its model loaded or not to be loaded.
class Served {
public:
    explicit Served(const QStringList& more = {}, const QList<Variable>& environment = {},
                    const QStringList& model = {"--demo"});
    ~Served();
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    /// Empty, or why it didn't start.
    [[nodiscard]] QByteArray fault() const { return m_fault; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QProcess& process() { return *m_process; }

    [[nodiscard]] Answer ask(const QByteArray& bytes) const;
    [[nodiscard]] Answer get(const QByteArray& path, const Headers& headers = {}) const {
        return ask(requestBytes("GET", path, {}, headers));
    }
    /// A line of /metrics; -1 where there is none.
    [[nodiscard]] double metric(const QByteArray& name) const;

    Folder folder; ///< its working directory

private:
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QByteArray m_fault;
};

} // namespace parley::test
