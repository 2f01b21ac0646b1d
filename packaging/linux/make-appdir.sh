#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Makes a folder that has all that Parley needs on a Linux system, but for what packaging/linux/excludelist names: the
# inside of an AppImage. It can be moved anywhere.
#   usage: packaging/linux/make-appdir.sh BUILD_FOLDER APPDIR [CUDA]     an APPDIR that is there already is replaced
#   CUDA: "bundle" puts CUDA's libraries in, for a build by the preset cuda (gpu_libraries.py tells what it fetches)
set -euo pipefail

[[ $# -eq 2 || ($# -eq 3 && $3 == bundle) ]] || {
    echo "usage: packaging/linux/make-appdir.sh BUILD_FOLDER APPDIR [bundle]" >&2
    exit 2
}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/packaging/linux
build=$(cd "$1" && pwd)
appdir=$(realpath -m "$2")
cuda=${3:-}

# Files and folders of Qt's plugins. None for media: sound goes through QtMultimedia's own PCM, files through libsndfile.
# None for OpenGL: the window is painted by the processor.
readonly plugins=(platforms/libqxcb.so platforms/libqwayland-generic.so platforms/libqoffscreen.so
    wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so
    platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so
    imageformats/libqsvg.so iconengines/libqsvgicon.so sqldrivers/libqsqlite.so tls/libqopensslbackend.so)
# What Qt's TLS plugin opens by name.
readonly opened_libraries=(libssl.so. libcrypto.so.)

die() {
    echo "make-appdir: $*" >&2
    exit 1
}

# qt_path KEY: where the build's Qt keeps something. It may be one of several on this machine.
qt_path() {
    local tool cmake
    cmake=$(sed -n 's/^Qt6_DIR:[^=]*=//p' "$build/CMakeCache.txt")
    for tool in "$cmake/../../../bin/qtpaths6" qtpaths6 /usr/lib/qt6/bin/qtpaths qtpaths; do
        if command -v "$tool" >/dev/null; then
            "$tool" --query "$1"
            return
        fi
    done
    die "there is no qtpaths here (Debian's qt6-base-dev-tools)"
}

install_program() {
    local targets=(parley parley-cli parley-icons)
    ! grep -qx 'PARLEY_CUDA:BOOL=ON' "$build/CMakeCache.txt" || targets+=(parley_cuda)
    cmake --build "$build" --target "${targets[@]}" >/dev/null
    cmake --install "$build" --prefix "$appdir/usr" >/dev/null
}

# copy_qt MANIFEST: plugins and Qt's own words. bin/qt.conf tells Qt where they are.
copy_qt() {
    local manifest=$1 from plugin language
    from=$(qt_path QT_INSTALL_PLUGINS)
    for plugin in "${plugins[@]}"; do
        [[ -f $from/$plugin ]] || die "Qt's plugin $plugin is not in $from"
        install -D -m 644 "$from/$plugin" "$appdir/usr/plugins/$plugin"
        printf 'usr/plugins/%s\t%s\n' "$plugin" "$(realpath "$from/$plugin")" >>"$manifest"
    done
    from=$(qt_path QT_INSTALL_TRANSLATIONS)
    for language in de en; do
        [[ -f $from/qtbase_$language.qm ]] || die "Qt's texts are not in $from (Debian's qt6-translations-l10n)"
        install -D -m 644 "$from/qtbase_$language.qm" "$appdir/usr/translations/qtbase_$language.qm"
        printf 'usr/translations/qtbase_%s.qm\t%s\n' "$language" "$(realpath "$from/qtbase_$language.qm")" >>"$manifest"
    done
    printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$appdir/usr/bin/qt.conf"
}

# What an AppImage has at its top.
add_face() {
    install -m 755 "$here/AppRun" "$appdir/AppRun"
    ln -s usr/share/applications/parley.desktop "$appdir/parley.desktop"
    ln -s usr/share/icons/hicolor/256x256/apps/parley.png "$appdir/parley.png"
    ln -s parley.png "$appdir/.DirIcon"
    mkdir -p "$appdir/usr/share/doc/parley"
}

command -v patchelf >/dev/null || die "patchelf is missing (scripts/setup.sh --package)"
if [[ -e $appdir ]]; then
    [[ -f $appdir/AppRun ]] || die "$appdir is there and is no AppDir; choose another folder"
    rm -rf "$appdir"
fi
mkdir -p "$appdir"
manifest=$(mktemp)
trap 'rm -f "$manifest"' EXIT
install_program
[[ -z $cuda ]] || python3 "$here/gpu_libraries.py" "$appdir"
copy_qt "$manifest"
python3 "$here/bundle_libraries.py" "$appdir" "$build/app/gui/parley" "$manifest" "${opened_libraries[@]}"
python3 "$here/strip_all.py" "$appdir"
python3 "$here/set_run_paths.py" "$appdir"
add_face
torch=$(sed -n 's/^LibTorch_CPU_LIBRARY:[^=]*=//p' "$build/CMakeCache.txt")
python3 "$root/packaging/licences/collect.py" "$appdir" "$manifest" "$(dirname "$torch")/.." \
    >"$appdir/usr/share/doc/parley/THIRD_PARTY_LICENCES"
echo "make-appdir: made $appdir"
