/** Releases one commit of the shop to a folder that is served over HTTP. */
export const deployProgram = `#!/usr/bin/env bash
# Unpacks one commit, fills in what it is, checks it, and switches the link that the site is served from.
set -euo pipefail
environment=$1 commit=$2
site=sites/$environment
release=$site/releases/$commit

# All of it takes a few milliseconds: each step waits a little, so that one can watch.
step() {
  sleep 0.5
  printf '\\033[1;34m==>\\033[0m \\033[1m%s\\033[0m\\n' "$1"
}
# Replaces the link itself: GNU and BSD say it in different words.
switch() { mv -fT "$1" "$2" 2> /dev/null || mv -fh "$1" "$2"; }

before=none
[ ! -L "$site/current" ] || before=$(cat "$site/current/VERSION")

step "Fetch $OPS_VERSION ($(git -C "$OPS_REPOSITORY" log -1 --format='%h, %s' "$commit"))"
rm -rf "$release.new"
mkdir -p "$release.new"
git -C "$OPS_REPOSITORY" archive "$commit" | tar -x -C "$release.new"

step 'Build'
echo "$OPS_VERSION" > "$release.new/VERSION"
fill="s/@VERSION@/$OPS_VERSION/g; s/@COMMIT@/$commit/g; s/@ENVIRONMENT@/$environment/g"
sed "$fill" "$release.new/index.html" > "$release.new/page"
mv "$release.new/page" "$release.new/index.html"
for file in "$release.new"/*; do
  printf '    %-12s %6d bytes\\n' "\${file##*/}" "$(wc -c < "$file")"
  sleep 0.1
done

step 'Check'
for wanted in "$OPS_VERSION" "$commit" "$environment"; do
  grep -q "$wanted" "$release.new/index.html" || { echo "the page does not say $wanted" >&2; exit 1; }
  printf '    \\033[32m✓\\033[0m the page says %s\\n' "\${wanted:0:10}"
  sleep 0.1
done

step "Release to $environment"
if [ -d "$release" ]; then rm -rf "$release.new"; else mv "$release.new" "$release"; fi
ln -sfn "releases/$commit" "$site/next"
switch "$site/next" "$site/current"
printf '    %s → %s\\n' "$before" "$OPS_VERSION"
sleep 0.3
`;

export const greetProgram = `#!/usr/bin/env bash
# ---
# summary: Say hello
# effect: read
# args:
#   who: { summary: 'Whom to greet; nobody named is you' }
# options:
#   loud: { summary: In capitals, type: boolean }
# examples:
#   - { line: ops greet, says: a greeting to you }
#   - { line: ops greet Ana --loud, says: 'HELLO, ANA' }
# ---
words="Hello, \${OPS_ARG_WHO:-$OPS_ACTOR}"
[ -z "\${OPS_OPTION_LOUD:-}" ] || words=$(tr '[:lower:]' '[:upper:]' <<< "$words")
printf '\\033[1m%s\\033[0m\\n' "$words"
`;

export const loadProgram = `#!/usr/bin/env bash
# ---
# summary: Show how busy this machine is
# effect: read
# options:
#   samples: { summary: How many times to look, type: integer, default: 5 }
# examples:
#   - { line: ops load, says: 'a table, line by line' }
# ---
set -euo pipefail
cores=$(getconf _NPROCESSORS_ONLN)
loads() {
  if [ -r /proc/loadavg ]; then cat /proc/loadavg; else sysctl -n vm.loadavg | tr -d '{}'; fi
}
printf '\\033[2m%-8s %6s %6s %6s  %s\\033[0m\\n' Time '1 min' '5 min' '15 min' "Of $cores cores"
for ((sample = 0; sample < OPS_OPTION_SAMPLES; sample++)); do
  ((sample == 0)) || sleep 0.4
  read -r one five fifteen _ <<< "$(loads)"
  hundredths=$((10#\${one/[.,]/}))
  width=$((hundredths * 20 / (cores * 100)))
  printf -v full '%*s' "$((width > 20 ? 20 : width))" ''
  printf -v empty '%*s' "$((width > 20 ? 0 : 20 - width))" ''
  printf '%s %6s %6s %6s  %s\\033[2m%s\\033[0m\\n' "$(date +%T)" "$one" "$five" "$fifteen" "\${full// /█}" "\${empty// /░}"
done
`;
