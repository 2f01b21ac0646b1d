// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "takes/take_delegate.h"

#include <QByteArray>
#include <QSet>
#include <QTreeView>

namespace parley::ui {

/// The list of takes as the mouse and the keyboard see it: rows with parts to click on, scripts that fold.
/// Its actions' shortcuts work while it has the focus, whatever else in the window uses the same keys.
class TakeTree : public QTreeView {
    Q_OBJECT

public:
    TakeTree(TakeOutlines& outlines, QWidget* parent);

    void setModel(QAbstractItemModel* model) override;
    /// Shows every script's takes, those of folded scripts too, until it is turned off.
    void setAllOpen(bool open);
    void setMark(const PlaybackMark& mark);
    [[nodiscard]] const PlaybackMark& mark() const { return m_delegate->mark(); }
    void editCurrent(TakeDelegate::Field field);

Q_SIGNALS:
    void playClicked(parley::ui::TakeId id);
    void starClicked(parley::ui::TakeId id);
    void seekRequested(parley::ui::TakeId id, double seconds);
    void dragStarted();
    void menuRequested(const QPoint& globalPosition);
    void selectionTouched();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    struct Hit {
        QModelIndex index;
        Take take;
        TakePart part = TakePart::None;
        double seconds = 0; ///< of the sound, where the outline was hit
    };
    [[nodiscard]] Hit hitAt(QPoint position) const;
    [[nodiscard]] static double secondsAt(const Take& take, const QRect& outline, int x);
    [[nodiscard]] QAction* actionFor(const QKeyEvent& event) const;
    bool pressPart(const Hit& hit);
    bool seekByKey(const QKeyEvent& event);
    void restoreFolding();

    TakeDelegate* m_delegate = nullptr;
    QSet<QByteArray> m_folded; // scripts by key
    bool m_allOpen = false;
    bool m_restoring = false;
    bool m_pressTaken = false; // by a part of a row: it neither selects nor drags
    TakeId m_scrubbing = 0;    // the take whose outline the mouse is held on
};

} // namespace parley::ui
