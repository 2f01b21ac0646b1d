// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
// Reads the packed weights of some decoder layers, as one step's products for two rows do: from huge pages, from pages
// of 4 KiB, and from a file that is mapped as the cache of packed weights is, just read from the disk. In turns; prints
// the medians.
//   page-speed FOLDER [ROUNDS [LAYERS]]    the file of half a gigabyte is made in FOLDER and removed

#include "decoder_weights.h"
#include "files/file_descriptor.h"
#include "files/file_mapping.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

using namespace parley::kernels;
using namespace parley::benchmarks;
using parley::backend::ThreadPool;
using parley::files::FileDescriptor;
using parley::files::FileMapping;

constexpr std::size_t kRows = 2;

/// The weights in one kind of memory.
struct Place {
    std::string label;
    DecoderWeights weights;
    std::vector<Memory> copies{};
    std::vector<FileMapping> mappings{};
    std::vector<double> seconds{};
};

void moveToSmallPages(Place& place) {
    const auto matrices = place.weights.matrices();
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        place.copies.push_back(allocate(matrices[i].size(), false));
        std::memcpy(place.copies.back().get(), matrices[i].data(), matrices[i].size());
        place.weights.use(i, place.copies.back().get());
    }
}

/// All matrices in one file, which goes with the mapping.
void moveToFile(Place& place, const std::filesystem::path& path) {
    const FileDescriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isOpen()) {
        throw std::runtime_error("can't make " + path.string());
    }
    unlink(path.c_str());
    const auto matrices = place.weights.matrices();
    std::size_t size = 0;
    for (std::span<const std::byte> rest : matrices) {
        size += rest.size();
        while (!rest.empty()) {
            const ssize_t written = write(file.get(), rest.data(), rest.size());
            if (written < 0) {
                throw std::runtime_error("can't write " + path.string());
            }
            rest = rest.subspan(static_cast<std::size_t>(written));
        }
    }
    fsync(file.get());
#ifdef POSIX_FADV_DONTNEED
    posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED); // so that it comes from the disk
#endif
    std::optional<FileMapping> mapping = FileMapping::of(file.get(), size);
    if (!mapping) {
        throw std::runtime_error("can't map " + path.string());
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        place.weights.use(i, mapping->bytes().data() + at);
        at += matrices[i].size();
    }
    place.mappings.push_back(std::move(*mapping));
}

void measure(WeightFormat format, const std::string& label, const std::filesystem::path& folder, int rounds,
             std::size_t layers) {
    ThreadPool pool(static_cast<int>(std::thread::hardware_concurrency()), [] {});
    const std::vector<float> source = randomWeights();
    const PreparedRows hidden = prepare(source, kRows, kHidden);
    const PreparedRows ffn = prepare(source, kRows, kFfn);
    std::vector<float> y(kRows * kMostOutputs);
    std::vector<Place> places;
    for (const char* name : {"huge pages", "4 KiB pages", "mapped file"}) {
        places.push_back({name, DecoderWeights(format, layers, source, pool)});
    }
    moveToSmallPages(places[1]);
    moveToFile(places[2], folder / ".page-speed.part");
    for (int round = 0; round < rounds; ++round) {
        for (Place& place : places) {
            const auto start = std::chrono::steady_clock::now();
            place.weights.multiply(hidden.view(), ffn.view(), y, bestInstructionSet(), pool);
            place.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
    }
    for (Place& place : places) {
        std::sort(place.seconds.begin(), place.seconds.end());
        const double median = place.seconds[place.seconds.size() / 2];
        std::cout << std::fixed << std::setprecision(1) << label << ", " << place.label << ": " << median * 1e3
                  << " ms, " << static_cast<double>(place.weights.bytes()) / median / 1e9 << " GB/s\n"
                  << std::flush;
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: page-speed FOLDER [ROUNDS [LAYERS]]\n";
        return 2;
    }
    try {
        const int rounds = argc > 2 ? std::stoi(argv[2]) : 31;
        const std::size_t layers = argc > 3 ? std::stoul(argv[3]) : 6;
        measure(WeightFormat::Int8, "int8", argv[1], rounds, layers);
        measure(WeightFormat::Int4, "int4", argv[1], rounds, layers);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "page-speed: " << error.what() << "\n";
        return 1;
    }
}
