// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/generation_settings.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace parley::ui {

class PresetBar;
class PresetStore;
class RangeControl;
class SeedControl;

/// All that a person may set for the making of a take, in a narrow column.
class GenerationPanel : public QWidget {
    Q_OBJECT

public:
    /// The store must outlive it.
    explicit GenerationPanel(PresetStore& presets, QWidget* parent = nullptr);

    [[nodiscard]] GenerationSettings settings() const;
    void setSettings(const GenerationSettings& settings);
    /// What the model makes at most, in rows. A length that was wished for comes back with a model that can do it.
    void setMostTokens(int tokens);
    /// The seed of the last take, to show and to keep.
    void setUsedSeed(qint64 seed);

Q_SIGNALS:
    /// Once for all that changes together.
    void settingsChanged();

private:
    void buildSampling(QGridLayout& grid);
    void buildWork(QGridLayout& grid);
    void onChanged();
    void showSettings();

    PresetBar* m_presets;
    RangeControl* m_maxTokens = nullptr;
    RangeControl* m_cfgScale = nullptr;
    RangeControl* m_temperature = nullptr;
    RangeControl* m_topP = nullptr;
    RangeControl* m_topK = nullptr;
    RangeControl* m_speed = nullptr;
    RangeControl* m_takes = nullptr;
    SeedControl* m_seed = nullptr;
    QCheckBox* m_closingTag = nullptr;
    QLabel* m_hint;
    int m_wantedTokens = 0; ///< the length as it was set, whatever the model can do
    bool m_filling = false; ///< the program is at the controls
};

} // namespace parley::ui
