// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/stepper.h"

#include "backend/host_values.h"
#include "codec/rounding.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace parley::accelerator {

namespace {

/// Caches are read in windows of so many rows more, so that there are few shapes.
constexpr std::int64_t kWindowStep = 256;

} // namespace

Stepper::Stepper(const Network& network, const sampling::CodeRules& rules, GraphMaker makeGraph)
    : m_network(network), m_makeGraph(std::move(makeGraph)), m_slots(network.config(), network.formats()),
      m_grid(kMostSlots, rules, network.formats().device),
      m_sampler(kMostSlots, network.config().decoder.channels, network.config().decoder.vocab, rules.eos,
                network.formats().device) {
    const at::TensorOptions floats = at::TensorOptions().dtype(at::kFloat).device(network.formats().device);
    const at::TensorOptions numbers = floats.dtype(at::kLong);
    const checkpoint::DiaConfig::Decoder& sizes = network.config().decoder;
    constexpr double kAny = 0.5; // slots that aren't in use are computed, too
    m_textLength = at::ones({kMostSlots}, numbers);
    m_seeds = at::zeros({kMostSlots}, numbers);
    if (!ops().canDraw(sizes.vocab)) {
        m_noise = at::full({kMostSteps, kMostSlots, sizes.channels, sizes.vocab}, kAny, floats);
    }
    m_record = {.index = at::zeros({1}, numbers),
                .drawn = at::zeros({kMostSteps, kMostSlots, sizes.channels}, numbers),
                .areFinite = at::ones({kMostSteps, kMostSlots}, floats.dtype(at::kBool))};
}

std::int64_t Stepper::acquire(std::int64_t rows, const model::TextMemory& text) {
    const std::int64_t bytes = text.front().k.size(1);
    const std::int64_t slot = m_slots.acquire(rows, bytes);
    try {
        m_slots.putText(slot, text);
    } catch (...) {
        m_slots.release(slot);
        throw;
    }
    m_textLength.select(0, slot).fill_(bytes);
    // Until it is started, it is computed along, and what that writes must not be in the way of the voice's rows.
    m_grid.park(slot, m_slots.rows() - 1);
    return slot;
}

void Stepper::release(std::int64_t slot) {
    m_places[static_cast<std::size_t>(slot)] = {};
    m_slots.release(slot);
    if (m_slots.span() == 0) {
        m_graphs.clear(); // their memory is gone
    }
}

void Stepper::start(std::int64_t slot, const sampling::CodeGrid& grid, std::int64_t maxTokens,
                    const sampling::SamplerOptions& options) {
    m_grid.put(slot, grid, maxTokens);
    m_sampler.setOptions(slot, options);
    m_seeds.select(0, slot).fill_(static_cast<std::int64_t>(options.seed));
    m_places[static_cast<std::size_t>(slot)] = {.isStarted = true, .seed = options.seed, .row = grid.rows()};
}

std::int64_t Stepper::windowFor(std::int64_t steps) const {
    std::int64_t filled = 1;
    for (const Place& place : m_places) {
        filled = std::max(filled, place.row + steps - 1); // the last one fed is the last but one written
    }
    return std::min(codec::roundUp(filled, kWindowStep), m_slots.rows());
}

void Stepper::putNoise(std::int64_t steps, std::int64_t count) {
    const std::int64_t channels = m_noise.size(2);
    const std::int64_t vocab = m_noise.size(3);
    const at::Tensor noise = at::empty({steps, count, channels, vocab}, at::kFloat).fill_(0.5);
    auto* const values = noise.mutable_data_ptr<float>();
    const std::int64_t each = channels * vocab;
    for (std::int64_t step = 0; step < steps; ++step) {
        for (std::int64_t slot = 0; slot < count; ++slot) {
            const Place& place = m_places[static_cast<std::size_t>(slot)];
            if (place.isStarted) {
                uniformNoise(place.seed, place.row + step, vocab,
                             {values + (step * count + slot) * each, static_cast<std::size_t>(each)});
            }
        }
    }
    m_noise.narrow(0, 0, steps).narrow(1, 0, count).copy_(noise);
}

void Stepper::stepOnce(std::int64_t count, std::int64_t window) {
    const at::Tensor logits = m_network.decoder().step(inputs(), m_slots.layers(), count, window); // [count, 2, C, V]
    ops().finishStep(logits, draw(logits), m_record, m_grid.tensors(), m_slots.rows());
    m_record.index.add_(1);
}

at::Tensor Stepper::draw(const at::Tensor& logits) const {
    const std::int64_t count = logits.size(0);
    if (m_noise.defined()) {
        return m_sampler.draw(logits, m_noise.narrow(1, 0, count).index_select(0, m_record.index).squeeze(0));
    }
    return ops().draw(logits, m_sampler.options(), m_seeds.narrow(0, 0, count),
                      m_grid.tensors().positions.narrow(0, 0, count) + 1);
}

/// What recording does is undone afterwards: a slot's place and its last row decide all that is written.
std::unique_ptr<StepGraph> Stepper::record(std::int64_t count, std::int64_t window) {
    const DeviceGrid before = m_grid.copy();
    const at::Tensor index = m_record.index.clone();
    const auto restore = [&] {
        m_grid.restore(before);
        m_record.index.copy_(index);
    };
    try {
        auto graph = m_makeGraph([this, count, window] { stepOnce(count, window); });
        restore();
        return graph;
    } catch (const std::exception& trouble) {
        restore();
        m_makeGraph = nullptr;
        m_graphTrouble = trouble.what();
        return nullptr;
    }
}

void Stepper::replayOrStep(std::int64_t count, std::int64_t window) {
    if (!m_makeGraph) {
        stepOnce(count, window);
        return;
    }
    const Shape shape{count, window, m_slots.generation()};
    auto known = m_graphs.find(shape);
    if (known == m_graphs.end()) {
        std::erase_if(m_graphs, [&](const auto& each) { return std::get<2>(each.first) != m_slots.generation(); });
        auto graph = record(count, window);
        if (!graph) {
            stepOnce(count, window);
            return;
        }
        known = m_graphs.emplace(shape, std::move(graph)).first;
    }
    known->second->replay();
}

Stepper::Drawn Stepper::run(std::int64_t steps) {
    const std::int64_t count = m_slots.span();
    const std::int64_t window = windowFor(steps);
    if (m_noise.defined()) {
        putNoise(steps, count);
    }
    m_record.index.zero_();
    for (std::int64_t step = 0; step < steps; ++step) {
        replayOrStep(count, window);
    }
    for (Place& place : m_places) {
        place.row += place.isStarted ? steps : 0;
    }
    std::vector<std::int64_t> ids = backend::idsOf(m_record.drawn.narrow(0, 0, steps).narrow(1, 0, count)); // waits
    const at::Tensor finite = m_record.areFinite.narrow(0, 0, steps).narrow(1, 0, count).contiguous().cpu();
    const auto* const flags = finite.const_data_ptr<bool>();
    return {.slots = count,
            .channels = m_record.drawn.size(2),
            .ids = std::move(ids),
            .areFinite = std::vector<bool>(flags, flags + finite.numel())};
}

std::span<const std::int64_t> Stepper::Drawn::row(std::int64_t step, std::int64_t slot) const {
    return std::span(ids).subspan(static_cast<std::size_t>((step * slots + slot) * channels),
                                  static_cast<std::size_t>(channels));
}

bool Stepper::Drawn::isFinite(std::int64_t step, std::int64_t slot) const {
    return areFinite[static_cast<std::size_t>(step * slots + slot)];
}

Phrase Stepper::placeOfOverflow(std::int64_t slot, const sampling::CodeGrid& grid, std::int64_t maxTokens) {
    m_grid.put(slot, grid, maxTokens);
    DeviceDecoder::Watch watch{.slot = slot};
    (void)m_network.decoder().step(inputs(), m_slots.layers(), m_slots.span(), m_slots.rows(), &watch);
    return watch.place.value_or(phrase("the decoder's output layer"));
}

} // namespace parley::accelerator
