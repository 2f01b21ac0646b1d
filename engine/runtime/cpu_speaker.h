// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode_step.h"
#include "model/dia_model.h"
#include "runtime/prompt_memory.h"
#include "runtime/speaker.h"

namespace parley::runtime {

/// The network on the CPU, through our own kernels: to the last bit the same on any number of threads, alone or beside
/// others.
class CpuSpeaker final : public Speaker {
public:
    /// All of them live longer.
    CpuSpeaker(const model::DiaModel& dia, PromptMemory& memory)
        : m_dia(dia), m_memory(memory), m_step(dia.decoder().weights()) {}

    [[nodiscard]] std::size_t mostTogether() const noexcept override { return model::DecodeStep::kMostRows / 2; }
    [[nodiscard]] std::unique_ptr<Sequence> begin(const CheckedRequest& request, std::span<const std::int64_t> voice,
                                                  const std::stop_token& stop) override;
    void prefill(Sequence& sequence, const std::stop_token& stop) override;
    void step(std::span<Sequence* const> speaking) override;

private:
    class Own;
    void accept(Own& own, std::span<const float> unconditional, std::span<const float> conditional);

    const model::DiaModel& m_dia;
    PromptMemory& m_memory;
    model::DecodeStep m_step;
};

} // namespace parley::runtime
