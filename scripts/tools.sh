# What ./foxden and ./verify share: find the tools the build needs, install what the machine lacks from Debian's packages
# where that is allowed, and build. Sourced with $root set to the repository's folder. POSIX sh; speaks on standard error
# only. No variable here starts with FOXDEN_: such names are Foxden's settings.

java_wanted=17

say() {
    printf '%s\n' "foxden: $*" >&2
}

fail() {
    say "$*"
    exit 1
}

# The major version of the Java installation in a folder: from its release file where there is one, as that is quicker
# than starting it.
java_major() {
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null)
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    version=${version#1.}
    printf '%s' "${version%%[!0-9]*}"
}

# Whether a folder holds a Java that is new enough and has the program named: java to run, javac to build.
is_java() {
    [ -n "$1" ] && [ -x "$1/bin/$2" ] && [ -x "$1/bin/java" ] || return 1
    major=$(java_major "$1")
    [ "${major:-0}" -ge "$java_wanted" ]
}

# Sets java_home to a Java that has the program named. JAVA_HOME comes first, then the PATH, then where Debian puts them.
find_java() {
    if is_java "${JAVA_HOME:-}" "$1"; then
        java_home=$JAVA_HOME
        return 0
    fi
    on_path=$(command -v "$1" 2>/dev/null) && on_path=$(readlink -f "$on_path")
    on_path=${on_path%/bin/*}
    # A program on the PATH that is not inside its Java's folder is a wrapper, which can be asked.
    asked=
    if [ -n "$on_path" ] && [ ! -x "$on_path/bin/$1" ]; then
        asked=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    fi
    for candidate in "$on_path" "$asked" /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/java-21-openjdk-* /usr/lib/jvm/*; do
        if is_java "$candidate" "$1"; then
            java_home=$candidate
            return 0
        fi
    done
    return 1
}

# Maven 3.8.6 or later, which the build asks for.
find_maven() {
    command -v mvn >/dev/null 2>&1 || return 1
    version=$(JAVA_HOME=$java_home mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    oldest=$(printf '%s\n%s\n' "${version:-0}" 3.8.6 | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)
    [ "$oldest" = 3.8.6 ]
}

# Runs a command as root, or fails where that would need a person's password.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true >/dev/null 2>&1
}

# apt-get with its output kept for the case that it fails.
apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" >"$work/apt.log" 2>&1 </dev/null || {
        cat "$work/apt.log" >&2
        return 1
    }
}

# Whether Debian here has a package of this name to install.
has_package() {
    [ -n "$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: \([^(].*\)/\1/p')" ]
}

# get WHAT PACKAGE…: installs the packages, of which the first may name alternatives with "|": the first that exists.
get() {
    what=$1
    choice=$2
    shift 2
    command -v apt-get >/dev/null 2>&1 || fail "$what is missing: install it and put it on the PATH"
    may_install || fail "$what is missing, and only root may install it. Run: sudo apt-get install ${choice%%|*} $*"
    if [ -z "${apt_updated:-}" ]; then
        say "renewing the package lists"
        apt update || say "they could not be renewed; going on with the ones there are"
        apt_updated=yes
    fi
    while [ "${choice#*|}" != "$choice" ] && ! has_package "${choice%%|*}"; do
        choice=${choice#*|}
    done
    set -- "${choice%%|*}" "$@"
    say "installing $*: $what is missing"
    apt install -y --no-install-recommends "$@" || fail "$what could not be installed. Run: sudo apt-get install $*"
    hash -r
}

# Sets java_home, and makes mvn usable with it.
need_build_tools() {
    if ! find_java javac; then
        get "a JDK of version $java_wanted or later" 'openjdk-17-jdk-headless|openjdk-21-jdk-headless|default-jdk-headless'
        find_java javac || fail "no JDK of version $java_wanted or later was found: set JAVA_HOME to one"
    fi
    if ! find_maven; then
        get "Maven 3.8.6 or later" maven
        find_maven || fail "the mvn on the PATH ($(command -v mvn)) is older than 3.8.6 or does not start: update it"
    fi
    export JAVA_HOME="$java_home"
}

# A folder for what only this run needs.
make_work_folder() {
    work=$(mktemp -d) || fail "no temporary folder could be made; is there space in ${TMPDIR:-/tmp}?"
    trap 'rm -rf "$work"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
}
