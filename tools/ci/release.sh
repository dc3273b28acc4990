#!/usr/bin/env bash
# release.sh: release/ of what documents.sh has built: final documents under the names of their programmes, all of them
# as they were built, drafts apart, and checksums.
set -euo pipefail
shopt -s nullglob

mkdir release
cp -- SIGNOFFS.txt release/
for file in final/*/*.docx final/*/*.pdf; do
    folder=${file%/*}
    cp -- "$file" "release/${folder##*/}.${file##*/}"
done
for folder in final drafts; do
    if [ -d "$folder" ]; then (cd "$folder" && python -m zipfile -c "../release/$folder.zip" ./*/); fi
done
(cd release && sha256sum -- *) > SHA256SUMS
mv -- SHA256SUMS release/
