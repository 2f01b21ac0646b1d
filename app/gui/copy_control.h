// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h" // makes Error a type that signals can carry
#include "catalogue/made_copy.h"
#include "models/managed_model.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

class QTimer;

namespace parley::ui {
class CopyDialog;
struct CopyChoice;
} // namespace parley::ui

namespace parley::gui {

class MainWindow;
struct Studio;

/// Smaller copies of models: asks which one, and has it made on a worker, one at a time. A copy goes on while the
/// window's dialogs are closed; it ends with the program, without a trace.
class CopyControl : public QObject {
    Q_OBJECT

public:
    CopyControl(Studio& studio, MainWindow& window);
    ~CopyControl() override;
    CopyControl(const CopyControl&) = delete;
    CopyControl& operator=(const CopyControl&) = delete;

    /// Looks at the model on a worker, then asks.
    void ask(const ui::ManagedModel& model, QWidget* parent);
    void cancel();
    [[nodiscard]] const std::optional<ui::ManagedCopy>& running() const { return m_running; }

Q_SIGNALS:
    void changed(); ///< running()
    void failed(const parley::Error& error);
    void made(const QString& sentence); ///< the copy is there

private:
    struct Progress {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    void showQuestion();
    void start(const ui::ManagedModel& model, const QString& format);
    void look();
    void finish();
    [[nodiscard]] QString folderFor(const ui::ManagedModel& model, const QString& format) const;

    Studio& m_studio;
    MainWindow& m_window;
    std::optional<ui::ManagedCopy> m_running;
    std::shared_ptr<Progress> m_progress;
    QTimer* m_look;
    std::stop_source m_stop;
    ui::ManagedModel m_asked;
    QPointer<QWidget> m_parent;
    QPointer<ui::CopyDialog> m_dialog;
    QFutureWatcher<Result<QList<ui::CopyChoice>>> m_forecast;
    QFutureWatcher<Result<SmallerCopy>> m_copy;
};

} // namespace parley::gui
