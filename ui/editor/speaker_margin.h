// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace parley::ui {

class ScriptEditor;

/// The strip left of the script that shows who speaks on each line. Only for the eye: the tags say the same.
class SpeakerMargin : public QWidget {
    Q_OBJECT

public:
    explicit SpeakerMargin(ScriptEditor* editor);

    [[nodiscard]] int wantedWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ScriptEditor* m_editor;
};

} // namespace parley::ui
