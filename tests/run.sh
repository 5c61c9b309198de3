#!/usr/bin/env bash
# The one test command: builds everything, runs the test modules one at a time and ends with
#   N passed, N failed, N skipped
# Installs what is missing (Chromium, fonts) from the distribution when it may.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
configuration=${CONFIGURATION:-Debug}

install() { # package that provides the missing program
  if [ "$(id -u)" = 0 ]; then apt=(apt-get); elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then apt=(sudo -n apt-get); else return 1; fi
  command -v apt-get >/dev/null || return 1
  echo "Installing $* …"
  { "${apt[@]}" update -qq && DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1
}

command -v chromium >/dev/null || command -v chromium-browser >/dev/null || install chromium || echo "No Chromium: the browser tests will be skipped."

echo "Building …"
if ! dotnet build CommunityBot.sln -c "$configuration" -v q -clp:NoSummary; then
  echo "The build failed."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

passed=0 failed=0 skipped=0 status=0
wrongs=$(mktemp)

for project in tests/*.Tests; do
  module=$(basename "$project")
  echo "== $module"
  output=$(mktemp)
  "$project/bin/$configuration/net10.0/$module" -noColor 2>&1 | tee "$output"
  code=${PIPESTATUS[0]}
  summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$output" | tail -n 1)
  grep -A 12 -F ' [FAIL]' "$output" >>"$wrongs"
  rm -f "$output"

  if [ -z "$summary" ]; then
    echo "$module ended without a summary (exit code $code)."
    failed=$((failed + 1)) status=1
    continue
  fi

  read -r total errors wrong left <<<"$(grep -oE '[0-9]+' <<<"$summary" | tr '\n' ' ')"
  passed=$((passed + total - wrong - left))
  failed=$((failed + wrong + errors))
  skipped=$((skipped + left))
  [ "$code" = 0 ] || status=1
done

[ "$failed" = 0 ] || status=1
cat "$wrongs" # once more at the end, where it is found
rm -f "$wrongs"
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
