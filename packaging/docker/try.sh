#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Builds an image as its Dockerfile says and tries it, on a machine with neither a container engine nor a registry:
# buildah without isolation does what the Dockerfile says, on a Debian from debootstrap in place of the one that a registry has.
# Then the image speaks with the demo model, serves, answers its health check and a client, and ends when it is told to.
# For Debian, as root. LibTorch and the compiler's cache are this machine's.
#   usage: packaging/docker/try.sh [KIND]     KIND: cpu (what is taken without one), arm or gpu
#   PARLEY_TRY_FOLDER: where the Debian is kept for the next time; PARLEY_FLAVOUR: another one than the Dockerfile's
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly kind=${1:-cpu}
readonly folder=${PARLEY_TRY_FOLDER:-${XDG_CACHE_HOME:-$HOME/.cache}/parley/try-image}
flavour=${PARLEY_FLAVOUR:-$(sed -n 's/^ARG PARLEY_FLAVOUR=//p' "packaging/docker/Dockerfile.$kind")}
readonly image=localhost/parley-try:$kind debian=localhost/parley-try-debian:bookworm
readonly port=18431 key=only-for-this-trial

die() {
    echo "try: $*" >&2
    exit 1
}

make_debian() {
    local container
    [[ -f $folder/debian.tar ]] || {
        rm -rf "$folder/root"
        mkdir -p "$folder"
        debootstrap --variant=minbase bookworm "$folder/root" http://deb.debian.org/debian >"$folder/debootstrap.log"
        tar -C "$folder/root" -cf "$folder/debian.tar.part" --exclude=./var/cache/apt/archives/*.deb .
        mv "$folder/debian.tar.part" "$folder/debian.tar"
        rm -rf "$folder/root"
    }
    container=$(buildah from scratch)
    buildah add -q "$container" "$folder/debian.tar" / >/dev/null
    buildah commit -q "$container" "$debian" >/dev/null
    buildah rm "$container" >/dev/null
}

build_image() {
    local torch setup=(--headless) options=() wheels=$HOME/.cache/parley/gpu-pack-wheels
    if [[ $flavour == cuda ]]; then
        setup+=(--cuda)
        mkdir -p "$wheels"
        options+=(--volume "$wheels:/root/.cache/parley/gpu-pack-wheels")
    fi
    torch=$(scripts/setup.sh "${setup[@]}")
    # Where scripts/setup.sh looks for it in the image: it finds it there, and fetches nothing.
    options+=(--volume "$(dirname "$torch"):/root/.cache/parley/$(basename "$(dirname "$torch")"):ro")
    mkdir -p "$HOME/.cache/ccache"
    options+=(--volume "$HOME/.cache/ccache:/root/.cache/ccache")
    options+=(--build-arg "PARLEY_FLAVOUR=$flavour")
    buildah build --isolation chroot --format docker --layers=false "${options[@]}" \
        --build-arg "BUILD_IMAGE=$debian" --build-arg "RUNTIME_IMAGE=$debian" \
        --build-arg "PARLEY_VERSION=$(packaging/version.sh)" --build-arg "PARLEY_COMMIT=$(git rev-parse --short=12 HEAD)" \
        --file "packaging/docker/Dockerfile.$kind" --tag "$image" .
}

# inside COMMAND…: in the image, as the user that it runs as.
inside() {
    buildah run --isolation chroot --env "PARLEY_API_KEY=$key" --env "PARLEY_PORT=$port" "$container" -- "$@"
}

# There is no driver here, and the program has to say so.
try_cuda() {
    [[ $flavour == cuda ]] || return 0
    inside sh -c 'parley-cli devices >/tmp/devices 2>&1; ls /opt/parley/usr/lib/parley/libtorch_cuda.so >>/tmp/devices'
    grep -F "there is no NVIDIA driver" "$place/tmp/devices" || die "devices says: $(<"$place/tmp/devices")"
    grep -qF libtorch_cuda.so "$place/tmp/devices" || die "CUDA's libraries are not in the image"
}

# What the release publishes beside the image can be made, and names what an image is made of.
try_sbom() {
    local listed=$folder/image.spdx.json
    packaging/release/sbom.py "$place" "parley-image-$kind" "$(packaging/version.sh)" >"$listed"
    python3 - "$listed" <<'END_OF_PYTHON'
import json, sys

packages = {package["name"] for package in json.load(open(sys.argv[1]))["packages"]}
assert packages >= {"LibTorch", "libqt6core6", "libc6", "ca-certificates"}, packages
print(f"try: the SPDX document names {len(packages)} parts")
END_OF_PYTHON
}

try_say() {
    inside parley-cli --version
    inside parley-cli say --demo --quiet --seed 7 --out /data/demo.wav "[S1] This is said inside of an image. [S2] (laughs)"
    inside cp /data/demo.wav /tmp/
    python3 - "$place/tmp/demo.wav" <<'END_OF_PYTHON'
import sys, wave

with wave.open(sys.argv[1]) as sound:
    seconds = sound.getnframes() / sound.getframerate()
    assert sound.getframerate() == 44100 and seconds > 0.5 and any(sound.readframes(44100)), seconds
    print(f"try: say made {seconds:.1f} s of sound")
END_OF_PYTHON
}

# By way of files: of what a command prints that ends at once, buildah may lose the end.
try_limits() {
    local facts=$place/tmp writable
    # Folders that it may not even look into end find with a failure.
    inside sh -c 'id -u >/tmp/user; command -v g++ python3 >/tmp/tools
        find / -xdev -type d -writable -not -path "/proc*" -not -path "/dev*" -not -path "/sys*" -prune \
            >/tmp/writable 2>/dev/null; exit 0'
    [[ $(<"$facts/user") == 10001 ]] || die "it runs as $(<"$facts/user")"
    [[ ! -s $facts/tools ]] || die "it holds tools of the build: $(<"$facts/tools")"
    grep -qx /data "$facts/writable" || die "its user may not write to /data"
    writable=$(grep -vxE '/data|/tmp|/var/tmp|/run/lock' "$facts/writable" || true)
    [[ -z $writable ]] || die "its user may write to $writable"
}

# end_all PROCESS: it and what it started, the last ones first, as an engine ends what runs in a container.
end_all() {
    local child
    for child in $(pgrep -P "$1"); do
        end_all "$child"
    done
    kill -TERM "$1" 2>/dev/null || true
}

try_serve() {
    local server answer
    # As the image starts it, but for the model and the port.
    inside parley-cli serve --demo --host 0.0.0.0 --port "$port" --voices /voices >"$folder/serve.log" 2>&1 &
    server=$!
    # shellcheck disable=SC2064 # the server of now
    trap "end_all $server; clean_up" EXIT
    for _ in $(seq 60); do
        ! inside parley-health 2>/dev/null || break
        kill -0 "$server" 2>/dev/null || die "it doesn't serve: $(cat "$folder/serve.log")"
        sleep 1
    done
    inside parley-health || die "its health check fails: $(cat "$folder/serve.log")"
    answer=$(curl -sS -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/v1/models")
    [[ $answer == 401 ]] || die "without a key it answers $answer"
    curl -sS --fail -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -o "$folder/speech.wav" \
        -d '{"input": "[S1] Hello. [S2] Hello.", "response_format": "wav", "seed": 7}' \
        "http://127.0.0.1:$port/v1/audio/speech" || die "it doesn't speak: $(cat "$folder/serve.log")"
    echo "try: serve answered with $(stat -c %s "$folder/speech.wav") bytes"
    end_all "$server"
    wait "$server" || true
    ! curl -sS "http://127.0.0.1:$port/health" 2>/dev/null || die "it goes on after SIGTERM"
}

clean_up() {
    buildah rm "$container" >/dev/null
}

for tool in debootstrap buildah curl; do
    command -v "$tool" >/dev/null || die "there is no $tool here: apt-get install $tool"
done
[[ $(id -u) -eq 0 ]] || die "needs root"
make_debian
build_image
buildah inspect --type image --format \
    'try: user {{.Docker.Config.User}}, command {{.Docker.Config.Cmd}}, health {{.Docker.Config.Healthcheck.Test}}' "$image" && echo
container=$(buildah from "$image")
trap clean_up EXIT
place=$(buildah mount "$container")
echo "try: $(du -sh "$place/opt/parley" | cut -f1) in /opt/parley, $(du -sh --exclude=proc "$place" | cut -f1) in all"
try_sbom
try_say
try_cuda
try_limits
try_serve
echo "try: the $kind image works"
