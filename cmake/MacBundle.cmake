# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Makes the window's program an application bundle on macOS, with the command line inside it. What it needs from others
# is put in by packaging/macos/bundle.sh, after the build.
if(NOT APPLE)
    return()
endif()

set(PARLEY_MAC_IDENTIFIER "org.parley-studio.Parley" CACHE STRING "The bundle's identifier, as the signer registered it")
set(mac_bundle_folder "${PROJECT_SOURCE_DIR}/packaging/macos")
set_target_properties(
    parley
    PROPERTIES MACOSX_BUNDLE ON
               OUTPUT_NAME Parley
               MACOSX_BUNDLE_INFO_PLIST "${mac_bundle_folder}/Info.plist.in"
               MACOSX_BUNDLE_BUNDLE_NAME Parley
               MACOSX_BUNDLE_GUI_IDENTIFIER "${PARLEY_MAC_IDENTIFIER}"
               MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
               MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
               MACOSX_BUNDLE_COPYRIGHT "The Parley authors; Apache-2.0")

# The icon is painted from the picture that all systems have, by a small program of ours.
set(mac_picture "${PROJECT_SOURCE_DIR}/resources/app/parley.svg")
if(EXISTS "${mac_picture}")
    find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
    if(NOT TARGET render-icon)
        add_executable(render-icon "${PROJECT_SOURCE_DIR}/packaging/icons/render_icon.cpp")
        target_compile_features(render-icon PRIVATE cxx_std_20)
        target_compile_definitions(render-icon PRIVATE QT_NO_KEYWORDS)
        target_link_libraries(render-icon PRIVATE Qt6::Svg parley_warnings parley_sanitizers)
    endif()
    set(mac_icon "${PROJECT_BINARY_DIR}/parley.icns")
    set(mac_paint_icon "")
    set(mac_icon_pictures "")
    foreach(pixels IN ITEMS 16 32 64 128 256 512 1024)
        list(APPEND mac_paint_icon COMMAND render-icon "${mac_picture}" ${pixels} "icon-${pixels}.png")
        list(APPEND mac_icon_pictures "icon-${pixels}.png")
    endforeach()
    add_custom_command(
        OUTPUT "${mac_icon}"
        ${mac_paint_icon}
        COMMAND Python3::Interpreter "${mac_bundle_folder}/make_icns.py" "${mac_icon}" ${mac_icon_pictures}
        DEPENDS render-icon "${mac_picture}" "${mac_bundle_folder}/make_icns.py"
        WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
        VERBATIM)
    add_custom_target(parley-mac-icon DEPENDS "${mac_icon}")
    add_dependencies(parley parley-mac-icon)
    add_custom_command(
        TARGET parley
        POST_BUILD
        COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${mac_icon}" "$<TARGET_BUNDLE_CONTENT_DIR:parley>/Resources/parley.icns"
        VERBATIM)
endif()

install(TARGETS parley BUNDLE DESTINATION .)
install(TARGETS parley-cli RUNTIME DESTINATION Parley.app/Contents/MacOS)
