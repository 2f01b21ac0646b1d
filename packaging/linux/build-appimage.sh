#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Makes the AppImage: an AppDir, checked, in a squashfs behind the program that mounts it (the "type-2 runtime").
#   usage: packaging/linux/build-appimage.sh [--cuda none|bundle|pack] [--build FOLDER] [--out FOLDER] [--runtime FILE]
#                                            [--update-information TEXT] [--key GPG_KEY]
#   --cuda      none, the standard: for a build with LibTorch for CPUs. For a build by the preset cuda: bundle, with CUDA's
#               libraries inside (fetches 1.4 GB), or pack, without them; people fetch them as the GPU pack
#   --build     what scripts/build.sh made (build/release)
#   --out       where the AppImage goes (build/packages)
#   --runtime   the runtime's file, or PARLEY_APPIMAGE_RUNTIME; without one the squashfs is all that is made, exit status 3
#   --update-information   for tools that update AppImages, or PARLEY_UPDATE_INFORMATION:
#               "zsync|https://…/Parley-x86_64.AppImage.zsync", or "gh-releases-zsync|OWNER|REPOSITORY|latest|%f", where %f
#               becomes the .zsync file's name with any version
#   --key       signs with this key of gpg's, or PARLEY_SIGNING_KEY
set -euo pipefail

readonly runtime_version=20251108
readonly runtime_place=https://github.com/AppImage/type2-runtime/releases/download/$runtime_version
declare -rA runtime_sha256=(
    [x86_64]=2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d
    [aarch64]=00cbdfcf917cc6c0ff6d3347d59e0ca1f7f45a6df1a428a0d6d8a78664d87444)

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/packaging/linux
machine=$(uname -m)
cuda=none
build=$root/build/release
out=$root/build/packages
runtime=${PARLEY_APPIMAGE_RUNTIME:-}
update_information=${PARLEY_UPDATE_INFORMATION:-}
key=${PARLEY_SIGNING_KEY:-}

die() {
    echo "build-appimage: $*" >&2
    exit 1
}

read_options() {
    while [[ $# -gt 0 ]]; do
        [[ $# -ge 2 ]] || die "$1 needs a value"
        case $1 in
        --cuda) cuda=$2 ;;
        --build) build=$2 ;;
        --out) out=$2 ;;
        --runtime) runtime=$2 ;;
        --update-information) update_information=$2 ;;
        --key) key=$2 ;;
        *) die "$1 is not an option; the file's head tells them" ;;
        esac
        shift 2
    done
    [[ $cuda =~ ^(none|bundle|pack)$ ]] || die "--cuda is none, bundle or pack"
}

# told KEY: a line of what the build's own --version prints.
told() { "$build/app/cli/parley-cli" --version | sed -n "s/^$1[: ]*//p"; }

# check_flavour: what is asked for must be what was built.
check_flavour() {
    [[ -x $build/app/cli/parley-cli ]] || die "$build has no program; build it: scripts/build.sh release"
    local has torch
    has=$(told CUDA)
    torch=$(sed -n 's/^LibTorch_CPU_LIBRARY:[^=]*=//p' "$build/CMakeCache.txt")
    if [[ $cuda == none ]]; then
        [[ $has == none ]] || die "$build is built with LibTorch for CUDA $has; build it with LibTorch for CPUs"
        return
    fi
    [[ $has != none ]] || die "--cuda $cuda needs a build with LibTorch's CUDA flavour: set TORCH_ROOT to what" \
        "scripts/cuda-torch.sh prints, and run scripts/build.sh cuda. $build has LibTorch $(told torch) for CPUs ($torch)," \
        "and no library of CUDA"
}

# ending: what tells the flavours' files apart.
ending() {
    case $cuda in
    none) ;;
    pack) echo -gpu ;;
    bundle) echo -cuda ;;
    esac
}

# check_runtime: it becomes part of what people start, so it has to be the one that is known.
check_runtime() {
    [[ -n $runtime ]] || return 0
    [[ -f $runtime ]] || die "the runtime $runtime is not there"
    local sum
    sum=$(sha256sum "$runtime" | cut -d ' ' -f 1)
    [[ $sum == "${runtime_sha256[$machine]}" || -n ${PARLEY_ANY_RUNTIME:-} ]] ||
        die "$runtime has the SHA-256 $sum and is not release $runtime_version; PARLEY_ANY_RUNTIME=1 takes it all the same"
}

say_where_the_runtime_is() {
    cat >&2 <<END
build-appimage: made $squashfs. What is missing for an AppImage is the runtime, release $runtime_version:
  $runtime_place/runtime-$machine
  SHA-256 ${runtime_sha256[$machine]:-unknown for $machine}
Give its file with --runtime or PARLEY_APPIMAGE_RUNTIME.
END
}

# Zstandard at 15: level 19 takes four times as long for one percent.
make_squashfs() {
    SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)} \
        mksquashfs "$appdir" "$squashfs" -comp zstd -Xcompression-level 15 -root-owned -noappend -no-progress -quiet
}

# The signature is over the SHA-256, in hexadecimal, of the file as it is before; the key goes with it.
sign() {
    local digest
    digest=$(sha256sum "$1" | cut -d ' ' -f 1)
    printf '%s' "$digest" | gpg --batch --local-user "$key" --armor --textmode --detach-sign |
        "$here/elf_section.py" "$1" .sha256_sig
    gpg --batch --armor --export "$key" | "$here/elf_section.py" "$1" .sig_key
}

make_appimage() {
    cat "$runtime" "$squashfs" >"$appimage.part"
    [[ -z $update_information ]] || printf '%s' "$update_information" | "$here/elf_section.py" "$appimage.part" .upd_info
    [[ -z $key ]] || sign "$appimage.part"
    chmod +x "$appimage.part"
    mv "$appimage.part" "$appimage"
    if [[ -n $update_information ]]; then
        (cd "$out" && zsyncmake -u "$(basename "$appimage")" -o "$(basename "$appimage").zsync" "$(basename "$appimage")")
    fi
}

read_options "$@"
check_flavour
check_runtime
mkdir -p "$out"
update_information=${update_information/"%f"/Parley-*-$machine$(ending).AppImage.zsync}
name=Parley-$(told parley-cli)-$machine$(ending)
appdir=$out/AppDir
squashfs=$out/$name.squashfs
appimage=$out/$name.AppImage
made_with=()
[[ $cuda != bundle ]] || made_with=(bundle)
"$here/make-appdir.sh" "$build" "$appdir" ${made_with[@]+"${made_with[@]}"}
"$here/check-appdir.sh" "$appdir"
make_squashfs
echo "squashfs: $(($(stat -c %s "$squashfs") / 1000000)) MB"
if [[ -z $runtime ]]; then
    say_where_the_runtime_is
    exit 3
fi
make_appimage
echo "AppImage: $(($(stat -c %s "$appimage") / 1000000)) MB, $appimage"
