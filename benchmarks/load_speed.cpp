// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Loads a model and reads the same files through a 1 MiB buffer, in turns, so that both find the files in the same
// cache state, and prints the median times and their ratio.
//   load-speed DIA_FOLDER DAC_FOLDER [DTYPE [ROUNDS]]

#include "runtime/model_loader.h"
#include "runtime/stopwatch.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <vector>

namespace {

namespace fs = std::filesystem;

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

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int run(const parley::ModelOptions& options, int rounds) {
    std::vector<fs::path> files;
    for (const fs::path& folder : {options.model, options.codec}) {
        for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
            files.push_back(entry.path());
        }
    }
    std::vector<double> reading;
    std::vector<double> loading;
    for (int round = 0; round < rounds; ++round) {
        reading.push_back(readPlainly(files));
        const parley::runtime::LoadedModel model =
            parley::runtime::loadModel(parley::runtime::openModelFiles(options), {}, {});
        loading.push_back(model.loadSeconds);
        std::cout << "read " << reading.back() << " s, load " << loading.back() << " s\n" << std::flush;
    }
    std::cout << "median: read " << median(reading) << " s, load " << median(loading) << " s, ratio "
              << median(loading) / median(reading) << "\n"
              << std::flush;
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: load-speed DIA_FOLDER DAC_FOLDER [DTYPE [ROUNDS]]\n";
        return 2;
    }
    try {
        parley::ModelOptions options;
        options.model = argv[1];
        options.codec = argv[2];
        options.dtype = argc > 3 ? argv[3] : "float32";
        return run(options, argc > 4 ? std::stoi(argv[4]) : 3);
    } catch (const std::exception& error) {
        std::cerr << "load-speed: " << error.what() << "\n";
        return 1;
    }
}
