#!/bin/sh
# Keeps a copy of every report by the feed of changes: NIANBAO=… NIANBAO_TOKEN=… sh follow.sh FOLDER
# Killed at any moment, the next run goes on from the cursor that was kept last.
set -eu
folder=$1
mkdir -p "$folder"
get() { curl --silent --show-error --fail --compressed --header "Authorization: Bearer $NIANBAO_TOKEN" "$@"; }
while :; do
  after=$(cat "$folder/cursor" 2>/dev/null || true)
  get --dump-header "$folder/.head" --output "$folder/.changes" "$NIANBAO/api/v1/changes?first=500&after=$after"
  sed -n 's/.*"agency":"\([^"]*\)","year":\([0-9][0-9]*\),"report":"[^"]*".*/\1 \2/p' "$folder/.changes" |
    sort -u | while read -r agency year; do
      get --output "$folder/.part" "$NIANBAO/api/v1/reports/$agency/$year.json"
      mv "$folder/.part" "$folder/$agency-$year.json"
    done
  sed -n 's/^[Xx]-[Nn]ext-[Cc]ursor: *\([A-Za-z0-9_-]*\).*/\1/p' "$folder/.head" > "$folder/.cursor"
  mv "$folder/.cursor" "$folder/cursor"
  lines=$(wc -l < "$folder/.changes")
  echo "$lines changes"
  [ "$lines" -eq 500 ] || break
done
rm -f "$folder/.head" "$folder/.changes"
