#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Uses an AppDir where nothing of this machine but the libraries of the exclude list can be found, at another path, with
# a space in it: the command line speaks, the window starts on a screen of its own, speaks, plays and exports. One that
# was built for NVIDIA GPUs also says why there is none: without a driver, and with a stand-in for one, with which CUDA's
# libraries are loaded where it has them.
#   usage: packaging/linux/try-appdir.sh APPDIR [ROOT]     APPDIR may be a mounted AppImage
#   ROOT: another system to use it on (ubuntu-root.sh makes one), in place of a bare one made of this machine's libraries
set -euo pipefail

[[ $# -ge 1 && $# -le 2 && -f $1/AppRun ]] || {
    echo "usage: packaging/linux/try-appdir.sh APPDIR [ROOT]" >&2
    exit 2
}
appdir=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
root=${2:-$work/root}
app_run="/opt/a place/Parley.AppDir/AppRun"
started=()

tidy_up() {
    [[ ${#started[@]} -eq 0 ]] || kill "${started[@]}" 2>/dev/null || true
    wait
    rm -rf --one-file-system "$work"
}
trap tidy_up EXIT

die() {
    echo "try-appdir: $*" >&2
    exit 1
}

# run WORD…: AppRun with these words, inside.
run() { "$here/enter-root.sh" "$root" "$appdir" "$app_run" "$@"; }

# wait_until WHAT COMMAND…
wait_until() {
    local what=$1 tries=0
    shift
    until "$@" 2>/dev/null; do
        tries=$((tries + 1))
        [[ $tries -lt 200 ]] || die "waited in vain for $what"
        sleep 0.1
    done
}

try_command_line() {
    run --version
    run cli --version
    ln -s "$app_run" "$root/home/parley-cli"
    "$here/enter-root.sh" "$root" "$appdir" /home/parley-cli --version | grep '^parley-cli ' >/dev/null ||
        die "the name parley-cli does not start the command line"
    run cli say --demo "[S1] Hello from a bare system." --seed 7 --out /home/said.flac
    [[ -s $root/home/said.flac ]] || die "the command line made no file"
    run cli devices
}

# expect_devices PATTERN [NAME=VALUE]…: what "devices" says of an NVIDIA GPU.
expect_devices() {
    local pattern=$1 said
    shift
    said=$("$here/enter-root.sh" "$root" "$appdir" "$@" "$app_run" cli devices 2>&1) || die "devices fails: $said"
    grep -qE -- "$pattern" <<<"$said" || die "'$pattern' is not in what devices says: $said"
    grep -E -m 1 -- "$pattern" <<<"$said"
}

try_cuda() {
    local cuda
    cuda=$(run cli --version | sed -n 's/^CUDA: *//p')
    [[ $cuda != none ]] || return 0
    expect_devices "there is no NVIDIA driver"
    g++ -std=c++20 -shared -fPIC -o "$root/usr/lib/libcuda.so.1" "$here/../../tests/engine/backend/fake_driver.cpp"
    if [[ -e $appdir/usr/lib/parley/libtorch_cuda.so ]]; then
        expect_devices "torch finds no GPU by it" PARLEY_FAKE_CUDA=good
    else
        expect_devices "CUDA's libraries (aren't there|can't be used: libtorch_cuda.so is not there)" PARLEY_FAKE_CUDA=good
    fi
    rm "$root/usr/lib/libcuda.so.1"
}

# A server that nobody vouches for must be refused because of that, and not for want of TLS.
try_tls() {
    local told
    openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
    openssl s_server -accept 127.0.0.1:0 -cert "$work/cert.pem" -key "$work/key.pem" -www >"$work/tls" 2>&1 </dev/null &
    started+=($!)
    wait_until "a server" grep -q "^ACCEPT " "$work/tls"
    told=$(run cli models download "https://$(sed -n 's/^ACCEPT //p' "$work/tls")/x.safetensors" 2>&1 || true)
    [[ $told == *certificate* ]] || die "TLS does not work: $told"
    echo "TLS works"
}

start_screen() {
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
    started+=($!)
    wait_until "a screen" test -s "$work/display"
    DISPLAY=:$(<"$work/display")
    export DISPLAY
}

start_sound() {
    mkdir "$work/pulse"
    HOME=$work/pulse XDG_RUNTIME_DIR=$work/pulse XDG_CONFIG_HOME=$work/pulse pulseaudio -n --exit-idle-time=-1 \
        --daemonize=no --use-pid-file=no -L "module-native-protocol-unix auth-anonymous=1 socket=$root/run/pulse" \
        -L "module-null-sink sink_name=main" 2>"$work/pulse.log" &
    started+=($!)
    wait_until "a sound server" test -S "$root/run/pulse"
    PULSE_SERVER=unix:$root/run/pulse parec --device=main.monitor --raw --format=s16le >"$work/heard" 2>"$work/parec.log" &
    started+=($!)
}

for tool in Xvfb pulseaudio parec xdotool patchelf openssl g++; do
    command -v "$tool" >/dev/null || die "$tool is missing (scripts/setup.sh --package)"
done
if [[ $# -eq 1 ]]; then
    "$here/bare_root.py" "$root"
else
    rm -rf "${root:?}/home" "$root/run/pulse"
    mkdir -p "$root/home"
    chmod 700 "$root/run"
fi
try_command_line
try_cuda
try_tls
start_screen
start_sound
"$here/try_window.py" "$root" "$appdir" "$work/heard"
echo "try-appdir: all of it works"
