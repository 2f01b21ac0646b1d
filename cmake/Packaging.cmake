# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# What `cmake --install` puts where, on Linux. LibTorch's libraries go with the programs, into a folder of their own; Qt
# and the audio libraries are the system's. packaging/linux/make-appdir.sh makes a folder of it that needs neither.
if(NOT UNIX OR APPLE)
    return()
endif()
include(GNUInstallDirs)

# A plain name, in place of GNUInstallDirs' one for the architecture: nobody links these libraries.
set(library_folder "lib/parley")
set(programs parley-cli)
if(PARLEY_WITH_STUDIO)
    list(APPEND programs parley)
endif()
set_target_properties(${programs} PROPERTIES INSTALL_RPATH "$ORIGIN/../${library_folder}")
install(
    TARGETS ${programs}
    RUNTIME_DEPENDENCIES
        DIRECTORIES "${LibTorch_LIBRARY_DIR}"
        PRE_INCLUDE_REGEXES "^lib(torch|c10|cudart|cupti)"
        PRE_EXCLUDE_REGEXES ".*"
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
    LIBRARY DESTINATION "${library_folder}")
if(TARGET parley_cuda)
    set_target_properties(parley_cuda PROPERTIES INSTALL_RPATH "$ORIGIN")
    install(TARGETS parley_cuda LIBRARY DESTINATION "${library_folder}")
endif()
# LibTorch has an OpenMP library of its own, with a number in its name in some builds.
install(
    DIRECTORY "${LibTorch_LIBRARY_DIR}/"
    DESTINATION "${library_folder}"
    FILES_MATCHING
    PATTERN "libgomp*.so*"
    PATTERN "libshm*" EXCLUDE)
if(NOT PARLEY_WITH_STUDIO)
    return()
endif()

add_executable(render-icon "${PROJECT_SOURCE_DIR}/packaging/icons/render_icon.cpp")
target_compile_features(render-icon PRIVATE cxx_std_20)
target_compile_definitions(render-icon PRIVATE QT_NO_KEYWORDS)
target_link_libraries(render-icon PRIVATE Qt6::Svg parley_warnings parley_sanitizers)
set(picture "${PROJECT_SOURCE_DIR}/resources/app/parley.svg")
set(icons "")
foreach(pixels IN ITEMS 16 24 32 48 64 128 256 512)
    set(icon "${PROJECT_BINARY_DIR}/icons/${pixels}/parley.png")
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/icons/${pixels}")
    add_custom_command(
        OUTPUT "${icon}"
        COMMAND render-icon "${picture}" ${pixels} "${icon}"
        DEPENDS render-icon "${picture}"
        VERBATIM)
    list(APPEND icons "${icon}")
    install(FILES "${icon}" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${pixels}x${pixels}/apps")
endforeach()
add_custom_target(parley-icons ALL DEPENDS ${icons})
install(FILES "${picture}" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")

set(PARLEY_RELEASE_DATE "$ENV{PARLEY_RELEASE_DATE}" CACHE STRING "The day of this version's release (2026-12-31), for software centres; empty: none yet")
set(releases "")
if(PARLEY_RELEASE_DATE)
    set(releases "  <releases>\n    <release version=\"${PROJECT_VERSION}\" date=\"${PARLEY_RELEASE_DATE}\"/>\n  </releases>\n")
endif()
set(metainfo org.parley_studio.Parley.metainfo.xml)
configure_file("${PROJECT_SOURCE_DIR}/packaging/linux/${metainfo}.in" "${PROJECT_BINARY_DIR}/${metainfo}" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/${metainfo}" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/parley.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
