# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Everything that is not ours. scripts/setup.sh installs it; nothing is fetched while configuring.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(Highway REQUIRED IMPORTED_TARGET libhwy>=1.0.3)
if(PARLEY_CORE_ONLY)
    # Two libraries of headers alone, wherever they were put.
    find_path(NLOHMANN_INCLUDE_DIR nlohmann/json.hpp REQUIRED)
    find_path(XXHASH_INCLUDE_DIR xxhash.h REQUIRED)
    add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
    target_include_directories(nlohmann_json::nlohmann_json SYSTEM INTERFACE "${NLOHMANN_INCLUDE_DIR}")
    add_library(parley_xxhash INTERFACE IMPORTED)
    target_include_directories(parley_xxhash SYSTEM INTERFACE "${XXHASH_INCLUDE_DIR}")
elseif(NOT PARLEY_KERNELS_ONLY)
    find_package(nlohmann_json 3.9 REQUIRED)
    pkg_check_modules(SndFile REQUIRED IMPORTED_TARGET sndfile>=1.1.0)
    pkg_check_modules(Soxr REQUIRED IMPORTED_TARGET soxr)
    pkg_check_modules(SoundTouch REQUIRED IMPORTED_TARGET soundtouch)
    pkg_check_modules(LibZip REQUIRED IMPORTED_TARGET libzip>=1.7)
    pkg_check_modules(HttpLib REQUIRED IMPORTED_TARGET cpp-httplib>=0.11)
    pkg_check_modules(XxHash REQUIRED IMPORTED_TARGET libxxhash>=0.8.0) # XXH3 is settled since then
endif()
if(PARLEY_WITH_TORCH AND NOT PARLEY_KERNELS_ONLY)
    if(NOT PARLEY_CORE_ONLY)
        find_package(CLI11 2.1 REQUIRED)
    endif()
    find_package(LibTorch 2.11 REQUIRED)
endif()

find_program(GIT_PROGRAM git)
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths below the checkout count as relative, so that clones share what they compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_BASEDIR=${PROJECT_SOURCE_DIR};CCACHE_NOHASHDIR=1;CCACHE_SLOPPINESS=pch_defines,time_macros;${CCACHE_PROGRAM}")
endif()
