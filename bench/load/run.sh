#!/usr/bin/env bash
# A built server over HTTP, on loopback only: first answer, idle memory, searches a second. About a minute.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v wrk >/dev/null; then
  [ "$(id -u)" = 0 ] || { echo "The Debian package wrk is missing; install it first." >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk >/dev/null
fi

dotnet build src/Remanence.Cli -c Release -v q --nologo
dotnet build bench/Remanence.Benchmarks -c Release -v q --nologo
server=$(dotnet msbuild src/Remanence.Cli -p:Configuration=Release -getProperty:RunCommand)
exec dotnet run --no-build -c Release --project bench/Remanence.Benchmarks -- load "$server" "$PWD/bench/load/search.lua"
