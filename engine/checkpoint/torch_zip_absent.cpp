// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/torch_zip_reader.h"
#include "parley/error.h"

namespace parley::checkpoint {

// In the place of torch_zip_reader.cpp where there is no libzip (PARLEY_CORE_ONLY).
std::unique_ptr<TensorSource> openTorchZip(const std::filesystem::path& path) {
    throw EngineError(ErrorCode::UnsupportedLayout, path, phrase("this build reads .safetensors files alone"),
                      phrase("use the .safetensors files of the same model"));
}

} // namespace parley::checkpoint
