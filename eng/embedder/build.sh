#!/bin/bash
# Makes the built-in embedder's table from nothing on a Debian 12 machine: ./build.sh
#   WORK      folder for downloads and intermediate results (.work); every finished step is kept there
#   EN_TEXTS  how many of the English texts the teacher embeds (the shipped table's number is the default)
#   THREADS   threads for the teachers and the training (2)
# The result is $WORK/learned.bin, with golden.json beside this script. Needs root for apt-get install.
set -euo pipefail
cd "$(dirname "$0")"
export WORK=${WORK:-.work} THREADS=${THREADS:-2} PYTHONHASHSEED=0
export OMP_NUM_THREADS=$THREADS OPENBLAS_NUM_THREADS=$THREADS
EN_TEXTS=${EN_TEXTS:-170000}
PYTHON=/usr/bin/python3

apt-get install -y --no-install-recommends nodejs npm opencc libopenblas0-pthread python3-numpy python3-torch
[ -d node_modules ] || npm ci --ignore-scripts
./fetch.sh

step() { # step RESULT COMMAND...: runs the command unless its result is there
    local result=$WORK/$1 && shift
    [ -e "$result" ] || { echo "== $*" && "$@"; }
}
teach() { # teach MODEL mean|cls INPUT OUTPUT [FLAGS]
    local model=$1 pooling=$2 input=$3 output=$4 && shift 4
    step "$output" node teacher.mjs "$WORK/$model.onnx" "$WORK/$model.json" "$pooling" "$WORK/$input" "$WORK/$output.part" "$@"
    [ -e "$WORK/$output" ] || mv "$WORK/$output.part" "$WORK/$output"
}

JIEBA=$WORK/packages/python3-jieba/usr/lib/python3/dist-packages/jieba/dict.txt
step vocab.txt $PYTHON vocab.py "$WORK/gte-small.json" "$WORK/bge-small-zh.json" "$JIEBA" "$WORK"
teach gte-small mean en-tokens.txt en-tokens.f32 --tokens
teach bge-small-zh cls zh-tokens.txt zh-tokens.f32 --tokens
teach bge-small-zh cls zh-words.txt zh-words.f32
teach bge-small-zh cls shared.txt shared-zh.f32 --tokens
step plain.bin $PYTHON distil.py "$WORK" "$JIEBA"
step en.txt $PYTHON corpus.py "$WORK/packages" "$WORK"
step zh-traditional.txt opencc -c s2t.json -i "$WORK/zh.txt" -o "$WORK/zh-traditional.txt"
teach bge-small-zh cls zh.txt zh.f32 --lower
teach gte-small mean en.txt en.f32 --first "$EN_TEXTS"
step learned.bin $PYTHON train.py "$WORK"
$PYTHON golden.py "$WORK/learned.bin" golden.json
sha256sum "$WORK/learned.bin"
