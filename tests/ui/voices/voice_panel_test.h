// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/voice_library.h"
#include "voices/voice_panel.h"

#include <QListView>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <memory>

namespace parley::ui {

/// A panel on a library with two voices, Anna and Ben, six seconds each, and what a person does with it.
class VoicePanelTest : public QObject {
    Q_OBJECT

protected:
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        return m_panel->findChild<Widget*>(QLatin1String(name));
    }
    [[nodiscard]] QListView* list() const { return find<QListView>("voiceList"); }
    [[nodiscard]] bool isEditing() const { return find<QWidget>("voiceEditor")->isVisible(); }
    [[nodiscard]] QString notice() const;
    void clickRow(int row) const;
    void clickNoticeAction() const;
    /// Seventy characters, which fit a sound of about seven seconds.
    void typeGoodText() const;
    void press(const char* button) const;

    std::unique_ptr<QTemporaryDir> m_folder;  ///< the library's
    std::unique_ptr<QTemporaryDir> m_outside; ///< for files that are added
    std::unique_ptr<VoiceLibrary> m_library;
    std::unique_ptr<VoicePanel> m_panel;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    void addPair(const QString& name, double hertz) const;
};

} // namespace parley::ui
