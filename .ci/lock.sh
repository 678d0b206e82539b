#!/usr/bin/env bash
# Write the locks anew from pyproject.toml: every version and every hash, for Linux and Windows, Python 3.11 to 3.13.
# No lock may hold an address, so index options of this machine are kept out and the outcome is looked at.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=${1:-uv}

compile() {
    target=$1
    shift
    "$uv" pip compile pyproject.toml "$@" --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file "$target"
    if grep -nE '://|^-' "$target"; then
        echo "$target names an address or an option; it must hold versions and hashes only." >&2
        exit 1
    fi
    echo "$target: $(grep -c '==' "$target") packages"
}

mkdir -p locks
compile locks/runtime.txt
compile locks/source.txt --extra source --constraint locks/runtime.txt
compile locks/dev.txt --extra source --extra dev --constraint locks/source.txt
compile locks/installer.txt --extra source --extra installer --constraint locks/source.txt
compile locks/mutants.txt --extra source --extra dev --extra mutants --constraint locks/dev.txt
