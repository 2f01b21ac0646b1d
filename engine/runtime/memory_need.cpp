// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/memory_need.h"

#include "checkpoint/random_tensors.h"
#include "codec/memory_size.h"
#include "model/memory_size.h"

#include <algorithm>
#include <utility>

namespace parley::runtime {

namespace {

/// Whole megabytes, which read alike in every language.
std::uint64_t megabytes(std::uint64_t bytes) {
    return (bytes + 999'999) / 1'000'000;
}

Error tooLarge(Phrase subject, std::uint64_t need, std::uint64_t freeBytes, Phrase remedy) {
    return {ErrorCode::OutOfMemory, std::move(subject),
            phrase("needs %1 MB of memory, %2 MB are free", megabytes(need), megabytes(freeBytes)), std::move(remedy)};
}

Phrase lowerTokens() {
    return phrase("lower %1", "--max-tokens");
}

/// The device's formats that take less than `profile`, the largest first.
std::vector<std::pair<backend::NumberFormat, MemoryNeed>>
smallerOnes(const ModelSizes& sizes, const backend::BackendProfile& profile, const RequestSize& request) {
    const std::uint64_t most = memoryNeed(sizes, profile, request).total();
    std::vector<std::pair<backend::NumberFormat, MemoryNeed>> smaller;
    for (const backend::NumberFormat format : backend::formatsOf(profile.device)) {
        const MemoryNeed need = memoryNeed(sizes, backend::profileOf(profile.device, format), request);
        if (need.total() < most) {
            smaller.emplace_back(format, need);
        }
    }
    std::ranges::stable_sort(smaller, std::ranges::greater{}, [](const auto& each) { return each.second.total(); });
    return smaller;
}

} // namespace

std::optional<backend::BackendProfile> profileNamed(const std::string& device, const std::string& dtype) {
    const DeviceKind kind = device.starts_with("cuda") ? DeviceKind::Cuda
                            : device == "mps"          ? DeviceKind::Mps
                                                       : DeviceKind::Cpu;
    const auto format = backend::numberFormat(dtype);
    const auto formats = backend::formatsOf(kind);
    if (!format || std::ranges::find(formats, *format) == formats.end()) {
        return std::nullopt;
    }
    return backend::profileOf(kind, *format);
}

MemoryNeed memoryNeed(const ModelSizes& sizes, const backend::BackendProfile& profile, const RequestSize& request) {
    return {.weights = model::weightBytes(sizes.plan, profile),
            .caches = model::cacheBytes(sizes.dia, profile, request.rows, request.textBytes),
            .codec = codec::memoryBytes(sizes.dac, profile.codecWindows)};
}

std::optional<Error> memoryError(const ModelSizes& sizes, const backend::BackendProfile& profile,
                                 const RequestSize& request, std::uint64_t freeBytes) {
    const MemoryNeed need = memoryNeed(sizes, profile, request);
    if (freeBytes == 0 || need.total() <= freeBytes) {
        return std::nullopt;
    }
    const Phrase subject = phrase("the model in %1", backend::name(profile.format));
    const auto smaller = smallerOnes(sizes, profile, request);
    const auto fits = [&](const auto& other) { return other.second.total() <= freeBytes; };
    if (const auto found = std::ranges::find_if(smaller, fits); found != smaller.end()) {
        return tooLarge(subject, need.total(), freeBytes,
                        phrase("use %1 %2, which needs %3 MB", "--dtype", backend::name(found->first),
                               megabytes(found->second.total())));
    }
    if (need.weights + need.codec <= freeBytes) {
        return tooLarge(subject, need.total(), freeBytes, lowerTokens());
    }
    if (smaller.empty()) {
        return tooLarge(subject, need.total(), freeBytes, phrase("close other programs"));
    }
    return tooLarge(subject, need.total(), freeBytes,
                    phrase("close other programs; %1 %2 needs the least, %3 MB", "--dtype",
                           backend::name(smaller.back().first), megabytes(smaller.back().second.total())));
}

std::optional<Error> cacheError(const ModelSizes& sizes, const backend::BackendProfile& profile,
                                const RequestSize& request, std::uint64_t freeBytes) {
    const std::uint64_t need = memoryNeed(sizes, profile, request).caches;
    if (freeBytes == 0 || need <= freeBytes) {
        return std::nullopt;
    }
    return tooLarge(phrase("the speech"), need, freeBytes, lowerTokens());
}

} // namespace parley::runtime

namespace parley {

MemoryNeed releasedModelNeed(const std::string& device, const std::string& dtype) {
    const auto profile = runtime::profileNamed(device, dtype);
    if (!profile) {
        return {};
    }
    const checkpoint::DiaConfig dia = checkpoint::releasedDiaConfig();
    const checkpoint::DacConfig dac = checkpoint::releasedDacConfig();
    const std::vector<checkpoint::WeightPlan> plan = checkpoint::planDiaWeights(dia, {});
    return runtime::memoryNeed({dia, plan, dac}, *profile, {dia.decoder.maxPositions, dia.encoder.maxPositions});
}

} // namespace parley
