# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# torch's headers cost many seconds a file, so they are precompiled once for all rooms that use them.
if(PARLEY_WITH_TORCH AND NOT PARLEY_KERNELS_ONLY)
    # Unlike WRITE, it leaves the file as old as it is.
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/torch_pch.cpp" CONTENT "")
    add_library(parley_torch_pch OBJECT "${PROJECT_BINARY_DIR}/torch_pch.cpp")
    target_compile_features(parley_torch_pch PUBLIC cxx_std_20)
    set_target_properties(parley_torch_pch PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON AUTOMOC OFF)
    target_precompile_headers(parley_torch_pch PRIVATE <ATen/core/Tensor.h> <c10/core/InferenceMode.h>)
    add_library(parley_torch INTERFACE)
    target_link_libraries(parley_torch INTERFACE LibTorch::LibTorch)
    target_link_libraries(parley_torch_pch PRIVATE parley_torch parley_warnings parley_sanitizers)
endif()

# parley_add_room(<room> [TORCH] SOURCES <files…> [PUBLIC <targets…>] [PRIVATE <targets…>])
# A room of the engine: the static library parley_<room>. What it may include is what it links; the audio and archive
# libraries are PRIVATE wherever a header can avoid them. TORCH gives it torch and the precompiled headers.
function(parley_add_room room)
    cmake_parse_arguments(ARG "TORCH" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(parley_${room} STATIC ${ARG_SOURCES})
    target_compile_features(parley_${room} PUBLIC cxx_std_20)
    set_target_properties(parley_${room} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON AUTOMOC OFF)
    target_include_directories(parley_${room} PUBLIC "${PROJECT_SOURCE_DIR}/engine/include"
                                                     "${PROJECT_SOURCE_DIR}/engine")
    target_link_libraries(
        parley_${room}
        PUBLIC ${ARG_PUBLIC}
        PRIVATE ${ARG_PRIVATE} parley_warnings parley_sanitizers)
    if(ARG_TORCH)
        target_link_libraries(parley_${room} PUBLIC parley_torch)
        target_precompile_headers(parley_${room} REUSE_FROM parley_torch_pch)
    endif()
endfunction()
