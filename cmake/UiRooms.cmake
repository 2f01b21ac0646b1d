# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# What window and command line share: no GUI library. Coroutines are for downloads alone.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network)
find_package(QCoro6 0.8 REQUIRED COMPONENTS Core)

# parley_add_ui_room(<room> SOURCES <files…> [PUBLIC <targets…>] [PRIVATE <targets…>])
# A room of ui/: the static library parley_ui_<room>. Files with Q_OBJECT are found by moc.
function(parley_add_ui_room room)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target parley_ui_${room})
    add_library(${target} STATIC ${ARG_SOURCES})
    target_compile_features(${target} PUBLIC cxx_std_20)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON AUTOMOC ON)
    target_compile_definitions(${target} PUBLIC QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/engine/include" "${PROJECT_SOURCE_DIR}/ui")
    target_link_libraries(
        ${target}
        PUBLIC ${ARG_PUBLIC}
        PRIVATE ${ARG_PRIVATE} parley_warnings parley_sanitizers)
endfunction()
