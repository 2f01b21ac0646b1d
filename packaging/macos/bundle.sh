#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Makes of a build an application that needs nothing but macOS: Qt, its plugins, LibTorch and all other libraries are
# copied in, and every file looks for them inside the bundle alone. Takes the Qt whose macdeployqt is on the PATH; for
# releases that has to be the official one, since Homebrew's is built for one version of macOS. The licences of all of it
# go in, too.
#   usage: packaging/macos/bundle.sh BUILD_FOLDER OUT_FOLDER     makes OUT_FOLDER/Parley.app; TORCH_ROOT: LibTorch's folder
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/macos/machos.sh
source "$here/machos.sh"

readonly torch_libraries=(libtorch_cpu.dylib libc10.dylib libomp.dylib)

# The window's program with the command line beside it.
copy_programs() {
    rm -rf "$app"
    mkdir -p "$out"
    cp -R "$build/app/gui/Parley.app" "$app"
    cp "$build/app/cli/parley-cli" "$app/Contents/MacOS/"
    cp "$here/../../LICENSE" "$app/Contents/Resources/"
}

# macdeployqt brings every media plugin, or none; the native one needs no library but Qt's.
deploy_qt() {
    local plugins media=$app/Contents/PlugIns/multimedia
    macdeployqt "$app" "-executable=$app/Contents/MacOS/parley-cli" -verbose=1
    plugins=$(qtpaths -query QT_INSTALL_PLUGINS)
    rm -rf "$media" "$frameworks"/libav*.dylib "$frameworks"/libsw*.dylib
    mkdir -p "$media"
    cp "$plugins/multimedia/libdarwinmediaplugin.dylib" "$media/"
}

copy_torch() {
    local library
    for library in "${torch_libraries[@]}"; do
        rm -f "$frameworks/$library"
        cp "$TORCH_ROOT/lib/$library" "$frameworks/"
        chmod u+w "$frameworks/$library"
    done
}

# copy_needed FILE: brings the libraries that it looks for outside of the bundle, and says whether there was one. What
# only a path of the build machine leads to is copied from there: macdeployqt doesn't look at the libraries of plugins.
copy_needed() {
    local kind name copied=1
    while read -r kind name; do
        if [[ $kind == needs && $name == /* && $name != *.framework/* && ! -e $frameworks/${name##*/} ]] &&
            ! is_system "$name"; then
            [[ -f $name ]] || die "$1 needs $name, which isn't there"
            cp -L "$name" "$frameworks/"
            chmod u+w "$frameworks/${name##*/}"
            copied=0
        fi
    done < <(names_of "$1")
    return $copied
}

copy_all_needed() {
    local file again=true
    while $again; do
        again=false
        while IFS= read -r file; do
            if copy_needed "$file"; then
                again=true
            fi
        done < <(machos_of "$app/Contents")
    done
}

# inner_name NAME: the same library as it is called inside of the bundle.
inner_name() {
    local framework=${1%%.framework/*}
    if [[ $framework == "$1" ]]; then
        echo "@rpath/${1##*/}"
    else
        echo "@rpath/${framework##*/}.framework/${1#*.framework/}"
    fi
}

# leads_to_frameworks RUN_PATH FILE
leads_to_frameworks() {
    local place
    place=$(place_of "$1" "$2" "$app")
    [[ $1 == @* && -d $place && $(cd "$place" && pwd -P) == $(cd "$frameworks" && pwd -P) ]]
}

# way_to_frameworks FILE: from its folder to Contents/Frameworks, as "../../Frameworks".
way_to_frameworks() {
    local folder way=
    folder=$(dirname "$1")
    while [[ $folder != "$app/Contents" ]]; do
        way+=../
        folder=$(dirname "$folder")
    done
    echo "${way}Frameworks"
}

# point_inside FILE: no name and no run path of it leads out of the bundle.
point_inside() {
    local file=$1 kind name found=false edits=()
    while read -r kind name; do
        case $kind in
        id) [[ $name != /* ]] || edits+=(-id "$(inner_name "$name")") ;;
        needs) [[ $name != /* ]] || is_system "$name" || edits+=(-change "$name" "$(inner_name "$name")") ;;
        path)
            if leads_to_frameworks "$name" "$file"; then
                found=true
            else
                edits+=(-delete_rpath "$name")
            fi
            ;;
        esac
    done < <(names_of "$file" | sort -u)
    $found || edits+=(-add_rpath "@loader_path/$(way_to_frameworks "$file")")
    [[ ${#edits[@]} -eq 0 ]] || install_name_tool "${edits[@]}" "$file"
}

# What a reader of the finished bundle finds; the edits above are not trusted.
check_bundle() {
    local file kind name oldest faults=0
    oldest=$(plutil -extract LSMinimumSystemVersion raw -o - "$app/Contents/Info.plist")
    while IFS= read -r file; do
        if [[ $file == */Contents/Resources/* ]]; then
            echo "code among the resources, where notarization refuses it: $file" >&2
            faults=1
        fi
        while read -r kind name; do
            if [[ $kind == macos ]]; then
                is_newer "$name" "$oldest" || continue
                echo "$file was made for macOS $name, and the application says $oldest: build it with" \
                    "MACOSX_DEPLOYMENT_TARGET=$name" >&2
                faults=1
            elif [[ $name == /* ]] && ! is_system "$name"; then
                echo "$file leads out of the bundle: $kind $name" >&2
                faults=1
            elif [[ $name == @* && ! -e $(place_of "$name" "$file" "$app") ]]; then
                echo "$file needs what isn't in the bundle: $name" >&2
                faults=1
            fi
        done < <(names_of "$file")
    done < <(machos_of "$app")
    [[ $faults -eq 0 ]] || die "the bundle isn't whole"
}

# The words of all licences lie where a person finds them, and under the application's signature.
write_licences() {
    "$here/../licences/collect_mac.py" "$app" "$TORCH_ROOT" "$(brew --prefix)" >"$out/THIRD_PARTY_LICENCES"
    mv "$out/THIRD_PARTY_LICENCES" "$app/Contents/Resources/"
    "$here/../licences/check.py" "$app" >&2
}

[[ $# -eq 2 ]] || die "usage: packaging/macos/bundle.sh BUILD_FOLDER OUT_FOLDER"
[[ -n ${TORCH_ROOT:-} ]] || die "TORCH_ROOT is not set; scripts/setup.sh prints it"
build=$1
out=$2
app=$out/Parley.app
frameworks=$app/Contents/Frameworks
copy_programs
deploy_qt
copy_torch
copy_all_needed
while IFS= read -r file; do
    point_inside "$file"
done < <(machos_of "$app/Contents")
check_bundle
write_licences
echo "$app"
