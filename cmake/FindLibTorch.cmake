# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Finds torch_cpu and c10 in TORCH_ROOT (variable or environment: the folder with include/ and lib/) or in
# CMAKE_PREFIX_PATH; scripts/build.sh passes the place where scripts/setup.sh put the pinned wheel. torch's own CMake
# package is not used: it drags in the Python library, and CUDA where the wheel has it. Defines LibTorch::LibTorch, and
# LibTorch::Cuda where PARLEY_CUDA asks for it: torch_cuda and the headers of CUDA's runtime, from the wheels of NVIDIA's
# that lie beside torch's, or from CUDA_ROOT.
include(FindPackageHandleStandardArgs)

set(hints "")
if(TORCH_ROOT)
    list(APPEND hints "${TORCH_ROOT}")
endif()
if(DEFINED ENV{TORCH_ROOT})
    list(APPEND hints "$ENV{TORCH_ROOT}")
endif()
foreach(prefix IN LISTS CMAKE_PREFIX_PATH)
    # torch.utils.cmake_prefix_path points to <root>/share/cmake.
    list(APPEND hints "${prefix}" "${prefix}/../..")
endforeach()

find_path(LibTorch_INCLUDE_DIR ATen/ATen.h HINTS ${hints} PATH_SUFFIXES include)
find_library(LibTorch_CPU_LIBRARY torch_cpu HINTS ${hints} PATH_SUFFIXES lib)
find_library(LibTorch_C10_LIBRARY c10 HINTS ${hints} PATH_SUFFIXES lib)
if(LibTorch_INCLUDE_DIR AND EXISTS "${LibTorch_INCLUDE_DIR}/torch/headeronly/version.h")
    set(LibTorch_VERSION "")
    foreach(part MAJOR MINOR PATCH)
        file(STRINGS "${LibTorch_INCLUDE_DIR}/torch/headeronly/version.h" line REGEX "define TORCH_VERSION_${part} ")
        string(REGEX MATCH "[0-9]+" number "${line}")
        list(APPEND LibTorch_VERSION "${number}")
    endforeach()
    list(JOIN LibTorch_VERSION "." LibTorch_VERSION)
endif()

# Which flavour it is: the wheel says it to Python, the archive of LibTorch in a file beside include/ and lib/.
set(LibTorch_CUDA_VERSION "")
set(flavour "")
if(EXISTS "${LibTorch_INCLUDE_DIR}/../version.py")
    file(STRINGS "${LibTorch_INCLUDE_DIR}/../version.py" flavour REGEX "^cuda.*=")
elseif(EXISTS "${LibTorch_INCLUDE_DIR}/../build-version")
    file(STRINGS "${LibTorch_INCLUDE_DIR}/../build-version" flavour REGEX "[+]cu[0-9]+")
    string(REGEX REPLACE ".*[+]cu([0-9]+)([0-9]).*" "'\\1.\\2'" flavour "${flavour}")
endif()
if(flavour MATCHES "'([0-9]+[.][0-9]+)'")
    set(LibTorch_CUDA_VERSION "${CMAKE_MATCH_1}")
endif()

find_package_handle_standard_args(
    LibTorch
    REQUIRED_VARS LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY LibTorch_INCLUDE_DIR
    VERSION_VAR LibTorch_VERSION
    REASON_FAILURE_MESSAGE "run scripts/setup.sh, or point TORCH_ROOT to a LibTorch folder")

get_filename_component(LibTorch_LIBRARY_DIR "${LibTorch_CPU_LIBRARY}" DIRECTORY)
if(LibTorch_FOUND AND NOT TARGET LibTorch::LibTorch)
    add_library(LibTorch::LibTorch INTERFACE IMPORTED)
    target_include_directories(LibTorch::LibTorch SYSTEM INTERFACE "${LibTorch_INCLUDE_DIR}"
                                                                   "${LibTorch_INCLUDE_DIR}/torch/csrc/api/include")
    target_link_libraries(LibTorch::LibTorch INTERFACE "${LibTorch_CPU_LIBRARY}" "${LibTorch_C10_LIBRARY}")
    # Second search paths for libgomp and the wheel's other libraries.
    if(UNIX AND NOT APPLE)
        target_link_options(LibTorch::LibTorch INTERFACE "LINKER:-rpath-link,${LibTorch_LIBRARY_DIR}")
    endif()
endif()
if(LibTorch_FOUND
   AND PARLEY_CUDA
   AND NOT TARGET LibTorch::Cuda)
    get_filename_component(LibTorch_CUDA_ROOT "${LibTorch_LIBRARY_DIR}/../../nvidia/cu13" ABSOLUTE)
    find_library(LibTorch_CUDA_LIBRARY torch_cuda HINTS "${LibTorch_LIBRARY_DIR}" NO_DEFAULT_PATH REQUIRED)
    find_library(LibTorch_C10_CUDA_LIBRARY c10_cuda HINTS "${LibTorch_LIBRARY_DIR}" NO_DEFAULT_PATH REQUIRED)
    find_path(LibTorch_CUDA_INCLUDE_DIR cuda_runtime_api.h HINTS "${CUDA_ROOT}" "${LibTorch_CUDA_ROOT}" PATH_SUFFIXES include REQUIRED)
    find_library(LibTorch_CUDART_LIBRARY NAMES libcudart.so.13 HINTS "${CUDA_ROOT}" "${LibTorch_CUDA_ROOT}" PATH_SUFFIXES lib lib64
                 REQUIRED)
    get_filename_component(LibTorch_CUDART_DIR "${LibTorch_CUDART_LIBRARY}" DIRECTORY)
    target_link_options(LibTorch::LibTorch INTERFACE "LINKER:-rpath-link,${LibTorch_CUDART_DIR}")
    add_library(LibTorch::Cuda INTERFACE IMPORTED)
    target_include_directories(LibTorch::Cuda SYSTEM INTERFACE "${LibTorch_CUDA_INCLUDE_DIR}")
    # What torch_cuda itself needs (cuBLAS, cuDNN and more) need not be there to link.
    target_link_libraries(
        LibTorch::Cuda INTERFACE LibTorch::LibTorch "${LibTorch_CUDA_LIBRARY}" "${LibTorch_C10_CUDA_LIBRARY}"
                                 "${LibTorch_CUDART_LIBRARY}")
    target_link_options(LibTorch::Cuda INTERFACE "LINKER:--unresolved-symbols=ignore-in-shared-libs")
endif()
mark_as_advanced(LibTorch_INCLUDE_DIR LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY)
