// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/smaller_setting.h"

#include <algorithm>

namespace parley::gui {

namespace {

constexpr std::int64_t kRowStep = 50; // as the window's control for the length moves

const DeviceInfo* find(const std::vector<DeviceInfo>& devices, const std::string& id) {
    const auto found = std::ranges::find_if(devices, [&](const DeviceInfo& each) { return each.id == id; });
    return found == devices.end() || !found->available ? nullptr : &*found;
}

/// What the search goes by; `device` is the one in trouble.
struct Search {
    const MemoryTrouble& trouble;
    const DeviceInfo& device;
    const NeedOf& needOf;
    MemoryNeed had = needOf(trouble.device, trouble.dtype, trouble.rows);

    [[nodiscard]] SmallerSetting setting(SmallerSetting::Kind kind, std::uint64_t bytes) const {
        return {kind, trouble.device, trouble.dtype, 0, trouble.rows, bytes, had.total()};
    }

    /// The model that is in memory goes before another one comes.
    [[nodiscard]] std::uint64_t room() const {
        return device.freeBytes + (trouble.isLoaded ? had.weights + had.codec : 0);
    }

    /// It ran out of memory with what it had, whatever the system tells of what is free.
    [[nodiscard]] bool fits(std::uint64_t bytes) const {
        return bytes > 0 && bytes < had.total() && (device.freeBytes == 0 || bytes <= room());
    }

    [[nodiscard]] std::optional<SmallerSetting> fewerTogether() const {
        if (trouble.others == 0) {
            return std::nullopt;
        }
        SmallerSetting fewer = setting(SmallerSetting::Kind::FewerTogether, had.total());
        fewer.together = trouble.others;
        return fewer;
    }

    [[nodiscard]] std::optional<SmallerSetting> shorter() const {
        // Where nothing tells how much is too much, half is a fair try.
        const bool isTold = device.freeBytes != 0 && had.total() > room();
        const std::int64_t wanted = isTold ? trouble.rows : std::max(trouble.rows / 2, trouble.leastRows);
        for (std::int64_t rows = std::min(wanted, trouble.rows - 1); rows >= trouble.leastRows && rows > 0;
             rows -= kRowStep) {
            const std::uint64_t bytes = needOf(trouble.device, trouble.dtype, rows).total();
            if (fits(bytes)) {
                SmallerSetting found = setting(SmallerSetting::Kind::Shorter, bytes);
                found.rows = rows;
                return found;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<SmallerSetting> smallerFormat() const {
        std::optional<SmallerSetting> best;
        for (const std::string& dtype : device.dtypes) {
            const std::uint64_t bytes = needOf(trouble.device, dtype, trouble.rows).total();
            if (fits(bytes) && (!best || bytes > best->bytes)) {
                best = setting(SmallerSetting::Kind::Format, bytes);
                best->dtype = dtype;
            }
        }
        return best;
    }

    [[nodiscard]] std::optional<SmallerSetting> onCpu(const std::vector<DeviceInfo>& devices) const {
        const DeviceInfo* const cpu = find(devices, "cpu");
        if (cpu == nullptr || trouble.device == cpu->id) {
            return std::nullopt;
        }
        for (const std::string& dtype : cpu->dtypes) {
            const std::uint64_t bytes = needOf(cpu->id, dtype, trouble.rows).total();
            if (bytes > 0 && (cpu->freeBytes == 0 || bytes <= cpu->freeBytes)) {
                SmallerSetting found = setting(SmallerSetting::Kind::Cpu, bytes);
                found.device = cpu->id;
                found.dtype = dtype;
                return found;
            }
        }
        return std::nullopt;
    }
};

} // namespace

std::optional<SmallerSetting> nearestSmaller(const MemoryTrouble& trouble, const std::vector<DeviceInfo>& devices,
                                             const NeedOf& needOf) {
    const DeviceInfo* const device = find(devices, trouble.device);
    if (device == nullptr) {
        return std::nullopt;
    }
    const Search search{trouble, *device, needOf};
    std::optional<SmallerSetting> found = search.fewerTogether();
    if (!found && trouble.isLoaded) {
        found = search.shorter();
    }
    if (!found) {
        found = search.smallerFormat();
    }
    if (!found && !trouble.isLoaded) {
        found = search.shorter();
    }
    return found ? found : search.onCpu(devices);
}

} // namespace parley::gui
