// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/bench_device.h"

#include "accelerator/stepper.h"
#include "runtime/code_rules.h"
#include "runtime/make_speaker.h"
#include "runtime/median.h"
#include "runtime/stopwatch.h"

#include <ATen/DeviceAccelerator.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <vector>

namespace parley::runtime {

namespace {

/// Work that a device was given is done when this returns.
void wait(at::Device device) {
    if (!device.is_cpu()) {
        at::accelerator::synchronizeDevice(std::max<c10::DeviceIndex>(device.index(), 0));
    }
}

/// Bytes read and written by copying, per second.
double copySpeed(at::Device device) {
    constexpr std::int64_t kBytes = std::int64_t{1} << 29U;
    constexpr int kCopies = 8;
    const at::Tensor from = at::zeros({kBytes}, at::TensorOptions().dtype(at::kByte).device(device));
    at::Tensor to = at::empty_like(from);
    to.copy_(from);
    std::vector<double> seconds;
    for (int i = 0; i < kCopies; ++i) {
        wait(device);
        const Stopwatch watch;
        to.copy_(from);
        wait(device);
        seconds.push_back(watch.seconds());
    }
    return 2 * static_cast<double>(kBytes) / median(std::move(seconds));
}

std::vector<std::int64_t> someCodes(std::int64_t count) {
    std::vector<std::int64_t> codes(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = static_cast<std::int64_t>(i % 1024);
    }
    return codes;
}

/// Sequences in the first slots, each behind a voice of `position` rows.
class Crowd {
public:
    Crowd(const LoadedModel& model, const BenchOptions& options, const model::TextMemory& text)
        : m_model(model), m_options(options), m_rules(rulesOf(model.network->config())),
          m_stepper(*model.network, m_rules, graphMaker(model.target)),
          m_maxTokens(options.position + options.steps + m_rules.delay.back() + 1) {
        for (std::int64_t i = 0; i < options.batch; ++i) {
            m_slots.push_back(m_stepper.acquire(m_maxTokens, text));
        }
    }

    /// Rows per second.
    double prefill(const model::TextMemory& text, const std::stop_token& stop) {
        const std::int64_t channels = m_model.network->config().decoder.channels;
        const sampling::CodeGrid grid(m_rules, someCodes(m_options.position * channels), m_maxTokens);
        const Stopwatch watch;
        for (const std::int64_t slot : m_slots) {
            for (const bool isConditional : {false, true}) {
                m_model.network->decoder().prefill(rowsAsTensor(grid, 0, grid.firstStep()),
                                                   m_stepper.cache(slot, isConditional),
                                                   isConditional ? &text : nullptr, 0, stop);
            }
            m_stepper.start(slot, grid, m_maxTokens, {});
        }
        wait(m_model.target.device);
        return static_cast<double>(2 * m_options.batch * grid.firstStep()) / watch.seconds();
    }

    /// Seconds for one step of all.
    double step() {
        const std::int64_t most = std::min(m_model.target.profile.syncInterval, accelerator::Stepper::kMostSteps);
        const std::int64_t interval = std::clamp<std::int64_t>(m_options.steps - 1, 1, most);
        (void)m_stepper.run(1); // records it
        std::vector<double> seconds;
        for (std::int64_t done = 1; done == 1 || done + interval <= m_options.steps; done += interval) {
            const Stopwatch watch;
            (void)m_stepper.run(interval);
            seconds.push_back(watch.seconds() / static_cast<double>(interval));
        }
        return median(std::move(seconds));
    }

    [[nodiscard]] const std::string& graphTrouble() const noexcept { return m_stepper.graphTrouble(); }

private:
    const LoadedModel& m_model;
    const BenchOptions& m_options;
    sampling::CodeRules m_rules;
    accelerator::Stepper m_stepper;
    std::int64_t m_maxTokens;
    std::vector<std::int64_t> m_slots;
};

} // namespace

void benchDevice(const BenchOptions& options, const LoadedModel& model, const std::stop_token& stop,
                 BenchReport& report) {
    const std::vector<std::uint8_t> bytes(static_cast<std::size_t>(options.textBytes), 'a');
    const Stopwatch textWatch;
    const model::TextMemory text = model.network->read(bytes, stop);
    wait(model.target.device);
    report.textSeconds = textWatch.seconds();
    Crowd crowd(model, options, text);
    report.prefillRowsPerSecond = crowd.prefill(text, stop);
    report.stepSeconds = crowd.step();
    report.graphTrouble = crowd.graphTrouble();
    if (!model.target.device.is_cpu()) {
        report.copyGigabytesPerSecond = copySpeed(model.target.device) / 1e9;
    }
}

} // namespace parley::runtime
