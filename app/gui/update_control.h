// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/latest_release.h"

#include <QObject>

namespace parley::gui {

class MainWindow;

/// Looks whether there is a newer version, when a person asks for it and at no other time, and tells it in the notice.
class UpdateControl : public QObject {
    Q_OBJECT

public:
    /// Where to ask, and which version this is.
    struct Place {
        QUrl address;
        QVersionNumber version;
        bool allowsPlainLoopback = false; ///< for tests
    };
    UpdateControl(MainWindow& window, Place place);
    /// Ends a question that waits for its answer.
    ~UpdateControl() override;
    UpdateControl(const UpdateControl&) = delete;
    UpdateControl& operator=(const UpdateControl&) = delete;

    /// Nothing happens while an earlier question waits.
    void check();

private:
    void tell(const ui::Fetched<ui::Release>& answer);

    MainWindow& m_window;
    Place m_place;
    ui::FetchPtr m_question; ///< null: nothing is asked
};

/// What this build knows of itself; without an address there is nobody to ask.
[[nodiscard]] UpdateControl::Place updatePlace();

} // namespace parley::gui
