// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/voice.h"

#include <QAbstractListModel>
#include <QList>

namespace parley::ui {

class VoiceLibrary;

/// The voices of a library as rows of a view; the first row stands for no voice. A name that is edited in the view goes
/// to the library.
class VoiceListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, DetailRole, ShapeRole, ProblemRole };

    explicit VoiceListModel(VoiceLibrary& library, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// The first row if the library has no such voice.
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;

private:
    void refresh();

    VoiceLibrary& m_library;
    QList<Voice> m_voices;
};

} // namespace parley::ui
