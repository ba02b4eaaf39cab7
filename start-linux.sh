#!/bin/sh
# Start Mentorspiegel on Linux, and on macOS (start-macos.command leads here): find a Python from 3.11 to 3.14
# that can make an environment, or let uv fetch one into .tools, and leave the rest to start.py.
# start-windows.cmd takes the same steps. Needed: such a Python, or else curl or wget.
UV=0.13.8
PYTHON=3.12
fitting='import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'

say() { printf '%s\n%s\n\n' "$1" "$2"; }

stop() {
  say "$1" "$2"
  if [ -t 0 ]; then
    printf 'Enter: sluiten / close '
    read -r _
  fi
  exit 1
}

# only in a window can a person read along, and stop it
if [ ! -t 1 ] && [ -n "$DISPLAY$WAYLAND_DISPLAY" ] && command -v x-terminal-emulator >/dev/null; then
  exec x-terminal-emulator -e "$0"
fi

cd "$(dirname "$0")" || exit 1
export PYTHONUTF8=1
[ -f start.py ] || stop \
  'Pak eerst het hele bestand uit, en start dan vanuit de map die je krijgt.' \
  'Unpack the whole file first, and then start from the folder that you get.'

if [ "$(uname)" = Darwin ]; then PATH="$PATH:/opt/homebrew/bin:/usr/local/bin"; fi

find_python() {
  for python in .tools/python/*/bin/python3 python3.14 python3.13 python3.12 python3.11 python3; do
    # the one of a bare macOS asks to install tools for developers
    if [ "$(uname) $(command -v "$python")" = "Darwin /usr/bin/python3" ]; then continue; fi
    if "$python" -c "$fitting" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

fetch_uv() {
  say 'Er is hier nog geen Python die past. Die wordt opgehaald (uv van astral.sh, naar de map .tools).' \
    'There is no Python here that fits. It is fetched (uv from astral.sh, into the folder .tools).'
  mkdir -p .tools || return 1
  from="https://astral.sh/uv/$UV/install.sh"
  if command -v curl >/dev/null; then
    curl -LsSf "$from" -o .tools/install-uv.sh || return 1
  elif command -v wget >/dev/null; then
    wget -q "$from" -O .tools/install-uv.sh || return 1
  else
    stop 'Nodig is Python 3.11 of nieuwer met venv (Debian, Ubuntu: python3-venv), of anders curl of wget.' \
      'Needed is Python 3.11 or newer with venv (Debian, Ubuntu: python3-venv), or else curl or wget.'
  fi
  UV_UNMANAGED_INSTALL="$PWD/.tools" sh .tools/install-uv.sh
}

fetch_python() {
  uv=.tools/uv
  [ -x "$uv" ] || uv=$(command -v uv) || { fetch_uv && uv=.tools/uv; } || return 1
  export UV_PYTHON_INSTALL_DIR="$PWD/.tools/python" UV_CACHE_DIR="$PWD/.tools/cache" UV_NO_CONFIG=1
  "$uv" python install --no-bin --managed-python "$PYTHON"
}

find_python || { fetch_python && find_python; } || stop \
  'Python kon niet opgehaald worden. Is er internet? Of installeer zelf Python 3.12 en start opnieuw.' \
  'Python could not be fetched. Is there internet? Or install Python 3.12 yourself and start again.'
"$python" start.py || stop \
  'Mentorspiegel is niet gestart, of niet goed gestopt. Wat je kunt doen staat hierboven.' \
  'Mentorspiegel did not start, or did not stop well. What you can do stands above.'
