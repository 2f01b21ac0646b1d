// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// A driver that answers as the environment says: PARLEY_FAKE_CUDA=good, old, failing, countless, nameless or halfway.
// As the real one, it shows no GPU where CUDA_VISIBLE_DEVICES is empty.
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

constexpr int kInvalidValue = 1;
constexpr int kNoDevice = 100;
constexpr int kUnknownError = 999;

bool is(std::string_view mode) {
    const char* const wanted = std::getenv("PARLEY_FAKE_CUDA");
    return wanted != nullptr && mode == wanted;
}

} // namespace

extern "C" {

int cuDriverGetVersion(int* version) {
    *version = is("old") ? 11040 : 13000;
    return 0;
}

int cuInit(unsigned int /*flags*/) {
    const char* const visible = std::getenv("CUDA_VISIBLE_DEVICES");
    if (visible != nullptr && *visible == '\0') {
        return kNoDevice;
    }
    return is("failing") ? kUnknownError : 0;
}

int cuDeviceGetCount(int* count) {
    *count = is("countless") ? 2'000'000'000 : 2;
    return 0;
}

int cuDeviceGet(int* device, int index) {
    *device = index;
    return is("halfway") && index == 1 ? kUnknownError : 0;
}

int cuDeviceGetName(char* name, int length, int device) {
    if (is("nameless")) {
        std::memset(name, 0x07, static_cast<std::size_t>(length)); // no end, and nothing that can be shown
        return 0;
    }
    std::strncpy(name, device == 0 ? "NVIDIA H100" : "NVIDIA GeForce GTX 1080", static_cast<std::size_t>(length));
    return 0;
}

// NOLINTNEXTLINE(readability-identifier-naming): the driver's name
int cuDeviceTotalMem_v2(std::size_t* bytes, int device) {
    *bytes = device == 0 ? std::size_t{80'000'000'000} : std::size_t{8'000'000'000};
    return 0;
}

int cuDeviceGetAttribute(int* value, int attribute, int device) {
    switch (attribute) {
    case 75: // major
        *value = device == 0 ? 9 : 6;
        return 0;
    case 76: // minor
        *value = device == 0 ? 0 : 1;
        return 0;
    default:
        return kInvalidValue;
    }
}
}
