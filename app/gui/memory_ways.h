// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/smaller_setting.h"
#include "jobs/job_entry.h"
#include "widgets/notice_bar.h"

#include <functional>
#include <optional>
#include <vector>

namespace parley::gui {

class MainWindow;
struct Studio;

/// The way out where memory is too small: one button that takes the nearest setting that fits, and speaks again.
class MemoryWays {
public:
    using Devices = std::function<std::vector<DeviceInfo>()>;

    MemoryWays(Studio& studio, MainWindow& window, Devices devices = &listDevices)
        : m_studio(studio), m_window(window), m_devices(std::move(devices)) {}

    /// For a job that failed; nothing if it didn't fail for that, or nothing smaller fits. GUI thread; reads headers.
    [[nodiscard]] std::optional<ui::NoticeBar::Action> forJob(quint64 id) const;
    /// For a model that could not be loaded.
    [[nodiscard]] std::optional<ui::NoticeBar::Action> forModel() const;

private:
    [[nodiscard]] std::optional<SmallerSetting> nearest(MemoryTrouble trouble, std::int64_t textBytes) const;
    void apply(const SmallerSetting& setting) const;
    void speakAgain(const SmallerSetting& setting) const;

    Studio& m_studio;
    MainWindow& m_window;
    Devices m_devices;
};

/// What the button says: "Use int8 (2.6 GB in place of 4.1 GB)".
[[nodiscard]] QString wayText(const SmallerSetting& setting);

} // namespace parley::gui
