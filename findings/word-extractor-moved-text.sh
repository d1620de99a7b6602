#!/usr/bin/env bash
# word-extractor 1.0.4, .docx. Of changes that are tracked it leaves out what was deleted, so that the text is as if
# all were accepted. A passage that was moved is marked apart (w:moveFrom and w:moveTo, ECMA-376 17.13.5): there it
# keeps both ends, and a number stands twice, joined. A hyphen that does not break (w:noBreakHyphen), as in the number
# of a document, is dropped. Seen: "34" for 12 deleted and 34 inserted, "1212" for a 12 that was moved, "20241" for
# 2024-1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts word-extractor@1.0.4 jszip@3.10.1
cat >try.cjs <<'JS'
const JSZip = require('jszip');
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const file = (body) => {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file('word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: 'nodebuffer' });
};
const WordExtractor = require('word-extractor');
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const by = 'w:author="a" w:date="2024-01-01T00:00:00Z"';
const bodies = [
  `<w:p><w:del w:id="1" ${by}><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2" ${by}>${run('34')}</w:ins></w:p>`,
  `<w:p><w:moveFrom w:id="3" ${by}>${run('12')}</w:moveFrom><w:moveTo w:id="4" ${by}>${run('12')}</w:moveTo></w:p>`,
  '<w:p><w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>',
];
const text = async (body) => (await new WordExtractor().extract(await file(body))).getBody().trim();
Promise.all(bodies.map(text)).then((texts) => {
  const seen = JSON.stringify(texts);
  console.log(seen);
  if (seen !== '["34","1212","20241"]') process.exit(1);
});
JS
node try.cjs
