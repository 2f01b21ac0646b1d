// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_grid.h"
#include "accelerator/device_sampler.h"
#include "accelerator/network.h"
#include "accelerator/slots.h"
#include "accelerator/step_graph.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <tuple>
#include <vector>

namespace parley::accelerator {

/// Several steps of all sequences without a look at what was drawn: decoder, sampler and grid stay on the device. Where
/// it can, a step is recorded once for each number of sequences and length of caches, and replayed.
class Stepper {
public:
    static constexpr std::int64_t kMostSlots = 16;
    static constexpr std::int64_t kMostSteps = 16; ///< of one run

    /// network lives longer. `makeGraph` empty: steps are given to the device one operator after the other.
    Stepper(const Network& network, const sampling::CodeRules& rules, GraphMaker makeGraph);

    /// A place for a sequence of up to `rows` rows over a text. Release it.
    [[nodiscard]] std::int64_t acquire(std::int64_t rows, const model::TextMemory& text);
    void release(std::int64_t slot);

    /// One row's caches, to be filled before the first step. Not valid after another acquire().
    [[nodiscard]] model::SequenceCache cache(std::int64_t slot, bool isConditional) const {
        return m_slots.cache(slot, isConditional);
    }

    /// Lets a slot step from where `grid` stands. maxTokens: as the grid's.
    void start(std::int64_t slot, const sampling::CodeGrid& grid, std::int64_t maxTokens,
               const sampling::SamplerOptions& options);

    /// What was drawn for a number of slots, the first ones.
    struct Drawn {
        std::int64_t slots = 0;
        std::int64_t channels = 0;
        std::vector<std::int64_t> ids; ///< [steps, slots, C]
        std::vector<bool> areFinite;   ///< [steps, slots]: whether the logits were numbers
        [[nodiscard]] std::span<const std::int64_t> row(std::int64_t step, std::int64_t slot) const;
        [[nodiscard]] bool isFinite(std::int64_t step, std::int64_t slot) const;
    };
    /// 1 to kMostSteps steps of every started slot, at most as many as any of them may still go. Waits at the end.
    [[nodiscard]] Drawn run(std::int64_t steps);

    /// Where a slot's numbers run over, when it steps on from `grid`.
    [[nodiscard]] Phrase placeOfOverflow(std::int64_t slot, const sampling::CodeGrid& grid, std::int64_t maxTokens);

    /// Why steps aren't recorded although they might be; empty: they are, or there is no way to.
    [[nodiscard]] const std::string& graphTrouble() const noexcept { return m_graphTrouble; }

private:
    struct Place {
        bool isStarted = false;
        std::uint64_t seed = 0;
        std::int64_t row = 0; ///< the next one that is written
    };

    void stepOnce(std::int64_t count, std::int64_t window);
    void replayOrStep(std::int64_t count, std::int64_t window);
    void putNoise(std::int64_t steps, std::int64_t count);
    [[nodiscard]] at::Tensor draw(const at::Tensor& logits) const;
    [[nodiscard]] const DeviceOps& ops() const noexcept { return *m_network.formats().ops; }
    [[nodiscard]] std::int64_t windowFor(std::int64_t steps) const;
    [[nodiscard]] StepInputs inputs() const {
        return {m_grid.tensors().tokens, m_grid.tensors().positions, m_textLength};
    }
    [[nodiscard]] std::unique_ptr<StepGraph> record(std::int64_t count, std::int64_t window);

    const Network& m_network;
    GraphMaker m_makeGraph;
    Slots m_slots;
    DeviceGrid m_grid;
    DeviceSampler m_sampler;
    std::array<Place, kMostSlots> m_places{};
    at::Tensor m_textLength; ///< [slots] int64
    at::Tensor m_seeds;      ///< [slots] int64: the seeds' bits
    at::Tensor m_noise;      ///< [kMostSteps, slots, C, V]; undefined where the device makes its own
    StepRecord m_record;     ///< of this run's steps
    using Shape = std::tuple<std::int64_t, std::int64_t, std::int64_t>; ///< slots, window, generation of the slots
    std::map<Shape, std::unique_ptr<StepGraph>> m_graphs;
    std::string m_graphTrouble;
};

} // namespace parley::accelerator
