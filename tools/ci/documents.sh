#!/usr/bin/env bash
# documents.sh REVISION [--pdf]: documents of all programmes here, with the trust of a revision that nobody changes
# without a review. final/ holds those of signed content, each verified; drafts/ the rest; SIGNOFFS.txt who has signed.
set -euo pipefail
shopt -s nullglob

revision=$1
shift

# What the repository itself holds under these names was built by nobody here.
rm -rf -- final drafts SIGNOFFS.txt

trust=()
if git cat-file -e "$revision:./trust" 2>/dev/null; then trust=(--trust-ref "$revision"); fi

signed=()
unsigned=()
: > SIGNOFFS.txt
for file in programs/*/program.yaml; do
    program=${file%/*}
    status=0
    munprog verify "${trust[@]}" "$program" >> SIGNOFFS.txt || status=$?
    case $status in
        0) signed+=("$program") ;;
        1) unsigned+=("$program") ;;
        *) exit "$status" ;;
    esac
done
# A line of a programme is no command to the runner.
sed "s/^/| /" SIGNOFFS.txt

if [ ${#signed[@]} -gt 0 ]; then
    munprog build --final --force --output final "${trust[@]}" "${signed[@]}"
    # Before there are PDF files, which nobody can compare with the content.
    munprog verify --output final "${trust[@]}" "${signed[@]}"
    if [ $# -gt 0 ]; then munprog build --final --output final "${trust[@]}" "$@" "${signed[@]}"; fi
fi
# Drafts, whatever their profile says of signatures. Last, since a programme with errors fails it.
if [ ${#unsigned[@]} -gt 0 ]; then munprog build --draft --force --output drafts "$@" "${unsigned[@]}"; fi
