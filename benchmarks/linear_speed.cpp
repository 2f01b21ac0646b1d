// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Reads the weights of some layers of the decoder once per round, as the products of one step do, in each format and
// for several numbers of rows, and plainly sums up as much memory; all in turns, so that all find the machine in the
// same state. Prints the medians, and the share of the plain sum's bandwidth. The weights are random.
//   linear-speed [THREADS [ROUNDS [LAYERS [INSTRUCTION_SET]]]]

#include "backend/thread_pool.h"
#include "kernels/linear.h"
#include "kernels/quantize.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <memory>
#include <numeric>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace parley::kernels;

struct Sizes {
    std::size_t outputs;
    std::size_t inputs;
};

// The released decoder: q, k and v, o; cross-attention's q and o; gate and up, down.
constexpr Sizes kLayer[] = {{3072, 2048}, {2048, 2048}, {2048, 2048}, {2048, 2048}, {16384, 2048}, {2048, 8192}};
constexpr Sizes kLogits = {9252, 2048};
constexpr std::size_t kMostInputs = 8192;
constexpr std::size_t kOutputsPerTask = 64;
constexpr std::size_t kRowCounts[] = {1, 2, 4, 8, 16, 32};

struct FreeMemory {
    void operator()(std::byte* memory) const { std::free(memory); } // NOLINT(cppcoreguidelines-no-malloc)
};
using Memory = std::unique_ptr<std::byte, FreeMemory>;

/// Memory as the engine takes it for weights: in huge pages where the system has them.
Memory allocate(std::size_t bytes) {
    constexpr std::size_t kHugePage = std::size_t{2} << 20U;
    const std::size_t whole = (bytes + kHugePage - 1) / kHugePage * kHugePage;
    Memory memory(static_cast<std::byte*>(std::aligned_alloc(kHugePage, whole)));
#ifdef __linux__
    (void)madvise(memory.get(), whole, MADV_HUGEPAGE);
#endif
    return memory;
}

std::vector<float> randomFloats(std::size_t count) {
    std::vector<float> out(count);
    std::uint32_t seed = 1;
    for (float& value : out) {
        seed = seed * 1664525U + 1013904223U;
        value = static_cast<float>(static_cast<std::int32_t>(seed)) * 0x1p-36F;
    }
    return out;
}

std::size_t bytesOf(const LinearWeights& w) {
    return isPacked(w.format) ? packedBytes(w.format, w.outputs, w.inputs) : rowOffset(w, w.outputs);
}

/// The matrices of some layers in one format.
class Weights {
public:
    Weights(WeightFormat format, std::size_t layers, const std::vector<float>& source,
            parley::backend::ThreadPool& pool) {
        for (std::size_t layer = 0; layer < layers; ++layer) {
            for (const Sizes& sizes : kLayer) {
                add(format, sizes, source, pool);
            }
        }
        add(format, kLogits, source, pool);
    }

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    /// All products of one step, without what lies between them.
    void multiply(const PreparedRows& x2048, const PreparedRows& x8192, std::vector<float>& y, InstructionSet set,
                  parley::backend::ThreadPool& pool) const {
        pool.run(static_cast<std::int64_t>(m_tasks.size()), [&](std::int64_t i) {
            const Task& task = m_tasks[static_cast<std::size_t>(i)];
            const LinearWeights& w = m_views[task.matrix];
            const RowsView x = (w.inputs == kMostInputs ? x8192 : x2048).view();
            multiplyRows(w, x, task.range, {y.data(), w.outputs}, set);
        });
    }

private:
    struct Task {
        std::size_t matrix;
        OutputRange range;
    };

    void add(WeightFormat format, const Sizes& sizes, const std::vector<float>& source,
             parley::backend::ThreadPool& pool) {
        const LinearWeights plain = {WeightFormat::Float32, sizes.outputs, sizes.inputs, source.data()};
        LinearWeights view = {format, sizes.outputs, sizes.inputs, nullptr};
        const std::size_t bytes = bytesOf(view);
        m_memory.push_back(allocate(bytes));
        std::byte* const to = m_memory.back().get();
        view.data = to;
        if (isPacked(format)) {
            pool.run(static_cast<std::int64_t>(panelCount(sizes.outputs)), [&](std::int64_t panel) {
                const auto first = static_cast<std::size_t>(panel);
                packPanels(plain, format, first, first + 1, to);
            });
        } else if (format == WeightFormat::Float32) {
            std::memcpy(to, source.data(), bytes);
        } else {
            for (std::size_t i = 0; i < sizes.outputs * sizes.inputs; ++i) {
                std::memcpy(to + 2 * i, reinterpret_cast<const std::byte*>(source.data() + i) + 2, 2);
            }
        }
        for (std::size_t n = 0; n < sizes.outputs; n += kOutputsPerTask) {
            m_tasks.push_back({m_views.size(), {n, std::min(n + kOutputsPerTask, sizes.outputs)}});
        }
        m_bytes += bytes;
        m_views.push_back(view);
    }

    std::vector<Memory> m_memory;
    std::vector<LinearWeights> m_views;
    std::vector<Task> m_tasks;
    std::size_t m_bytes = 0;
};

/// Sums up memory in pieces of this many bytes.
constexpr std::size_t kPiece = std::size_t{1} << 19U;

/// From front to back, left to the processor: of several ways, the one that was fastest.
std::uint64_t sumPiece(const std::byte* from) {
    std::uint64_t sums[8] = {};
    const auto* const values = reinterpret_cast<const std::uint64_t*>(from);
    for (std::size_t i = 0; i < kPiece / sizeof(std::uint64_t); i += std::size(sums)) {
        for (std::size_t k = 0; k < std::size(sums); ++k) {
            sums[k] += values[i + k];
        }
    }
    return std::accumulate(std::begin(sums), std::end(sums), std::uint64_t{0});
}

class PlainSum {
public:
    explicit PlainSum(std::size_t bytes) : m_pieces(bytes / kPiece), m_memory(allocate(m_pieces * kPiece)) {
        std::memset(m_memory.get(), 1, m_pieces * kPiece);
    }
    [[nodiscard]] std::size_t bytes() const { return m_pieces * kPiece; }
    void read(parley::backend::ThreadPool& pool) {
        pool.run(static_cast<std::int64_t>(m_pieces), [&](std::int64_t piece) {
            m_sum += sumPiece(m_memory.get() + static_cast<std::size_t>(piece) * kPiece);
        });
    }
    [[nodiscard]] std::uint64_t sum() const { return m_sum; }

private:
    std::size_t m_pieces;
    Memory m_memory;
    std::atomic<std::uint64_t> m_sum = 0;
};

struct Entry {
    std::string label;
    std::size_t rows;
    std::size_t bytes;
    std::function<void()> work;
    std::vector<double> seconds;
};

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const std::vector<Entry>& entries) {
    std::cout << std::fixed << std::setprecision(2);
    const auto speed = [](const Entry& entry) {
        return static_cast<double>(entry.bytes) / median(entry.seconds) / 1e9;
    };
    for (const Entry& entry : entries) {
        std::cout << std::setw(9) << entry.label << std::setw(4) << entry.rows << " rows: " << std::setw(7)
                  << speed(entry) << " GB/s, " << std::setw(5) << speed(entry) / speed(entries.front())
                  << " of the plain sum, " << std::setw(6)
                  << static_cast<double>(entry.rows) *
                         median(entries[(&entry - entries.data() - 1) / 6 * 6 + 1].seconds) / median(entry.seconds)
                  << " x the rows a second\n";
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
    const auto argument = [&](int index, int otherwise) { return argc > index ? std::atoi(argv[index]) : otherwise; };
    const int threads = argument(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int rounds = argument(2, 15);
    const auto layers = static_cast<std::size_t>(argument(3, 4));
    const InstructionSet set = setNamed(argc > 4 ? argv[4] : "");
    parley::backend::ThreadPool pool(threads, [] {});
    const std::vector<float> source = randomFloats(std::size_t{16384} * 2048);
    PlainSum plain(std::size_t{1} << 29U);
    std::vector<Entry> entries;
    entries.push_back({"plain sum", 1, plain.bytes(), [&] { plain.read(pool); }, {}});
    std::vector<float> y(kMaxLinearRows * 16384);
    std::vector<PreparedRows> x2048(kMaxLinearRows + 1);
    std::vector<PreparedRows> x8192(kMaxLinearRows + 1);
    for (const std::size_t rows : kRowCounts) {
        for (PreparedRows* x : {&x2048[rows], &x8192[rows]}) {
            const std::size_t inputs = x == &x2048[rows] ? 2048 : kMostInputs;
            x->reset(rows, inputs, {.floats = true, .quantized = true});
            for (std::size_t row = 0; row < rows; ++row) {
                x->set(row, source.data() + row * inputs);
            }
        }
    }
    std::vector<std::unique_ptr<Weights>> weights;
    const std::pair<WeightFormat, const char*> formats[] = {{WeightFormat::Float32, "float32"},
                                                            {WeightFormat::Bfloat16, "bfloat16"},
                                                            {WeightFormat::Int8, "int8"},
                                                            {WeightFormat::Int4, "int4"}};
    for (const auto& [format, label] : formats) {
        const double packing =
            secondsOf([&, form = format] { weights.push_back(std::make_unique<Weights>(form, layers, source, pool)); });
        const Weights& w = *weights.back();
        std::cout << label << ": " << static_cast<double>(w.bytes()) / 1e6 << " MB made in " << packing << " s\n";
        for (const std::size_t rows : kRowCounts) {
            entries.push_back(
                {label, rows, w.bytes(), [&, rows] { w.multiply(x2048[rows], x8192[rows], y, set, pool); }, {}});
        }
    }
    std::cout << threads << " threads, " << name(set) << "\n";
    for (int round = 0; round < rounds; ++round) {
        for (Entry& entry : entries) {
            entry.seconds.push_back(secondsOf(entry.work));
        }
    }
    print(entries);
    return plain.sum() == 0 ? 1 : 0;
}
