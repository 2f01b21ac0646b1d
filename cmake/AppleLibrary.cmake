# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# LLVM's C++ library, which is Apple's, had std::jthread and std::stop_token behind a flag until its version 20.
if(NOT APPLE)
    return()
endif()
include(CheckCXXSourceCompiles)

set(CMAKE_REQUIRED_FLAGS "-std=c++20")
set(stop_token_source "#include <stop_token>\nint main() { return std::stop_source{}.stop_requested(); }")
check_cxx_source_compiles("${stop_token_source}" PARLEY_HAS_STOP_TOKEN)
if(NOT PARLEY_HAS_STOP_TOKEN)
    set(CMAKE_REQUIRED_FLAGS "-std=c++20 -fexperimental-library")
    check_cxx_source_compiles("${stop_token_source}" PARLEY_HAS_EXPERIMENTAL_STOP_TOKEN)
    if(NOT PARLEY_HAS_EXPERIMENTAL_STOP_TOKEN)
        message(FATAL_ERROR "This compiler's library has no std::stop_token: use Xcode 16 or newer, or Homebrew's llvm")
    endif()
    target_compile_options(parley_warnings INTERFACE -fexperimental-library)
    target_link_options(parley_warnings INTERFACE -fexperimental-library)
endif()
unset(CMAKE_REQUIRED_FLAGS)
