#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Brings what a release for macOS is built from into a folder: the official Qt (by aqtinstall), and QCoro, built against it,
# since Homebrew's belongs to Homebrew's Qt. All other libraries are Homebrew's, which are made for the macOS of this
# machine: the application starts on that one and newer ones. Prints the variables for the build, as NAME=value.
#   usage: packaging/macos/setup-release.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/macos/machos.sh
source "$here/machos.sh"

readonly qt_version=6.8.3 aqt_version=3.3.0 qcoro_version=0.11.0
readonly qcoro_sources=https://github.com/qcoro/qcoro/archive/refs/tags/v$qcoro_version.tar.gz
readonly formulae=(cmake ninja ccache pkgconf libsndfile libsoxr sound-touch libzip nlohmann-json cli11 highway xxhash
    cpp-httplib)

[[ $# -eq 1 ]] || die "usage: packaging/macos/setup-release.sh FOLDER"
mkdir -p "$1"
folder=$(cd "$1" && pwd)
qt=$folder/qt/$qt_version/macos

get_qt() {
    [[ ! -d $qt ]] || return 0
    python3 -m venv "$folder/venv" >&2
    "$folder/venv/bin/python" -m pip install --quiet "aqtinstall==$aqt_version" >&2
    "$folder/venv/bin/aqt" install-qt --outputdir "$folder/qt" mac desktop "$qt_version" clang_64 -m qtmultimedia >&2
}

get_qcoro() {
    [[ ! -d $folder/qcoro ]] || return 0
    mkdir -p "$folder/qcoro-source"
    curl --fail --silent --show-error --location "$qcoro_sources" | tar -xz -C "$folder/qcoro-source" --strip-components 1
    cmake -G Ninja -S "$folder/qcoro-source" -B "$folder/qcoro-build" -DCMAKE_BUILD_TYPE=Release -DUSE_QT_VERSION=6 \
        -DCMAKE_PREFIX_PATH="$qt" -DCMAKE_INSTALL_PREFIX="$folder/qcoro" -DBUILD_SHARED_LIBS=OFF \
        -DQCORO_BUILD_EXAMPLES=OFF -DBUILD_TESTING=OFF -DQCORO_WITH_QTDBUS=OFF -DQCORO_WITH_QTWEBSOCKETS=OFF \
        -DQCORO_WITH_QTQUICK=OFF -DQCORO_WITH_QML=OFF -DQCORO_WITH_QTTEST=OFF -DQCORO_WITH_QTNETWORK=OFF >&2
    cmake --build "$folder/qcoro-build" --target install >&2
}

brew install --quiet "${formulae[@]}" >&2
get_qt
get_qcoro
echo "CMAKE_PREFIX_PATH=$qt:$folder/qcoro"
echo "PATH=$qt/bin:$PATH"
echo "MACOSX_DEPLOYMENT_TARGET=$(sw_vers -productVersion | cut -d. -f1).0"
