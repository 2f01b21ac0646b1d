// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// A library with the driver's name and none of its functions.
extern "C" int parleyEmptyDriver() {
    return 0;
}
