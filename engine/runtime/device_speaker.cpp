// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/device_speaker.h"

#include "runtime/code_rules.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::runtime {

namespace {

/// Most rows of a voice in one piece: GPUs are fast, and keep memory for every shape.
constexpr std::int64_t kPieceRows = 128;

} // namespace

class DeviceSpeaker::Own : public Sequence {
public:
    Own(accelerator::Stepper& owner, const sampling::CodeRules& rules, CheckedRequest asked,
        std::span<const std::int64_t> codes, PromptMemory::SharedText memory)
        : Sequence({rules, codes, asked.maxTokens}), request(std::move(asked)), voice(codes.begin(), codes.end()),
          text(std::move(memory)), stepper(owner), slot(owner.acquire(request.maxTokens, *text)) {}
    ~Own() override { stepper.release(slot); }
    Own(const Own&) = delete;
    Own& operator=(const Own&) = delete;

    void start() {
        stepper.start(slot, grid, request.maxTokens, request.sampler);
        isStarted = true;
    }

    CheckedRequest request;
    std::vector<std::int64_t> voice; ///< [frames, channels]
    PromptMemory::SharedText text;
    accelerator::Stepper& stepper;
    std::int64_t slot;
    bool isStarted = false;
};

DeviceSpeaker::DeviceSpeaker(const accelerator::Network& network, PromptMemory& memory, std::int64_t syncInterval,
                             accelerator::GraphMaker makeGraph)
    : m_network(network), m_memory(memory), m_syncInterval(syncInterval),
      m_stepper(network, rulesOf(network.config()), std::move(makeGraph)) {}

std::unique_ptr<Sequence> DeviceSpeaker::begin(const CheckedRequest& request, std::span<const std::int64_t> voice,
                                               const std::stop_token& stop) {
    auto text = m_memory.text(request.text, [&] { return m_network.read(request.text, stop); });
    auto own = std::make_unique<Own>(m_stepper, rulesOf(m_network.config()), request, voice, std::move(text));
    if (const std::int64_t rows = own->grid.firstStep(); rows > 0) {
        model::SequenceCache unconditional = m_stepper.cache(own->slot, false);
        model::SequenceCache conditional = m_stepper.cache(own->slot, true);
        own->unconditionalRows = m_memory.recall(voice, {}, unconditional) ? rows : 0;
        own->conditionalRows = m_memory.recall(voice, request.text, conditional) ? rows : 0;
    }
    return own;
}

void DeviceSpeaker::prefill(Sequence& sequence, const std::stop_token& stop) {
    auto& own = dynamic_cast<Own&>(sequence);
    const std::int64_t rows = own.grid.firstStep();
    const bool isConditional = own.unconditionalRows >= rows;
    std::int64_t& done = isConditional ? own.conditionalRows : own.unconditionalRows;
    const std::int64_t count = std::min(kPieceRows, rows - done);
    const model::SequenceCache cache = m_stepper.cache(own.slot, isConditional);
    m_network.decoder().prefill(rowsAsTensor(own.grid, done, count), cache, isConditional ? own.text.get() : nullptr,
                                done, stop);
    done += count;
    if (done == rows) {
        const std::span<const std::uint8_t> text =
            isConditional ? std::span(own.request.text) : std::span<std::uint8_t>{};
        m_memory.remember(own.voice, text, cache, rows);
    }
}

void DeviceSpeaker::step(std::span<Sequence* const> speaking) {
    std::int64_t steps = 1;
    for (Sequence* sequence : speaking) {
        auto& own = dynamic_cast<Own&>(*sequence);
        if (!own.isStarted) {
            own.start();
        }
        steps = std::max(steps, own.grid.stepsLeft());
    }
    steps = std::min({steps, m_syncInterval, accelerator::Stepper::kMostSteps});
    const accelerator::Stepper::Drawn drawn = m_stepper.run(steps);
    for (Sequence* sequence : speaking) {
        auto& own = dynamic_cast<Own&>(*sequence);
        // What was drawn behind the end is nobody's.
        for (std::int64_t step = 0; step < steps && !own.grid.finished() && !own.overflow; ++step) {
            if (drawn.isFinite(step, own.slot)) {
                own.grid.accept(drawn.row(step, own.slot));
            } else {
                own.overflow = m_stepper.placeOfOverflow(own.slot, own.grid, own.request.maxTokens);
            }
        }
    }
}

} // namespace parley::runtime
