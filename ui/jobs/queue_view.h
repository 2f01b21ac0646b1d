// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>
#include <functional>

class QAction;
class QHBoxLayout;
class QKeySequence;
class QLabel;
class QListView;

namespace parley::ui {

class JobQueue;
class NoticeBar;
struct JobEntry;

/// The queue on show: reordered by dragging or keys, with removing, cancelling and trying again.
class QueueView : public QWidget {
    Q_OBJECT

public:
    /// The queue must outlive it.
    explicit QueueView(JobQueue& queue, QWidget* parent = nullptr);

private:
    void buildList();
    void buildActions(QHBoxLayout& row);
    QAction* addAction(const char* name, const QString& iconName, const QString& text, const QKeySequence& key,
                       const std::function<void()>& run);
    void addButton(QHBoxLayout& row, QAction& action);
    void moveBy(int rows);
    void onFailed(quint64 id, const QString& problem);
    void follow();
    [[nodiscard]] const JobEntry* current() const;
    [[nodiscard]] quint64 currentId() const;

    JobQueue& m_queue;
    QListView* m_list;
    QLabel* m_empty;
    NoticeBar* m_notice;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_retry = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_clear = nullptr;
};

} // namespace parley::ui
