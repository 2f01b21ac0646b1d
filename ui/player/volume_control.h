// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QSlider;
class QToolButton;

namespace parley::ui {

/// A slider for the volume with a button that mutes and brings back what was before.
class VolumeControl : public QWidget {
    Q_OBJECT

public:
    explicit VolumeControl(QWidget* parent = nullptr);

    /// 0 to 1; tells nobody.
    void setVolume(double volume);

Q_SIGNALS:
    void volumeChanged(double volume);

private:
    void showVolume();
    void toggleMute();

    QToolButton* m_mute = nullptr;
    QSlider* m_slider = nullptr;
    int m_beforeMute = 100;
};

} // namespace parley::ui
