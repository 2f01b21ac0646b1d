// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/model_finder.h"
#include "gui/model_fallback.h"
#include "store/preferences.h"
#include "widgets/notice_bar.h"

#include <QFutureWatcher>
#include <QObject>
#include <stop_token>

namespace parley::gui {

class MainWindow;
struct Studio;

/// How the preferences have a model loaded.
[[nodiscard]] ModelOptions modelOptions(const ui::Preferences& preferences);

/// Which model is used, from the preferences or the first start's panel, and what became of loading it. Where their
/// device or number format can't be used, Auto's is, without a change of the preferences.
class ModelControl : public QObject {
    Q_OBJECT

public:
    ModelControl(Studio& studio, MainWindow& window);
    ModelControl(const ModelControl&) = delete;
    ModelControl& operator=(const ModelControl&) = delete;
    ~ModelControl() override;

    /// Looks at the model on a worker, and uses it if it is whole.
    void check(const QString& modelPath, const QString& codecPath);

Q_SIGNALS:
    /// Something is wrong with a model that Parley brought to this folder.
    void mendingRequested(const QString& folder);

private:
    void useChosen();
    /// Loads the model in another way, if that may help.
    [[nodiscard]] bool useFallback();
    void search();
    void useChecked(const Result<ui::FoundModel>& checked);
    void showState();
    /// What a person may do about a model that can't be loaded.
    [[nodiscard]] QList<ui::NoticeBar::Action> waysOut();
    void onPreferences(const ui::Preferences& now, const ui::Preferences& before);

    Studio& m_studio;
    MainWindow& m_window;
    ModelFallback m_used; ///< how the model is loaded
    QString m_failure;    ///< why there is no model, as it was told; empty: there is one, or it loads
    std::stop_source m_stopSearch;
    QFutureWatcher<QList<ui::FoundModel>> m_found;
    QFutureWatcher<Result<ui::FoundModel>> m_checked;
};

} // namespace parley::gui
