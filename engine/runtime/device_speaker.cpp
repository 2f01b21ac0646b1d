// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/device_speaker.h"

#include "runtime/code_rules.h"
#include "runtime/prompted_sequence.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace parley::runtime {

namespace {

/// Most rows of a voice in one piece: GPUs are fast, and keep memory for every shape.
constexpr std::int64_t kPieceRows = 128;

} // namespace

class DeviceSpeaker::Own : public PromptedSequence {
public:
    Own(accelerator::Stepper& owner, const sampling::CodeRules& rules, const CheckedRequest& asked,
        std::span<const std::int64_t> codes, PromptMemory::SharedText memory)
        : PromptedSequence(rules, asked, codes, std::move(memory)), stepper(owner),
          slot(owner.acquire(request.maxTokens, *text)) {}
    ~Own() override { stepper.release(slot); }
    Own(const Own&) = delete;
    Own& operator=(const Own&) = delete;

    void start() {
        stepper.start(slot, grid, request.maxTokens, request.sampler);
        isStarted = true;
    }

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
    model::SequenceCache unconditional = m_stepper.cache(own->slot, false);
    model::SequenceCache conditional = m_stepper.cache(own->slot, true);
    own->recall(m_memory, unconditional, conditional);
    return own;
}

void DeviceSpeaker::prefill(Sequence& sequence, const std::stop_token& stop) {
    auto& own = dynamic_cast<Own&>(sequence);
    const PromptedSequence::Piece piece = own.nextPiece(kPieceRows);
    const model::SequenceCache cache = m_stepper.cache(own.slot, piece.isConditional);
    m_network.decoder().prefill(rowsAsTensor(own.grid, piece.first, piece.count), cache,
                                piece.isConditional ? own.text.get() : nullptr, piece.first, stop);
    own.finishPiece(piece, cache, m_memory);
}

void DeviceSpeaker::warmUp(const std::stop_token& stop) {
    constexpr std::array<std::uint8_t, 1> kText{1};
    const sampling::CodeRules rules = rulesOf(m_network.config());
    const std::int64_t maxTokens = rules.delay.back() + 2;
    const model::TextMemory text = m_network.read(kText, stop);
    const std::int64_t slot = m_stepper.acquire(maxTokens, text);
    try {
        m_stepper.start(slot, sampling::CodeGrid(rules, {}, maxTokens), maxTokens, {});
        (void)m_stepper.run(1);
    } catch (...) {
        m_stepper.release(slot);
        throw;
    }
    m_stepper.release(slot);
}

std::optional<Phrase> DeviceSpeaker::takeTrouble() {
    if (m_hasTold || m_stepper.graphTrouble().empty()) {
        return std::nullopt;
    }
    m_hasTold = true;
    return phrase("the GPU's steps can't be recorded, which makes them slower: %1", m_stepper.graphTrouble());
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
