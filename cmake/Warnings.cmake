# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Linked by every target of ours. Errors are turned on by the presets (CMAKE_COMPILE_WARNING_AS_ERROR), not for packagers.
add_library(parley_warnings INTERFACE)
set(warnings
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow
    -Wconversion
    -Wold-style-cast
    -Wnon-virtual-dtor
    -Woverloaded-virtual
    -Wimplicit-fallthrough)

# GCC 12 warns of impossible overlaps inside std::string's operator+ (https://gcc.gnu.org/PR105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    list(APPEND warnings -Wno-restrict)
endif()

# nvcc knows none of them; tests compile the kernels with them.
target_compile_options(parley_warnings INTERFACE "$<$<NOT:$<COMPILE_LANGUAGE:CUDA>>:${warnings}>")
