# Shared by the scripts in tools/: root folder, stage lines, environment. Sourced, never run.
ATLAS_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
ATLAS_CACHE=$ATLAS_ROOT/.cache
ATLAS_STAMPS=$ATLAS_CACHE/stamps

# Emscripten's JavaScript passes need Debian's module folder, which a node from elsewhere does not search.
export NODE_PATH=/usr/share/nodejs
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-time_macros,include_file_mtime,include_file_ctime}

now_ms() { date +%s%3N; }

say() { printf '%s\n' "$*"; }

die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

seconds() { awk -v ms="$1" 'BEGIN { printf "%.1f s", ms / 1000 }'; }

# stage_line NAME MS NOTE: the one line that every stage prints.
stage_line() { printf '  %-26s %8s  %s\n' "$1" "$(seconds "$2")" "${3:-}"; }

# print_help FILE: the comment block under a script's first line is its help.
print_help() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$1"; }

# run_logged LOG COMMAND...: runs quietly; on failure prints the end of the log and where the rest is.
run_logged() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if "$@" >"$log" 2>&1; then return 0; fi
  tail -n "${ATLAS_LOG_LINES:-60}" "$log" >&2
  say "  (the whole log: ${log#"$ATLAS_ROOT"/})" >&2
  return 1
}
