// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/forced_steps.h"

#include "accelerator/slots.h"
#include "backend/host_values.h"
#include "files/stop.h"

#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

namespace parley::accelerator {

std::vector<float> forcedSteps(const Network& network, std::span<const std::uint8_t> text,
                               std::span<const std::int64_t> tokens, const std::stop_token& stop) {
    const std::int64_t channels = network.config().decoder.channels;
    const auto steps = static_cast<std::int64_t>(tokens.size()) / channels;
    const at::Tensor rows = backend::idTensor(tokens, {steps, 1, channels}).to(network.formats().device);
    const at::TensorOptions numbers = rows.options();

    Slots slots(network.config(), network.formats());
    const auto bytes = static_cast<std::int64_t>(text.size());
    const std::int64_t slot = slots.acquire(steps, bytes);
    slots.putText(slot, network.read(text, stop));
    const at::Tensor length = at::full({1}, bytes, numbers);
    const at::Tensor position = at::zeros({1}, numbers);
    std::vector<float> logits;
    for (std::int64_t step = 0; step < steps; ++step) {
        files::throwIfStopped(stop);
        const StepInputs inputs{rows.select(0, step), position, length};
        const std::vector<float> own =
            backend::floatsOf(network.decoder().step(inputs, slots.layers(), 1, slots.rows()));
        logits.insert(logits.end(), own.begin(), own.end());
        position.add_(1);
    }
    return logits;
}

} // namespace parley::accelerator
