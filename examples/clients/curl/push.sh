#!/bin/sh
# Pushes reports, a line each as the JSON export writes them: NIANBAO=… NIANBAO_TOKEN=… sh push.sh < season.ndjson
exec curl --silent --show-error --fail-with-body --data-binary @- \
  --header "Authorization: Bearer $NIANBAO_TOKEN" \
  --header 'Content-Type: application/x-ndjson' \
  --header "Idempotency-Key: ${KEY:-$(date +%s%N)}" \
  "$NIANBAO/api/v1/reports"
