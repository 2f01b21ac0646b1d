# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# The compiler for our kernels: CUDA_ROOT's, or that of NVIDIA's wheels beside torch's. Needs LibTorch::Cuda.
find_program(PARLEY_NVCC nvcc HINTS "${CUDA_ROOT}" "${LibTorch_CUDA_ROOT}" PATH_SUFFIXES bin REQUIRED)
set(CMAKE_CUDA_COMPILER "${PARLEY_NVCC}")
# From Turing to Blackwell: what torch's own kernels are built for; and code for later ones to translate.
if(NOT DEFINED CMAKE_CUDA_ARCHITECTURES)
    set(CMAKE_CUDA_ARCHITECTURES
        75-real
        80-real
        86-real
        90-real
        100-real
        120)
endif()
# The wheels keep their libraries elsewhere than nvcc looks.
set(CMAKE_CUDA_FLAGS_INIT "-L${LibTorch_CUDART_DIR}")
enable_language(CUDA)
