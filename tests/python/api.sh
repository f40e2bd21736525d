#!/usr/bin/env bash
# Runs generated requests of one method against the API: api.sh SCHEMATHESIS ADDRESS SECRET METHOD
set -euo pipefail
checks="not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance,unsupported_method,ignored_auth,missing_required_header"
cd "$(mktemp -d)"
"$1" run "$2/api/v1/openapi.json" --include-method "$4" --header "Authorization: Bearer $3" \
    --checks "$checks" --phases examples,coverage,fuzzing --max-examples 60 --seed 1 --no-color --suppress-health-check all
