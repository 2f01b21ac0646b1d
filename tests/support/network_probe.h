// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"
#include "parley/model_options.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace parley::test {

/// Logits [S, 2, C, V] of the tokens [S, C], fed row by row with both rows together, as a generation does.
[[nodiscard]] std::vector<float> stepLogits(const std::filesystem::path& model, const std::string& dtype,
                                            const std::vector<std::uint8_t>& text,
                                            const std::vector<std::int64_t>& tokens);

/// The same as a profile of any device computes them, on the CPU.
[[nodiscard]] std::vector<float> profileLogits(const std::filesystem::path& path,
                                               const backend::BackendProfile& profile,
                                               const std::vector<std::uint8_t>& text,
                                               const std::vector<std::int64_t>& tokens);

/// The last step's logits [N, 2, C, V] of N sequences of the tokens [S, C], all of which stand at different places of
/// the tokens when they meet: sequence n has seen n steps alone before. `together` takes the last step in one call.
[[nodiscard]] std::vector<float> meetingLogits(const std::filesystem::path& model, const std::string& dtype,
                                               std::int64_t sequences, const std::vector<std::int64_t>& tokens,
                                               bool together);

/// The encoder's output [T, D] for a text.
[[nodiscard]] std::vector<float> encoderOut(const std::filesystem::path& model, const std::vector<std::uint8_t>& text);

/// The largest difference between a linear layer's result for `rows` rows and sums in double, for weights of `dtype`.
[[nodiscard]] double linearError(const std::string& dtype, std::int64_t rows);

/// Whether torch's products of float32 on CUDA may be rounded: in matrices, and in convolutions.
struct Tf32 {
    bool matrices = false;
    bool convolutions = false;
    bool operator==(const Tf32&) const = default;
};
/// How it is after backend::allowTf32(allowed).
[[nodiscard]] Tf32 tf32After(bool allowed);
/// Whether files that are opened with these options are to be computed so.
[[nodiscard]] bool wantsTf32(const ModelOptions& options);

/// Bytes that are in memory.
struct HeldBytes {
    std::uint64_t weights = 0; ///< the demo's network, as it is read
    std::uint64_t caches = 0;  ///< a guided sequence's, for `rows` rows, and its text's
};
[[nodiscard]] HeldBytes heldBytes(const std::string& dtype, std::int64_t rows, std::int64_t textBytes);

} // namespace parley::test
