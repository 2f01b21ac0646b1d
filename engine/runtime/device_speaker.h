// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/stepper.h"
#include "runtime/prompt_memory.h"
#include "runtime/speaker.h"

namespace parley::runtime {

/// The network on a GPU. Rows are drawn there, a few at a time, and told afterwards.
class DeviceSpeaker final : public Speaker {
public:
    /// All of them live longer. syncInterval: steps between two looks at what was drawn.
    DeviceSpeaker(const accelerator::Network& network, PromptMemory& memory, std::int64_t syncInterval,
                  accelerator::GraphMaker makeGraph);

    [[nodiscard]] std::size_t mostTogether() const noexcept override { return accelerator::Stepper::kMostSlots; }
    [[nodiscard]] std::unique_ptr<Sequence> begin(const CheckedRequest& request, std::span<const std::int64_t> voice,
                                                  const std::stop_token& stop) override;
    void prefill(Sequence& sequence, const std::stop_token& stop) override;
    void warmUp(const std::stop_token& stop) override;
    [[nodiscard]] std::optional<Phrase> takeTrouble() override;
    void step(std::span<Sequence* const> speaking) override;

private:
    class Own;

    const accelerator::Network& m_network;
    PromptMemory& m_memory;
    std::int64_t m_syncInterval;
    accelerator::Stepper m_stepper;
    bool m_hasTold = false;
};

} // namespace parley::runtime
