// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace parley::test {

/// A terminal without a screen: what a program writes to path() comes out of text().
class Terminal {
public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    Terminal(Terminal&&) = delete;
    Terminal& operator=(Terminal&&) = delete;

    /// Empty where the system has no terminals to give.
    [[nodiscard]] QString path() const { return m_path; }

    /// Everything that was written so far.
    [[nodiscard]] QByteArray text();

private:
    int m_near = -1; ///< the screen's end
    int m_far = -1;  ///< held open, so that reading never ends while no program writes
    QString m_path;
    QByteArray m_text;
};

} // namespace parley::test
