# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What else speaks with Dia, each run through its own public interface and never part of this repository."""
