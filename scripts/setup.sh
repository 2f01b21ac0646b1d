#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Brings what a build needs: system packages, and LibTorch in a folder shared by all clones. Steps that are done already
# are skipped without a word and without the network. Prints the LibTorch folder on stdout, all else on stderr.
#   usage: scripts/setup.sh [--tests] [--lint] [--arm] [--package] [--headless] [--torch-only]
#          --tests: also what the tests need (a sound server, fonts, OpenAI's client for Python)
#          --lint: also clang-format-19, and clang-tidy-19 for want of a newer one, for .ci/run
#          --arm: also a compiler for 64-bit ARM and QEMU, for scripts/test-arm.sh
#          --package: also what makes and tries the packages of packaging/linux
#          --headless: without what only the window needs, for the images of packaging/docker
#          --cuda: LibTorch's flavour for NVIDIA GPUs (scripts/cuda-torch.sh) in place of the one for CPUs
#          --torch-only: LibTorch and nothing else, for who brings the rest
set -euo pipefail

readonly torch_version=2.13.0
readonly torch_cpu_index=https://download.pytorch.org/whl/cpu
readonly debian_packages=(g++ cmake ninja-build ccache pkg-config git python3-venv qt6-base-dev libsndfile1-dev
    libsoxr-dev libsoundtouch-dev libzip-dev nlohmann-json3-dev libcli11-dev libhwy-dev libxxhash-dev qcoro-qt6-dev
    libcpp-httplib-dev)
readonly debian_window_packages=(qt6-multimedia-dev qt6-svg-dev libqt6sql6-sqlite qt6-tools-dev qt6-tools-dev-tools
    qt6-l10n-tools qt6-translations-l10n)
readonly debian_test_packages=(pulseaudio pulseaudio-utils fonts-dejavu-core xvfb xauth shellcheck python3-yaml)
readonly debian_lint_packages=(clang-format-19 clang-tidy-19)
readonly debian_arm_packages=(g++-12-aarch64-linux-gnu qemu-user)
readonly debian_headless_tools=(ca-certificates patchelf)
readonly debian_package_tools=(patchelf squashfs-tools zsync qt6-wayland appstream desktop-file-utils xdotool
    openssl)
readonly brew_formulae=(cmake ninja ccache pkgconf qt libsndfile libsoxr sound-touch libzip nlohmann-json cli11 highway
    qcoro xxhash cpp-httplib python@3.12)

openai_requirements=$(dirname "${BASH_SOURCE[0]}")/../tests/app/openai/requirements.txt
readonly openai_requirements

say() { echo "setup: $*" >&2; }
die() {
    say "$@"
    exit 1
}

# show_apt: of APT's lines "dlstatus:5:46.2:Fetching file 6 of 40" on its input, "pmstatus:…" once it unpacks. They change
# in one line on a terminal; elsewhere they are left out.
show_apt() {
    local kind share text
    while IFS=: read -r kind _ share text; do
        [[ -t 2 ]] || continue
        case $kind in
        dlstatus) printf '\r\033[Ksetup: fetching, %s %%; %.40s' "${share%.*}" "$text" >&2 ;;
        pmstatus) printf '\r\033[Ksetup: installing, %s %%; %.40s' "${share%.*}" "$text" >&2 ;;
        esac
    done
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
}

install_debian() {
    local installed missing=() package log
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qxF "$package installed" <<<"$installed" || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $(id -u) -ne 0 ]]; then
        die "these packages are missing; install them, then start again: sudo apt-get install ${missing[*]}"
    fi
    say "installing system packages: ${missing[*]}"
    log=$(mktemp)
    say "asking for the newest package lists"
    apt-get update >"$log" 2>&1 || say "apt-get update failed; going on with the package lists that are here"
    # Says the size and changes nothing; its exit status is that of a refused question.
    apt-get install --no-install-recommends --assume-no "${missing[@]}" 2>/dev/null | grep '^Need to get' >&2 || true
    # APT tells of its progress on a descriptor of its own.
    if ! DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y -o APT::Status-Fd=3 "${missing[@]}" \
        3>&1 >"$log" 2>&1 | show_apt; then
        tail -n 20 "$log" >&2
        die "apt-get could not install the packages (all of its output: $log)"
    fi
    rm -f "$log"
}

install_brew() {
    local missing=() formula
    command -v brew >/dev/null || die "Homebrew is missing: get it from https://brew.sh, then start again"
    for formula in "$@"; do
        brew list --versions "$formula" >/dev/null 2>&1 || missing+=("$formula")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "installing with Homebrew (it shows the sizes): ${missing[*]}"
    brew install "${missing[@]}" >&2
}

install_packages() {
    if [[ $(uname -s) == Darwin ]]; then
        install_brew "${brew_formulae[@]}"
    elif command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
        if $headless; then
            install_debian "${debian_packages[@]}" "${debian_headless_tools[@]}"
        else
            install_debian "${debian_packages[@]}" "${debian_window_packages[@]}"
        fi
    else
        say "this system's package manager is not known here; what Debian calls" \
            "${debian_packages[*]} ${debian_window_packages[*]} has to be there"
    fi
}

# Elsewhere than on Debian the tests that play sound say that they are skipped.
install_test_tools() {
    if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
        install_debian "${debian_test_packages[@]}"
    fi
}

# The user's folder for what is fetched and shared by all clones.
cache_folder() {
    if [[ $(uname -s) == Darwin ]]; then
        echo "$HOME/Library/Caches/parley"
    else
        echo "${XDG_CACHE_HOME:-$HOME/.cache}/parley"
    fi
}

# with_lock FOLDER COMMAND…: one setup at a time fills the folder. The lock belongs to the open file and goes when the
# shell that holds it ends, however it ends.
with_lock() {
    mkdir -p "$(dirname "$1")"
    exec 9>"$1.lock"
    python3 -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)'
    "${@:2}"
    exec 9>&-
}

# fetch_openai FOLDER: a virtual environment is bound to its place, so it is made there, and the mark comes last.
fetch_openai() {
    local folder=$1
    [[ ! -f $folder/complete ]] || return 0
    say "fetching OpenAI's client for Python (about 10 MB, 70 MB unpacked) into $folder, for a test of parley-cli serve"
    rm -rf "$folder"
    if python3 -m venv "$folder" >&2 && "$folder/bin/python" -m pip install --disable-pip-version-check --quiet \
        --only-binary=:all: --requirement "$openai_requirements" >&2; then
        touch "$folder/complete"
    else
        rm -rf "$folder"
        say "pip could not bring OpenAI's client; the test serve_openai will fail"
    fi
}

install_openai() {
    local version folder
    version=$(sed -n 's/^openai==//p' "$openai_requirements")
    folder=$(cache_folder)/openai-$version
    if [[ ! -f $folder/complete ]]; then
        with_lock "$folder" fetch_openai "$folder"
    fi
}

install_lint_tools() {
    command -v clang-format-19 >/dev/null && command -v clang-tidy-19 >/dev/null && return 0
    if ! command -v apt-cache >/dev/null || ! apt-cache show "${debian_lint_packages[@]}" >/dev/null 2>&1; then
        say "no packages ${debian_lint_packages[*]} on this system; .ci/run needs both (https://apt.llvm.org has them)"
        return 0
    fi
    install_debian "${debian_lint_packages[@]}"
}

# is_torch FOLDER: does the C++ side of torch lie there, whole?
is_torch() {
    [[ -f $1/include/ATen/ATen.h && (-f $1/lib/libtorch_cpu.so || -f $1/lib/libtorch_cpu.dylib) ]]
}

# Sets torch to the LibTorch that the caller chose by TORCH_ROOT or CMAKE_PREFIX_PATH, if any.
choose_torch() {
    local prefix folder prefixes
    if [[ -n ${TORCH_ROOT:-} ]]; then
        is_torch "$TORCH_ROOT" || die "TORCH_ROOT is $TORCH_ROOT, but include/ATen and lib/libtorch_cpu are not there"
        torch=$TORCH_ROOT
        return
    fi
    IFS=: read -r -a prefixes <<<"${CMAKE_PREFIX_PATH:-}"
    for prefix in ${prefixes[@]+"${prefixes[@]}"}; do
        # torch.utils.cmake_prefix_path names <folder>/share/cmake.
        for folder in "$prefix" "${prefix%/share/cmake}"; do
            if is_torch "$folder"; then
                torch=$folder
                return
            fi
        done
    done
}

reachable() {
    python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=5)' "$1" >/dev/null 2>&1
}

# pip_torch PART ARGUMENT…: pip install for torch's C++ side, by the virtual environment in PART. Any Python's wheel has
# the same one, so one is named, to be the same everywhere. pip unpacks below TMPDIR first: on the same disk that is a
# rename, and /tmp may be too small for it.
pip_torch() {
    TMPDIR="$1/tmp" "$1/venv/bin/python" -m pip install --disable-pip-version-check --no-deps --no-compile \
        --only-binary=:all: --python-version 3.11 --target "$1/site" "${@:2}"
}

# is_cpu_build PART: is the torch that pip would take without a label one for CPUs? Asks for its metadata only, where
# the index has them apart: the flavour with CUDA, of several GB, requires NVIDIA's packages.
is_cpu_build() {
    pip_torch "$1" --quiet --dry-run --report "$1/report.json" "torch==$torch_version" >&2 || return 1
    python3 - "$1/report.json" <<'END'
import json, sys

metadata = json.load(open(sys.argv[1]))["install"][0]["metadata"]
sys.exit(any(need.startswith(("nvidia-", "cuda-", "triton")) for need in metadata.get("requires_dist", [])))
END
}

# fetch_torch FOLDER: fills it, or leaves nothing there.
fetch_torch() {
    local part="$1.part" plain="torch==$torch_version" cpu="torch==$torch_version+cpu" fetched=false
    local size="about 190 MB, 0.8 GB unpacked" options=()
    [[ $(uname -s) != Darwin ]] || size="about 110 MB"
    say "fetching LibTorch $torch_version for CPUs ($size) into $1"
    rm -rf "$part"
    mkdir -p "$part/tmp"
    python3 -m venv "$part/venv" >&2 || die "python3 -m venv failed: is the package python3-venv there?"
    if [[ $(uname -s) == Darwin ]]; then
        pip_torch "$part" "$plain" >&2 && fetched=true
    else
        if reachable "$torch_cpu_index/torch/"; then
            options+=(--extra-index-url "$torch_cpu_index")
        fi
        # On PyPI the plain one is the CUDA flavour, so the label comes first.
        if pip_torch "$part" ${options[@]+"${options[@]}"} "$cpu" >&2; then
            fetched=true
        elif is_cpu_build "$part"; then
            pip_torch "$part" "$plain" >&2 && fetched=true
        fi
    fi
    if ! $fetched; then
        rm -rf "$part"
        die "pip has no $plain for CPUs: make its index or $torch_cpu_index reachable," \
            "or point TORCH_ROOT to an unpacked LibTorch $torch_version"
    fi
    if ! is_torch "$part/site/torch" ||
        ! grep -qF "\"$torch_version\"" "$part/site/torch/include/torch/headeronly/version.h"; then
        die "what pip brought is not LibTorch $torch_version; it was left in $part to be looked at"
    fi
    rm -rf "$1"
    mv "$part/site" "$1"
    rm -rf "$part"
}

# fetch_missing_torch FOLDER: unless another setup has done it meanwhile.
fetch_missing_torch() {
    if ! is_torch "$1/torch"; then
        fetch_torch "$1"
    fi
}

# Sets torch to the LibTorch in the user's cache, after fetching it when it is not there yet.
cache_torch() {
    local folder
    folder=$(cache_folder)/torch-$torch_version
    if ! is_torch "$folder/torch"; then
        with_lock "$folder" fetch_missing_torch "$folder"
    fi
    torch=$folder/torch
}

tests=false
lint=false
arm=false
package=false
headless=false
cuda=false
packages=true
for option in "$@"; do
    case $option in
    --tests) tests=true ;;
    --lint) lint=true ;;
    --arm) arm=true ;;
    --package) package=true ;;
    --headless) headless=true ;;
    --cuda) cuda=true ;;
    --torch-only) packages=false ;;
    *) die "unknown option $option; there are --tests, --lint, --arm, --package, --headless, --cuda and --torch-only" ;;
    esac
done
if $packages; then
    install_packages
fi
if $tests; then
    install_test_tools
    install_openai
fi
if $lint; then
    install_lint_tools
fi
if $arm; then
    command -v dpkg-query >/dev/null || die "--arm is for Debian"
    install_debian "${debian_arm_packages[@]}"
fi
if $package; then
    command -v dpkg-query >/dev/null || die "--package is for Debian"
    install_debian "${debian_test_packages[@]}" "${debian_package_tools[@]}"
fi
torch=
if $cuda; then
    torch=$("$(dirname "${BASH_SOURCE[0]}")/cuda-torch.sh")
else
    choose_torch
fi
if [[ -n $torch ]]; then
    say "using the LibTorch in $torch"
else
    cache_torch
fi
echo "$torch"
