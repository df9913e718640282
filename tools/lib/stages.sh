# The stages of tools/test: each runs, prints one line with its time, and counts what passed and failed.
# A stage that passed is not run again until one of its inputs changes. Sourced, never run.
STAGE_NAMES=()
STAGE_RESULTS=()
STAGE_TIMES=()
STAGE_PASSED=()
STAGE_FAILED=()
STAGE_NOTES=()
PASSED=0
FAILED=0

# hash_of PATH...: one checksum over the contents and names of all tracked and new files below these paths.
hash_of() {
  {
    g++ --version | head -n 1
    git ls-files -z --cached --others --exclude-standard -- "$@" | sort -zu | while IFS= read -r -d '' file; do
      [[ -f $file ]] && printf '%s\0' "$file"
    done | xargs -0 -r sha256sum
  } | sha256sum | cut -c1-64
}

# stage NAME KIND INPUTS FUNCTION: KIND is what --only names; INPUTS are paths (empty: always run).
# FUNCTION may set passed, failed and note; without counts the stage itself counts as one.
stage() {
  local name=$1 kind=$2 inputs=$3 function=$4
  wanted "$kind" || return 0
  local start key="" stamp="" result=passed
  passed="" failed="" note=""
  start=$(now_ms)
  if [[ -n $inputs && $FRESH == no ]]; then
    # shellcheck disable=SC2086
    key=$(hash_of $inputs)$FILTER
    stamp=$ATLAS_STAMPS/test-${name//[^a-z0-9]/-}
    if [[ -f $stamp && $(head -n 1 "$stamp") == "$key" ]]; then
      passed=$(sed -n 2p "$stamp") failed=0
      note="unchanged since it passed"
    fi
  fi
  if [[ $note != unchanged* ]]; then
    if "$function"; then
      : "${passed:=1}" "${failed:=0}"
    else
      : "${passed:=0}" "${failed:=1}"
      ((failed > 0)) || failed=1
    fi
    if ((failed == 0)) && [[ -n $stamp ]]; then printf '%s\n%s\n' "$key" "$passed" >"$stamp"; fi
  fi
  ((failed == 0)) || result=FAILED
  local time=$(($(now_ms) - start))
  STAGE_NAMES+=("$name") STAGE_RESULTS+=("$result") STAGE_TIMES+=("$time")
  STAGE_PASSED+=("$passed") STAGE_FAILED+=("$failed") STAGE_NOTES+=("$note")
  PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed))
  stage_line "$name" "$time" "$result${note:+: $note}"
  ((failed == 0))
}

# catch_counts LOG: sums the test cases that Catch2 reports into passed and failed.
catch_counts() {
  read -r passed failed < <(awk '
    /All tests passed \(/ { match($0, /in [0-9]+ test case/); passed += substr($0, RSTART + 3) + 0 }
    /test cases: *[0-9]+/ {
      for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) passed += $(i - 1); if ($i ~ /^failed/) failed += $(i - 1) }
    }
    END { print passed + 0, failed + 0 }' "$1")
}

# node_counts LOG: those of node --test.
node_counts() {
  passed=$(sed -n 's/^[^0-9a-z]*pass \([0-9]*\)$/\1/p' "$1" | tail -n 1)
  failed=$(sed -n 's/^[^0-9a-z]*fail \([0-9]*\)$/\1/p' "$1" | tail -n 1)
  : "${passed:=0}" "${failed:=0}"
}

table() {
  printf '\n  %-22s %-8s %7s %7s %9s  %s\n' stage result passed failed time note
  local i
  for i in "${!STAGE_NAMES[@]}"; do
    printf '  %-22s %-8s %7s %7s %9s  %s\n' "${STAGE_NAMES[i]}" "${STAGE_RESULTS[i]}" "${STAGE_PASSED[i]}" \
      "${STAGE_FAILED[i]}" "$(seconds "${STAGE_TIMES[i]}")" "${STAGE_NOTES[i]}"
  done
}
