#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Container images with Docker, for the machine that it runs on: built, tried and pushed, each architecture on a machine of
# its own; then one manifest over them. PARLEY_IMAGE names the repository in the registry (ghcr.io/someone/parley).
#   usage: packaging/docker/image.sh build KIND          KIND: cpu, arm or gpu; one that the sources can't make is left out
#          packaging/docker/image.sh sbom KIND OUT_FOLDER         what the image is made of, as an SPDX document
#          packaging/docker/image.sh push KIND
#          packaging/docker/image.sh manifest KIND…      KIND is what was pushed: cpu amd64, cpu arm64 → "cpu"
# push and manifest print what a workflow attests: "name=REPOSITORY", and the digest that the registry has, "KIND=sha256:…".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

die() {
    echo "image: $*" >&2
    exit 1
}

# Registries want small letters.
image=$(tr '[:upper:]' '[:lower:]' <<<"${PARLEY_IMAGE:-parley}")
version=$(packaging/version.sh)

architecture() {
    case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64 | arm64) echo arm64 ;;
    *) uname -m ;;
    esac
}

# tag_of KIND ARCHITECTURE
tag_of() {
    echo "$image:$version-$1-$2"
}

can_be_made() {
    local flavour
    flavour=$(sed -n 's/^ARG PARLEY_FLAVOUR=//p' "packaging/docker/Dockerfile.$1")
    # shellcheck source=packaging/docker/build-steps/common.sh
    (source packaging/docker/build-steps/common.sh && is_there "${PARLEY_FLAVOUR:-$flavour}")
}

# What a person does first: a line with the demo model, and a server that says that it is well.
try_image() {
    local container
    docker run --rm --read-only --tmpfs /tmp "$1" say --demo --quiet --out /tmp/demo.wav "[S1] Hello. [S2] Hello."
    container=$(docker run --detach --read-only --tmpfs /tmp --env PARLEY_API_KEY=only-for-this-trial "$1" \
        serve --demo --host 0.0.0.0 --port 8000)
    # shellcheck disable=SC2064 # the container of now
    trap "docker rm --force '$container' >/dev/null" EXIT
    for _ in $(seq 60); do
        if docker exec "$container" parley-health 2>/dev/null; then
            return
        fi
        sleep 1
    done
    docker logs "$container" >&2
    die "$1 is not well"
}

build() {
    local tag options=()
    tag=$(tag_of "$1" "$(architecture)")
    if ! can_be_made "$1"; then
        echo "image: these sources can't make the $1 image yet; it is left out (docs/containers.md)" >&2
        return
    fi
    [[ -z ${PARLEY_FLAVOUR:-} ]] || options+=(--build-arg "PARLEY_FLAVOUR=$PARLEY_FLAVOUR")
    docker build --file "packaging/docker/Dockerfile.$1" --tag "$tag" ${options[@]+"${options[@]}"} \
        --build-arg "PARLEY_VERSION=$version" --build-arg "PARLEY_COMMIT=$(git rev-parse --short=12 HEAD)" \
        --build-arg "PARLEY_SOURCE=${PARLEY_SOURCE:-}" .
    try_image "$tag"
    echo "$tag"
}

# sbom KIND OUT_FOLDER: of the files that a container of it sees.
sbom() {
    local machine folder container
    can_be_made "$1" || return 0
    machine=$(architecture)
    folder=$(mktemp -d)
    container=$(docker create "$(tag_of "$1" "$machine")")
    # shellcheck disable=SC2064 # the folder and the container of now
    trap "docker rm --volumes '$container' >/dev/null; rm -rf '$folder'" EXIT
    docker export "$container" | tar -x -C "$folder" opt/parley usr/local/bin etc/ssl/certs var/lib/dpkg/status
    mkdir -p "$2"
    packaging/release/sbom.py "$folder" "parley-image-$1" "$version" >"$2/Parley-$version-image-$1-$machine.spdx.json"
}

# tell_digest KIND TAG
tell_digest() {
    local digest
    digest=$(docker buildx imagetools inspect "$2" --format '{{.Manifest.Digest}}')
    [[ $digest == sha256:* ]] || die "the registry doesn't tell the digest of $2: $digest"
    echo "$1=$digest"
}

push() {
    local tag
    can_be_made "$1" || return 0
    tag=$(tag_of "$1" "$(architecture)")
    docker push "$tag" >&2
    echo "name=$image"
    tell_digest "$1" "$tag"
}

# One name for all architectures of a kind: whoever pulls it gets their own.
manifest() {
    local kind machine images
    echo "name=$image"
    for kind in "$@"; do
        images=()
        for machine in amd64 arm64; do
            if docker buildx imagetools inspect "$(tag_of "$kind" "$machine")" >/dev/null 2>&1; then
                images+=("$(tag_of "$kind" "$machine")")
            fi
        done
        if [[ ${#images[@]} -eq 0 ]]; then
            echo "image: no $kind image was pushed; it has no manifest" >&2
            continue
        fi
        docker buildx imagetools create --tag "$image:$version-$kind" --tag "$image:latest-$kind" "${images[@]}" >&2
        tell_digest "$kind" "$image:$version-$kind"
    done
}

case ${1:-} in
build | push) [[ $# -eq 2 && -f packaging/docker/Dockerfile.$2 ]] || die "there is no Dockerfile.${2:-}" ;;
sbom) [[ $# -eq 3 && -f packaging/docker/Dockerfile.$2 ]] || die "usage: packaging/docker/image.sh sbom KIND OUT_FOLDER" ;;
manifest) [[ $# -ge 2 ]] || die "a manifest of what?" ;;
*) die "usage: packaging/docker/image.sh build|sbom|push|manifest KIND" ;;
esac
"$@"
