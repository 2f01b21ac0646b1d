# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

add_library(parley_sanitizers INTERFACE)
if(PARLEY_SANITIZE STREQUAL "address")
    set(flags -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
elseif(PARLEY_SANITIZE STREQUAL "thread")
    set(flags -fsanitize=thread -fno-omit-frame-pointer)
elseif(PARLEY_SANITIZE)
    message(FATAL_ERROR "PARLEY_SANITIZE is '${PARLEY_SANITIZE}'; it can be empty, address or thread")
endif()
if(PARLEY_SANITIZE)
    target_compile_options(parley_sanitizers INTERFACE ${flags})
    target_compile_definitions(parley_sanitizers INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(parley_sanitizers INTERFACE ${flags})
endif()
