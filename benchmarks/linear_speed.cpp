// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Reads the weights of some layers of the decoder once per round, as the products of one step do, in each format and
// for several numbers of rows, and plainly sums up memory; all in turns, so that all find the machine in the same
// state. Prints the medians, and the share of the plain sum's bandwidth. The weights are random.
//   linear-speed [THREADS [ROUNDS [LAYERS [INSTRUCTION_SET]]]]

#include "decoder_weights.h"
#include "plain_sum.h"
#include "timing.h"

#include <array>
#include <functional>
#include <iomanip>
#include <iostream>
#include <string>
#include <thread>

namespace {

using namespace parley::kernels;
using namespace parley::benchmarks;
using parley::backend::ThreadPool;

constexpr std::array<std::size_t, 6> kRowCounts = {1, 2, 4, 8, 16, 32};
constexpr std::array kFormats = {std::pair{WeightFormat::Float32, "float32"},
                                 std::pair{WeightFormat::Bfloat16, "bfloat16"}, std::pair{WeightFormat::Int8, "int8"},
                                 std::pair{WeightFormat::Int4, "int4"}};

struct Entry {
    std::string label;
    std::size_t rows;
    std::size_t bytes;
    std::function<void()> work;
    std::vector<double> seconds;
};

void print(const std::vector<Entry>& entries) {
    std::cout << std::fixed << std::setprecision(2);
    const auto speed = [](const Entry& entry) {
        return static_cast<double>(entry.bytes) / median(entry.seconds) / 1e9;
    };
    double oneRow = 0;
    for (const Entry& entry : entries) {
        const double seconds = median(entry.seconds);
        oneRow = entry.rows == 1 ? seconds : oneRow;
        std::cout << std::setw(9) << entry.label << std::setw(4) << entry.rows << " rows: " << std::setw(6)
                  << speed(entry) << " GB/s, " << speed(entry) / speed(entries.front()) << " of the plain sum, "
                  << std::setw(5) << static_cast<double>(entry.rows) * oneRow / seconds << " times one row's pace\n";
    }
}

InstructionSet setNamed(const std::string& wanted) {
    for (const InstructionSet set : availableInstructionSets()) {
        if (name(set) == wanted) {
            return set;
        }
    }
    return bestInstructionSet();
}

} // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int index, unsigned otherwise) {
        return argc > index ? static_cast<unsigned>(std::atoi(argv[index])) : otherwise;
    };
    const unsigned threads = argument(1, std::thread::hardware_concurrency());
    const unsigned rounds = argument(2, 15);
    const InstructionSet set = setNamed(argc > 4 ? argv[4] : "");
    ThreadPool pool(static_cast<int>(threads), [] {});
    PlainSum plain;
    std::vector<Entry> entries;
    entries.push_back({"plain sum", 1, PlainSum::bytes(), [&] { plain.read(pool); }, {}});

    const std::vector<float> source = randomWeights();
    std::vector<PreparedRows> hidden;
    std::vector<PreparedRows> ffn;
    for (const std::size_t rows : kRowCounts) {
        hidden.push_back(prepare(source, rows, kHidden));
        ffn.push_back(prepare(source, rows, kFfn));
    }
    std::vector<float> y(kMaxLinearRows * kMostOutputs);
    std::vector<std::unique_ptr<DecoderWeights>> weights;
    for (const auto& [format, label] : kFormats) {
        const double seconds = secondsOf([&, form = format] {
            weights.push_back(std::make_unique<DecoderWeights>(form, argument(3, 4), source, pool));
        });
        const DecoderWeights& w = *weights.back();
        std::cout << label << ": " << static_cast<double>(w.bytes()) / 1e6 << " MB, made in " << seconds << " s\n";
        for (std::size_t i = 0; i < kRowCounts.size(); ++i) {
            entries.push_back({label,
                               kRowCounts.at(i),
                               w.bytes(),
                               [&, i] { w.multiply(hidden[i].view(), ffn[i].view(), y, set, pool); },
                               {}});
        }
    }
    std::cout << threads << " threads, " << name(set) << "\n";
    for (unsigned round = 0; round < rounds; ++round) {
        // Other weights in between, so that none are in the caches already.
        for (const std::size_t rows : kRowCounts) {
            for (Entry& entry : entries) {
                if (entry.rows == rows) {
                    entry.seconds.push_back(secondsOf(entry.work));
                }
            }
        }
    }
    print(entries);
    return plain.sum() == 0 ? 1 : 0;
}
