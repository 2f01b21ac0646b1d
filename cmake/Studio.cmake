# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# What the window needs beyond what it shares with the command line.
find_package(Qt6 6.4 REQUIRED COMPONENTS Concurrent Gui LinguistTools Multimedia Sql Svg Widgets)
