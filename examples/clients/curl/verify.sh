#!/bin/sh
# Verifies a folder that nianbao drop wrote, with OpenSSL 3: sh verify.sh FOLDER PUBLIC_KEY.pem
# Ed25519, or SM2 with SM3. Trust the key you were given, not the one in the manifest.
set -eu
folder=$1 key=$2
part=$(mktemp -d)
trap 'rm -rf "$part"' EXIT
if grep -q '"algorithm": "SM2-SM3"' "$folder/manifest.json"; then
  scheme='-digest sm3 -pkeyopt distid:1234567812345678'
else
  scheme=
fi
check() {
  openssl base64 -d -A -out "$part/signature"
  # shellcheck disable=SC2086
  openssl pkeyutl -verify -pubin -inkey "$key" -rawin $scheme -in "$folder/$1" -sigfile "$part/signature" >/dev/null
  echo "$1 verified"
}
tr -d '\n' < "$folder/manifest.sig" | check manifest.json
sed -n -e 's/^ *"name": "\([^"]*\)",$/\1/p' -e 's/^ *"signature": "\([^"]*\)"$/\1/p' "$folder/manifest.json" |
  while read -r name && read -r signature; do printf %s "$signature" | check "$name"; done
