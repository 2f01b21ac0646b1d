// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "preferences/device_choice.h"
#include "preferences/preferences_page.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace parley::ui {

class ChoiceBox;

/// Which model speaks, on which device, in which number format, with how many threads.
class EnginePage : public PreferencesPage {
    Q_OBJECT

public:
    explicit EnginePage(const QList<DeviceChoice>& devices, QWidget* parent = nullptr);

    void fill(const Preferences& preferences) override;
    void collect(Preferences& preferences) const override;

Q_SIGNALS:
    void modelChoiceRequested();

private:
    void addModel();
    void addDevice();
    void addTf32();
    void addUnload();
    void fillDevices();
    void deviceChosen();
    [[nodiscard]] quint64 neededBytes(const DeviceChoice& device) const;
    void showMemory();
    [[nodiscard]] const DeviceChoice* chosenDevice() const;

    QList<DeviceChoice> m_devices;
    QLabel* m_model;
    QPushButton* m_otherModel;
    ChoiceBox* m_device;
    QLabel* m_deviceHint = nullptr;
    ChoiceBox* m_dtype;
    QLabel* m_memory = nullptr;
    QCheckBox* m_tf32;
    QSpinBox* m_threads;
    QSpinBox* m_unload;
};

} // namespace parley::ui
