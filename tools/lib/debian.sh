# Debian packages and Debian source packages. Sourced by tools/setup.

BUILD_PACKAGES=(emscripten cmake ninja-build g++ pkg-config ccache xz-utils ca-certificates brotli
  libglm-dev libglfw3-dev libepoxy-dev libegl-dev libgles-dev libgl-dev libegl-mesa0 libgl1-mesa-dri
  libstb-dev nlohmann-json3-dev  libexpected-dev libcli11-dev libutfcpp-dev
  catch2 libgeographiclib-dev fonts-inter python3-fonttools)
TEST_PACKAGES=(clang libclang-rt-14-dev clang-tidy clang-format xvfb xauth xdotool chromium)

# missing_packages NAME...: prints those that are not installed.
missing_packages() {
  local have
  have=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p' || true)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$have" | sort -u)
}

install_packages() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null ||
    die "this set-up needs Debian 12 (apt-get). Elsewhere install by hand what corresponds to: $*"
  local missing
  mapfile -t missing < <(missing_packages "$@")
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  if ((${#missing[@]} == 0)); then
    note="all there"
    return
  fi
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || die "as root, install first: apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  say "  installing ${#missing[@]} Debian packages: ${missing[*]}"
  local options=(-y -q --no-install-recommends -o DPkg::Lock::Timeout=900)
  run_logged "$ATLAS_CACHE/log/apt-update.log" "${as_root[@]}" apt-get -q update ||
    die "apt-get update failed: check the network and /etc/apt"
  run_logged "$ATLAS_CACHE/log/apt-install.log" \
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install "${missing[@]}" ||
    die "could not install: ${missing[*]}"
  note="${#missing[@]} installed"
}

# The archive that this machine uses already, so that a mirror is honoured.
archive_uri() {
  local uri
  uri=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN)' 'Created-By: Packages' 2>/dev/null |
    awk '$2 == "Debian" && $1 !~ /security/ { print $1; exit }')
  [[ -n $uri ]] || uri=$(apt-get update --print-uris | sed -n "s|^'\(.*\)/dists/bookworm/InRelease'.*|\1|p" | head -n 1)
  [[ -n $uri ]] || die "found no Debian archive in /etc/apt: a line for 'bookworm main' is needed"
  printf '%s\n' "$uri"
}

# fetch_source PACKAGE SHA256 INTO: downloads the upstream tarball of a source package of trixie through a
# configuration of its own (the system's lists stay as they are), checks it, and unpacks it into INTO.
fetch_source() {
  local package=$1 sha256=$2 into=$3
  local work=$ATLAS_CACHE/apt name=$1
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/download"
  local tarball
  tarball=$(find "$work/download" -name "${name}_*.orig.tar.*" ! -name '*.asc' -print -quit)
  if [[ -z $tarball ]] || ! sha256sum --check --status <<<"$sha256  $tarball"; then
    rm -f ${tarball:+"$tarball"}
    local uri
    uri=$(archive_uri)
    say "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri trixie main" >"$work/sources.list"
    local options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
      -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o "APT::Sandbox::User=$(id -un)")
    run_logged "$ATLAS_CACHE/log/source-update.log" apt-get "${options[@]}" -q update ||
      die "could not read the list of Debian's source packages"
    (cd "$work/download" && run_logged "$ATLAS_CACHE/log/source-$name.log" \
      apt-get "${options[@]}" -q source --download-only --tar-only "$package") ||
      die "could not get the source package $package from Debian's trixie: see docs/decisions/0001-parts-from-debian-sources.md"
    tarball=$(find "$work/download" -name "${name}_*.orig.tar.*" ! -name '*.asc' -print -quit)
  fi
  sha256sum --check --status <<<"$sha256  $tarball" ||
    die "$(basename "$tarball") has the checksum $(sha256sum "$tarball" | cut -c1-64), expected $sha256"
  rm -rf "$into.part" "$into"
  mkdir -p "$into.part"
  tar -xf "$tarball" -C "$into.part" --strip-components=1
  mv "$into.part" "$into"
  # 50 MB of lists are of no use any more
  rm -rf "$work/lists" "$work/cache"
}
