// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Loads a model, reads the same files through a 1 MiB buffer, and touches as much new memory as the weights take, in
// turns, so that all find the files and the machine in the same state. Prints the medians: a plain read needs no
// memory, and a virtual machine's host may take seconds to hand out gigabytes. With a folder for packed weights, each
// round also loads int8 and int4 from the files there, which are made first.
//   load-speed DIA_FOLDER DAC_FOLDER [DTYPE [ROUNDS [PACKED_FOLDER]]]

#include "backend/memory.h"
#include "backend/parallel.h"
#include "runtime/cache_writer.h"
#include "runtime/model_loader.h"
#include "runtime/stopwatch.h"
#include "timing.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using parley::benchmarks::median;

double readPlainly(const std::vector<fs::path>& files) {
    const parley::runtime::Stopwatch watch;
    std::vector<char> buffer(std::size_t{1} << 20U);
    for (const fs::path& path : files) {
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        while (read(file, buffer.data(), buffer.size()) > 0) {
        }
        close(file);
    }
    return watch.seconds();
}

/// Writes one byte a page into memory like that of the weights, on the threads that load them.
double touchNewMemory(std::uintmax_t bytes) {
    constexpr std::int64_t kPage = 4096;
    const parley::runtime::Stopwatch watch;
    const at::Tensor memory = parley::backend::emptyWeight({static_cast<std::int64_t>(bytes)}, at::kByte);
    auto* const first = static_cast<volatile unsigned char*>(memory.mutable_data_ptr());
    parley::backend::inPieces(memory.numel(), std::int64_t{1} << 24U, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t at = begin; at < end; at += kPage) {
            first[at] = 1;
        }
    });
    return watch.seconds();
}

/// A model from the cache of packed weights.
class Cached {
public:
    Cached(parley::ModelOptions options, const std::string& dtype) : m_options(std::move(options)) {
        m_options.dtype = dtype;
        parley::runtime::CacheWriter writer;
        writer.start(load().unkept, {});
        if (const auto kept = writer.finish({}); !kept) {
            throw parley::EngineError(kept.error());
        }
    }

    void measure() {
        const parley::runtime::LoadedModel model = load();
        if (!model.unkept.empty()) {
            throw std::runtime_error("the packed weights were not used");
        }
        m_seconds.push_back(model.loadSeconds);
    }

    [[nodiscard]] const std::string& dtype() const { return m_options.dtype; }
    [[nodiscard]] const std::vector<double>& seconds() const { return m_seconds; }

private:
    [[nodiscard]] parley::runtime::LoadedModel load() const {
        return parley::runtime::loadModel(parley::runtime::openModelFiles(m_options, {}), {}, {});
    }

    parley::ModelOptions m_options;
    std::vector<double> m_seconds;
};

int run(const parley::ModelOptions& options, int rounds) {
    std::vector<fs::path> files;
    std::uintmax_t weightBytes = 0; // the files hold float32, and hardly anything but weights
    for (const fs::path& folder : {options.model, options.codec}) {
        for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
            files.push_back(entry.path());
            weightBytes += entry.file_size() / (options.dtype == "bfloat16" && folder == options.model ? 2 : 1);
        }
    }
    std::vector<Cached> cached;
    for (const char* dtype : options.packedCache.empty() ? std::vector<const char*>{} : std::vector{"int8", "int4"}) {
        cached.emplace_back(options, dtype);
    }
    std::vector<double> reading;
    std::vector<double> touching;
    std::vector<double> loading;
    for (int round = 0; round < rounds; ++round) {
        reading.push_back(readPlainly(files));
        const parley::runtime::ModelFiles opened = parley::runtime::openModelFiles(options, {});
        touching.push_back(touchNewMemory(weightBytes));
        loading.push_back(parley::runtime::loadModel(opened, {}, {}).loadSeconds);
        std::cout << "read " << reading.back() << " s, touch " << touching.back() << " s, load " << loading.back()
                  << " s";
        for (Cached& one : cached) {
            one.measure();
            std::cout << ", kept " << one.dtype() << " " << one.seconds().back() << " s";
        }
        std::cout << "\n" << std::flush;
    }
    std::cout << "median: read " << median(reading) << " s, touch " << median(touching) << " s, load "
              << median(loading) << " s; load / read " << median(loading) / median(reading) << "\n";
    for (const Cached& one : cached) {
        std::cout << "median: kept " << one.dtype() << " " << median(one.seconds()) << " s, "
                  << median(one.seconds()) / median(loading) << " of load\n";
    }
    std::cout << std::flush;
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: load-speed DIA_FOLDER DAC_FOLDER [DTYPE [ROUNDS [PACKED_FOLDER]]]\n";
        return 2;
    }
    try {
        parley::ModelOptions options;
        options.model = argv[1];
        options.codec = argv[2];
        options.dtype = argc > 3 ? argv[3] : "float32";
        options.packedCache = argc > 5 ? argv[5] : "";
        return run(options, argc > 4 ? std::stoi(argv[4]) : 3);
    } catch (const std::exception& error) {
        std::cerr << "load-speed: " << error.what() << "\n";
        return 1;
    }
}
