# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# LibTorch for macOS begins with 14.0, on Apple silicon. CMake reads this before project() alone, and on macOS alone.
# Who links libraries that were made for a newer one says so: packaging/macos/bundle.sh holds them against it.
set(oldest_macos 14.0)
if(DEFINED ENV{MACOSX_DEPLOYMENT_TARGET})
    set(oldest_macos "$ENV{MACOSX_DEPLOYMENT_TARGET}")
endif()
set(CMAKE_OSX_DEPLOYMENT_TARGET "${oldest_macos}" CACHE STRING "The oldest macOS that the program starts on")
set(CMAKE_OSX_ARCHITECTURES arm64 CACHE STRING "What the program is built for on macOS")
