// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/autosaved_file.h"
#include "store/recipe.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

namespace parley::ui {

/// The recipes that wait to be made, in a JSON file, so that they survive the end of the program. Voices are in it by
/// name and hash only. GUI thread.
class WaitingFile : public QObject {
    Q_OBJECT

public:
    explicit WaitingFile(const QString& path, QObject* parent = nullptr);

    /// What an earlier run of the program left; call it once, first.
    [[nodiscard]] QList<Recipe> load();
    /// They are on the disk within a second.
    void save(const QList<Recipe>& recipes);
    /// What a person must know about the file; empty if all is well.
    [[nodiscard]] QString notice() const { return m_file.notice(); }

Q_SIGNALS:
    void noticeChanged();

private:
    AutosavedFile m_file;
    QJsonObject m_saved;
};

} // namespace parley::ui
