// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

struct SelfTestOptions {
    std::string device = "auto"; ///< as --device; "all": every one that can be used
    std::string dtype = "all";   ///< as --dtype; "all": every one of the device, also what was found wrong before
    int threads = 0;             ///< 0: one per physical core
};

/// One figure and what it may be at most.
struct SelfTestFigure {
    double measured = 0;
    double allowed = 0;

    [[nodiscard]] bool holds() const noexcept { return measured <= allowed; }
};

/// How a device computes in one format, against the CPU's float32, with the small model that the program makes itself.
struct SelfTestVerdict {
    std::string device{};
    std::string dtype{};
    std::string version{};         ///< of the device's driver and of this program: what the verdict holds for
    SelfTestFigure largestError{}; ///< of logits, as a share of the range that they take
    SelfTestFigure rmsError{};     ///< root mean square, the same
    SelfTestFigure otherChoices{}; ///< share of the most likely tokens that are others, with guidance
    SelfTestFigure soundError{};   ///< largest difference of samples, as a share of the loudest one
    bool usesFallback = false;     ///< the device's first kernels were wrong, and plainer ones are taken
    bool wasCutShort = false;      ///< the program ended in the middle, which drivers can make it do
    double seconds = 0;

    [[nodiscard]] bool passed() const noexcept {
        return !wasCutShort && largestError.holds() && rmsError.holds() && otherChoices.holds() && soundError.holds();
    }
};

/// 64 decoder steps and a window of the codec in each format. Blocks for some seconds. Errors: those of choosing a
/// device and a format, OutOfMemory, Cancelled.
[[nodiscard]] Result<std::vector<SelfTestVerdict>> runSelfTest(const SelfTestOptions& options,
                                                               const std::stop_token& stop);

/// Keeps verdicts for listDevices() and whatever chooses among it: a format that failed isn't offered on that device
/// until a test passes, or the driver or the program is another one. The CPU's float32, which the others are held
/// against, always is. Errors: FileUnwritable, DiskFull. Any thread.
[[nodiscard]] Result<std::monostate> keepVerdicts(const std::vector<SelfTestVerdict>& verdicts);

/// How a speech that was made elsewhere differs from the same one made here.
struct CodesComparison {
    std::string device{};
    std::string dtype{};
    std::int64_t frames = 0;     ///< of the longer one
    std::int64_t sameFrames = 0; ///< from the beginning on
    SelfTestFigure soundError{}; ///< of those, largest difference of samples as a share of the loudest one

    [[nodiscard]] bool isSame() const noexcept { return frames > 0 && sameFrames == frames && soundError.holds(); }
};

/// The script and the seed of the speech that is compared; the rest is the demo's and the command line's standard, with
/// this many rows at most.
inline constexpr std::string_view kComparedScript = "[S1] This is how one machine tries another. [S2] (laughs)";
inline constexpr std::int64_t kComparedSeed = 7;
inline constexpr std::int64_t kComparedTokens = 200;

/// Makes that speech here and holds it against the codes that `say --codes` wrote elsewhere; both become sound, theirs
/// by the CPU in float32. A device may part from another one at a near-tie, from where on all frames are others.
/// Blocks. Errors: as runSelfTest(), and those of reading codes.
[[nodiscard]] Result<CodesComparison> compareWithCodes(const SelfTestOptions& options,
                                                       const std::filesystem::path& codes, const std::stop_token& stop);

} // namespace parley
