// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_library.h"

#include <QList>
#include <QObject>

class QWidget;

namespace parley::ui {

class NoticeBar;

/// What the library has to say: about itself when it was opened, and about sounds that could not be saved. Those stay
/// in memory, so the message stays until each of them is somewhere.
class LibraryNotices : public QObject {
    Q_OBJECT

public:
    LibraryNotices(TakeLibrary& library, QWidget* parent);

    [[nodiscard]] QWidget* bar() const;

Q_SIGNALS:
    void exportWanted(const QList<parley::ui::TakeId>& ids);

private:
    void tellNotice(const QString& notice);
    void tell();
    void saveAgain();
    void forgetSaved();

    TakeLibrary& m_library;
    NoticeBar* m_bar = nullptr;
    QList<TakeId> m_unsaved;
    QString m_reason;
};

} // namespace parley::ui
