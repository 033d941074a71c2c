#!/usr/bin/env bash
# A built server under mixed load, with slow readers, a full disk and a damaged file; prints what must stay flat. 30 minutes, or as many as the argument says.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-30}

dotnet build src/Remanence.Cli -c Release -v q --nologo
dotnet build bench/Remanence.Benchmarks -c Release -v q --nologo
server=$(dotnet msbuild src/Remanence.Cli -p:Configuration=Release -getProperty:RunCommand)

# Only root can make a small disk to fill; without one the rest is measured.
disk=()
if [ "$(id -u)" = 0 ]; then
  small=$(mktemp -d)
  trap 'umount "$small"; rmdir "$small"' EXIT
  mount -t tmpfs -o size=512m tmpfs "$small"
  disk=("$small")
fi

dotnet run --no-build -c Release --project bench/Remanence.Benchmarks -- soak "$server" "$minutes" "${disk[@]}"
