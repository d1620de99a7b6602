#!/usr/bin/env bash
# sm-crypto 0.5.8 beside Node.js. A signature by SM2 with SM3 covers the identity of the signer; where none is
# agreed it is 1234567812345678 (GM/T 0009), as sm-crypto, the libraries of Java and the devices of this field
# take it. crypto.verify('sm3', ...) of Node accepts the key and the algorithm, and takes an empty identity that
# cannot be set: it answers false for a signature that is right, and true only for one made with an empty
# identity. Seen with Node 20 (OpenSSL 3.0) and 24 (OpenSSL 3.5): {"usual":false,"empty":true}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts sm-crypto@0.5.8
cat >try.cjs <<'JS'
const { createPublicKey, verify } = require('node:crypto');
const { sm2 } = require('sm-crypto');
const { privateKey, publicKey } = sm2.generateKeyPairHex();
// SubjectPublicKeyInfo of a point on the curve sm2p256v1.
const head = '3059301306072a8648ce3d020106082a811ccf5501822d034200';
const key = createPublicKey({ key: Buffer.from(head + publicKey, 'hex'), format: 'der', type: 'spki' });
const message = '2024年度报告';
const signed = (options) => sm2.doSignature(message, privateKey, { hash: true, der: true, ...options });
const accepted = (signature) => verify('sm3', Buffer.from(message), key, Buffer.from(signature, 'hex'));
const byItself = sm2.doVerifySignature(message, signed({}), publicKey, { hash: true, der: true });
const seen = { usual: accepted(signed({})), empty: accepted(signed({ userId: '' })) };
console.log(process.version, process.versions.openssl, byItself, JSON.stringify(seen));
if (!byItself || seen.usual || !seen.empty) process.exit(1);
JS
node try.cjs
