// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/model_finder.h"
#include "parley/error.h"

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace parley::ui {

class CheckpointField;
class DownloadOffer;
class FoundModelsView;
class NoticeBar;

/// Where a model comes from: one that was found, files that a person chooses, or the demo. It fills the window until
/// there is a model, and comes back when another one is wanted.
class FirstStartPanel : public QWidget {
    Q_OBJECT

public:
    explicit FirstStartPanel(QWidget* parent = nullptr);

    /// Shows that a search runs, and asks for it; setFound() ends it.
    void search();
    void setFound(const QList<FoundModel>& models);
    /// While a choice is looked at, nothing else can be chosen.
    void setChecking(bool checking);
    /// Why the last choice can't be used.
    void showError(const Error& error);
    /// The chosen model is fine, but its codec wasn't found: says where to get it, and waits for it.
    void askForCodec(const QString& modelPath);
    /// The part that offers the standard model.
    [[nodiscard]] DownloadOffer* offer() const { return m_offer; }
    /// The model in use, which can be kept; empty: there is none.
    void setCurrentModel(const QString& name);

Q_SIGNALS:
    /// An empty codec path: it may lie beside the model, see checkModel().
    void modelChosen(const QString& modelPath, const QString& codecPath);
    void demoChosen();
    void searchRequested();
    void dismissed(); ///< the current model stays

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFiles();
    QWidget* makeDemo();
    void layOut();
    void use(const FoundModel& model);
    void useFiles();
    void updateButtons();

    QWidget* m_page;
    QLabel* m_title;
    QLabel* m_intro;
    QPushButton* m_keep;
    NoticeBar* m_notice;
    FoundModelsView* m_found;
    DownloadOffer* m_offer;
    CheckpointField* m_model;
    CheckpointField* m_codec;
    QPushButton* m_use;
    QPushButton* m_demo;
    bool m_checking = false;
};

} // namespace parley::ui
