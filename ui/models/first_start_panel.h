// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/model_finder.h"

#include <QFrame>
#include <QList>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace parley::ui {

class NoticeBar;

/// Where a model comes from, shown in the window itself while none is chosen: a place on this machine, what other
/// programs have downloaded, or the demo. It asks no network.
class FirstStartPanel : public QFrame {
    Q_OBJECT

public:
    explicit FirstStartPanel(QWidget* parent = nullptr);

    /// What lies on this machine already, one button each.
    void setFound(const QList<FoundModel>& found);
    /// A place is being looked at; nothing can be chosen meanwhile.
    void setChecking(bool checking);
    /// Why the chosen place won't do.
    void showProblem(const Error& error);
    /// The model is fine, but no codec lies beside it.
    void askForCodec(const QString& modelPath);
    /// Shown while a model is in use already, it can be closed.
    void setClosable(bool closable);

Q_SIGNALS:
    /// An empty codec path: look for one beside the model.
    void modelChosen(const QString& modelPath, const QString& codecPath);
    void demoChosen();
    void searchRequested();

private:
    void buildChoices();
    void choosePlace(bool folder, const QString& title, const std::function<void(const QString&)>& use);

    QLabel* m_title = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_file = nullptr;
    QPushButton* m_demo = nullptr;
    QPushButton* m_close = nullptr;
    QWidget* m_foundBox = nullptr;
    QVBoxLayout* m_found = nullptr;
    NoticeBar* m_notice = nullptr;
};

} // namespace parley::ui
