# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)

# The one file that knows where this checkout lies: compiler caches can share all the others between checkouts.
add_library(parley_test_data STATIC "${PROJECT_SOURCE_DIR}/tests/support/data_folder.cpp")
target_compile_features(parley_test_data PUBLIC cxx_std_20)
target_include_directories(parley_test_data PUBLIC "${PROJECT_SOURCE_DIR}/tests")
target_compile_definitions(parley_test_data PRIVATE PARLEY_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
target_link_libraries(parley_test_data PRIVATE parley_warnings parley_sanitizers)

# parley_add_test(<name> <source> [LIBS <targets…>] [LABELS <labels…>])
# One Qt Test program without a window; it finds tests/data through support/data_folder.h.
function(parley_add_test name source)
    cmake_parse_arguments(ARG "" "" "LIBS;LABELS" ${ARGN})
    add_executable(${name} ${source})
    set_target_properties(${name} PROPERTIES AUTOMOC ON CXX_EXTENSIONS OFF)
    target_compile_features(${name} PRIVATE cxx_std_20)
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${ARG_LIBS} parley_test_data Qt6::Core Qt6::Test parley_warnings parley_sanitizers)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" ENVIRONMENT
                         "QT_QPA_PLATFORM=offscreen;PARLEY_CACHE_DIR=${PROJECT_BINARY_DIR}/test-cache")
endfunction()
