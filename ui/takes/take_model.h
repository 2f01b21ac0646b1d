// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"
#include "store/take_library.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QList>
#include <memory>
#include <vector>

namespace parley::ui {

struct TakeScript;

/// The library as a tree: scripts, the one with the newest take first, and under each its takes, newest first.
class TakeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< TakeId; 0 for a script
        TakeRole,                  ///< Take; invalid for a script
        NumberRole,                ///< of a take within its script, from 1 on; kept when others go
        ScriptKeyRole,             ///< QByteArray; invalid for a take
        NameRole,                  ///< of a take; may be set
        NoteRole,                  ///< of a take; may be set
    };

    explicit TakeModel(TakeLibrary& library, QObject* parent = nullptr);
    ~TakeModel() override;

    [[nodiscard]] QModelIndex indexOf(TakeId id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    int insert(const Take& take);
    void change(TakeId id);
    void remove(TakeId id);
    int scriptFor(const Take& take);
    void settle(int row);
    int number(const Take& take);
    [[nodiscard]] QVariant takeData(const Take& take, int role) const;
    [[nodiscard]] static QVariant scriptData(const TakeScript& script, int role);
    [[nodiscard]] int rowOf(const TakeScript* script) const;
    [[nodiscard]] const Take* takeAt(const QModelIndex& index) const;

    TakeLibrary& m_library;
    std::vector<std::unique_ptr<TakeScript>> m_scripts;
    QHash<TakeId, TakeScript*> m_scriptOf;

    // Of takes that were deleted as well, so that "Take 3" stays what it was called, and is called so again after undo.
    QHash<TakeId, int> m_numberOf;
    QHash<QByteArray, int> m_lastNumber; // of a script
};

} // namespace parley::ui
