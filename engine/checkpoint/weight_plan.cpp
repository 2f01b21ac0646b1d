// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/dia_layout.h"
#include "parley/error.h"

#include <algorithm>
#include <set>

namespace parley::checkpoint {

namespace {

constexpr std::size_t kNamesShown = 3;

std::string describe(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (const std::int64_t size : shape) {
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    }
    return text + "]";
}

bool holdsWeights(DType dtype) {
    return dtype == DType::Float32 || dtype == DType::Float16 || dtype == DType::BFloat16 || dtype == DType::Float64;
}

std::string firstNames(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i) {
        text += (i > 0 ? ", " : "") + names[i];
    }
    return names.size() > kNamesShown ? text + ", …" : text;
}

} // namespace

PlanReport comparePlan(const TensorSource& source, const std::vector<WeightPlan>& plan) {
    PlanReport report;
    std::set<std::string_view> used;
    for (const WeightPlan& weight : plan) {
        report.parameterCount += static_cast<std::uint64_t>(weight.rows) * static_cast<std::uint64_t>(weight.cols);
        for (const WeightPart& part : weight.parts) {
            used.insert(part.key);
            const TensorInfo* tensor = source.find(part.key);
            if (tensor == nullptr) {
                report.missing.push_back(part.key);
            } else if (tensor->shape != part.shape) {
                report.wrong.push_back(part.key + ": is " + describe(tensor->shape) + ", should be " +
                                       describe(part.shape));
            } else if (!holdsWeights(tensor->dtype)) {
                report.wrong.push_back(part.key + ": is " + std::string(name(tensor->dtype)) +
                                       ", should be a floating-point type");
            }
        }
    }
    for (const TensorInfo& tensor : source.tensors()) {
        if (!used.contains(tensor.name)) {
            report.extra.push_back(tensor.name);
        }
    }
    return report;
}

void requireComplete(const TensorSource& source, const PlanReport& report) {
    if (!report.missing.empty()) {
        throw EngineError(
            ErrorCode::CheckpointCorrupt, source.path(),
            phrase("lacks %1 of the network's tensors (%2)", report.missing.size(), firstNames(report.missing)),
            phrase("check that config.json belongs to it, or download it again"));
    }
    if (!report.wrong.empty()) {
        throw EngineError(ErrorCode::CheckpointCorrupt, source.path(),
                          phrase("has %1 tensors that don't fit its configuration (%2)", report.wrong.size(),
                                 firstNames(report.wrong)),
                          phrase("check that config.json belongs to it"));
    }
}

} // namespace parley::checkpoint
