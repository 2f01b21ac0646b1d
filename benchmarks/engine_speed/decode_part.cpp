// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/dia_layout.h"
#include "engine_speed/loaded_model.h"
#include "engine_speed/parts.h"
#include "model/decode_step.h"
#include "model/memory_size.h"
#include "plain_sum.h"
#include "timing.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <stdexcept>

namespace parley::benchmarks {

namespace {

constexpr int kStepsBetweenSums = 5;

/// Caches of some sequences, full of small random values: attention reads them as it reads real ones, and no score is
/// so far from the others that its exponential is a slow, denormal number.
std::vector<model::SequenceCache> filledCaches(const model::Decoder& decoder, std::size_t count, std::int64_t rows) {
    std::vector<model::SequenceCache> caches;
    for (std::size_t i = 0; i < count; ++i) {
        caches.push_back(decoder.makeCache(rows));
        for (std::size_t layer = 0; layer < caches[i].size(); ++layer) {
            const auto fill = [&](at::Tensor& to, const at::Tensor& first) {
                i == 0 ? to.uniform_(-0.1, 0.1) : to.copy_(first);
            };
            fill(caches[i][layer].k, caches[0][layer].k);
            fill(caches[i][layer].v, caches[0][layer].v);
        }
    }
    return caches;
}

/// What attention reads in one step: of each sequence its own rows, and the text of all once.
double attendedBytes(const std::vector<model::DecoderRow>& rows, const model::TextMemory& text) {
    double bytes = 0;
    for (const model::CrossMemory& layer : text) {
        bytes += static_cast<double>(layer.k.nbytes() + layer.v.nbytes());
    }
    for (const model::DecoderRow& row : rows) {
        for (const model::LayerCache& layer : *row.cache) {
            bytes += 2 * static_cast<double>(layer.k.nbytes()) * static_cast<double>(row.position + 1) /
                     static_cast<double>(layer.k.size(1));
        }
    }
    return bytes;
}

double weightBytesOf(const runtime::LoadedModel& model) {
    const std::vector<checkpoint::WeightPlan> plan = checkpoint::planDiaWeights(model.dia->config(), {});
    return static_cast<double>(model::stepBytes(plan, model.target.profile));
}

class DecodeMeter {
public:
    DecodeMeter(const LoadedModel& loaded, const Settings& settings)
        : m_dia(*loaded.model.dia), m_weightBytes(weightBytesOf(loaded.model)), m_steps(settings.steps),
          m_text(loaded.remember(settings.textBytes)), m_step(m_dia.decoder().weights()),
          m_pool(loaded.threads, [] {}) {
        const std::int64_t batch = *std::max_element(settings.batches.begin(), settings.batches.end());
        const std::int64_t last = *std::max_element(settings.positions.begin(), settings.positions.end());
        m_caches = filledCaches(m_dia.decoder(), static_cast<std::size_t>(2 * batch), last + 1);
    }

    Row measure(std::int64_t batch, std::int64_t position) {
        std::vector<model::DecoderRow> rows;
        rows.reserve(static_cast<std::size_t>(2 * batch));
        for (std::int64_t i = 0; i < 2 * batch; ++i) {
            rows.push_back({&m_caches[static_cast<std::size_t>(i)], i < batch ? nullptr : &m_text, position});
        }
        const std::vector<std::int64_t> tokens(rows.size() * static_cast<std::size_t>(m_dia.config().decoder.channels),
                                               1);
        (void)m_step(tokens, rows); // makes its buffers
        std::vector<double> steps;
        std::vector<double> sums;
        for (int step = 0; step < m_steps; ++step) {
            if (step % kStepsBetweenSums == 0) {
                sums.push_back(secondsOf([&] { m_plain.read(m_pool); }));
            }
            steps.push_back(secondsOf([&] { (void)m_step(tokens, rows); }));
        }
        const double seconds = median(steps);
        const double weights = m_weightBytes;
        const double attended = attendedBytes(rows, m_text);
        const double speed = (weights + attended) / seconds;
        const double plain = static_cast<double>(PlainSum::bytes()) / median(sums);
        return {{"batch", batch},
                {"position", position},
                {"step_s", seconds},
                {"fastest_s", *std::min_element(steps.begin(), steps.end())},
                {"tokens_per_s", static_cast<double>(batch) / seconds},
                {"weights_gb", weights / 1e9},
                {"attended_gb", attended / 1e9},
                {"gb_per_s", speed / 1e9},
                {"plain_gb_per_s", plain / 1e9},
                {"of_bandwidth", speed / plain}};
    }

private:
    const model::DiaModel& m_dia;
    double m_weightBytes; ///< of the matrices that every step reads
    int m_steps;
    model::TextMemory m_text;
    model::DecodeStep m_step;
    std::vector<model::SequenceCache> m_caches;
    backend::ThreadPool m_pool;
    PlainSum m_plain;
};

} // namespace

void measureDecode(const Settings& settings, const Report& report) {
    const LoadedModel loaded(settings.model);
    const std::int64_t most = loaded.model.dia->config().decoder.maxPositions;
    Settings fitting = settings;
    std::erase_if(fitting.positions, [&](std::int64_t position) { return position < 1 || position >= most; });
    if (fitting.positions.empty() || fitting.batches.empty()) {
        throw std::invalid_argument("the model has no such position");
    }
    DecodeMeter meter(loaded, fitting);
    for (const std::int64_t batch : fitting.batches) {
        for (const std::int64_t position : fitting.positions) {
            report(meter.measure(batch, position));
        }
    }
}

} // namespace parley::benchmarks
