# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Fills the template with what is built. Runs at each build; the file is touched only when its text changes, so a new
# commit costs one small file and the programs' links.
#   cmake -Dsource=… -Dtemplate=… -Dtarget=… -Dversion=… -Dtorch=… -Dcuda=… -Dupdates=… [-Dcommit=…] [-Dgit=…]
#         -P WriteBuildInfo.cmake
if(NOT commit AND git)
    # Sources that were unpacked inside another project's clone are not that clone's commit.
    execute_process(COMMAND "${git}" -C "${source}" rev-parse --show-toplevel
                    OUTPUT_VARIABLE top OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    file(REAL_PATH "${source}" source_path)
    if(top STREQUAL source_path)
        execute_process(COMMAND "${git}" -C "${source}" describe --always --exclude=* --abbrev=12 --dirty
                        OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
endif()
configure_file("${template}" "${target}" @ONLY)
