// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Times single decoder steps of TTS.cpp's Dia and prints a JSON object. Not part of our build: peers/ttscpp.py compiles
// it against a checkout of TTS.cpp. A step's work there depends on its position, not on what the caches hold.
//   ttscpp-steps MODEL.gguf THREADS STEPS SCRIPT POSITION…

#include "models/dia/model.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// As generate() does it, sampling included.
double step(dia_runner& runner, dia_ubatch& batch, int position) {
    const auto start = std::chrono::steady_clock::now();
    runner.dctx->current_position = static_cast<uint32_t>(position);
    if (runner.decode(batch) != 0) {
        std::fprintf(stderr, "ttscpp-steps: decode failed\n");
        std::exit(1);
    }
    const std::size_t row = static_cast<std::size_t>(runner.model->n_output_heads) * runner.model->output_vocab_size;
    runner.decode_sampler->sample(runner.dctx->logits + static_cast<std::size_t>(position) * row,
                                  runner.dctx->output_tokens);
    return secondsSince(start);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 6) {
        std::fprintf(stderr, "usage: ttscpp-steps MODEL.gguf THREADS STEPS SCRIPT POSITION...\n");
        return 2;
    }
    const auto loading = std::chrono::steady_clock::now();
    const generation_configuration config{"", 45, 1.3F, 1.0F, true, "", 0, 0.95F};
    auto* runner = static_cast<dia_runner*>(runner_from_file(argv[1], std::atoi(argv[2]), config, true).release());
    const double loadSeconds = secondsSince(loading);
    runner->decode_sampler->top_k = 45;
    runner->decode_sampler->temperature = 1.3F;
    runner->decode_sampler->top_p = 0.95F;

    dia_ubatch script = runner->batch_from_sentence(argv[4]);
    runner->dctx->reset();
    runner->decode_sampler->reset();
    const double prefill = step(*runner, script, 0);
    std::printf("\n{\"load_s\": %.6f, \"prefill_s\": %.6f", loadSeconds, prefill);
    for (int i = 5; i < argc; ++i) {
        const int position = std::atoi(argv[i]);
        std::vector<double> seconds;
        for (int n = 0; n <= std::atoi(argv[3]); ++n) {
            dia_ubatch batch{1};
            batch.audio_tokens.assign(runner->model->n_output_heads, 1);
            const double one = step(*runner, batch, position);
            if (n > 0) { // the first one makes its buffers
                seconds.push_back(one);
            }
        }
        std::printf(", \"step_%d_s\": %.6f", position, median(seconds));
    }
    std::printf("}\n");
    std::fflush(stdout);
    std::_Exit(0); // its destructors don't work
}
