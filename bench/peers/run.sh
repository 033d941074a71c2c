#!/usr/bin/env bash
# Remanence's vector search beside FAISS and hnswlib. Arguments: how many vectors, any number of times; 10000 100000 when there are none.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
for module in faiss hnswlib numpy; do
  /usr/bin/python3 -c "import $module" 2>/dev/null || missing+=("python3-$module")
done
if [ "${#missing[@]}" -gt 0 ]; then
  [ "$(id -u)" = 0 ] || { echo "These Debian packages are missing; install them first: ${missing[*]}" >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

dotnet build bench/Remanence.Benchmarks -c Release -v q --nologo
exec dotnet run --no-build -c Release --project bench/Remanence.Benchmarks -- peers "$PWD/bench/peers/peers.py" "$@"
