#!/bin/sh
# Start Mentorspiegel on Linux, and on macOS (start-macos.command leads here): find a Python from 3.11 to 3.14
# that can make an environment, or let uv fetch one into .tools, and leave the rest to start.py.
# start-windows.cmd takes the same steps. Needed: such a Python, or else curl or wget, and something that unpacks.
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

# the file of uv for this machine, as its package has it on pypi.org, and its SHA-256, as in requirements-dev.txt
choose_uv() {
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64')
      place=4d/a3/1ac9cd75985371da0d29c9c12132e6d5b5627b9d0de87c5ad97ab9ad69b0
      kind=musllinux_1_1_x86_64
      hash=29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a ;;
    'Linux aarch64')
      place=9e/f0/d989ac5fcebf83f1c8c5d78974f27788e8364945969eb646f5d0db35d924
      kind=manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64
      hash=0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d ;;
    'Darwin arm64')
      place=84/46/deb3a1eb3020575e41d1f9840c07185761d8d4c25cd6f58e813afb017476
      kind=macosx_11_0_arm64
      hash=62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49 ;;
    'Darwin x86_64')
      place=be/7a/fd8a719c0198f8f8341847fc33b377f25ac79f7c4a56dbce5ceb086f239c
      kind=macosx_10_12_x86_64
      hash=b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1 ;;
    *) return 1 ;;
  esac
  from="https://files.pythonhosted.org/packages/$place/uv-$UV-py3-none-$kind.whl"
}

is_there() { command -v "$1" >/dev/null; }

fetch_uv() {
  choose_uv || return 1
  if ! { is_there curl || is_there wget; } || ! { is_there unzip || is_there python3; }; then
    stop 'Nodig is Python 3.11 of nieuwer met venv (Debian, Ubuntu: python3-venv), of anders curl of wget, en unzip.' \
      'Needed is Python 3.11 or newer with venv (Debian, Ubuntu: python3-venv), or else curl or wget, and unzip.'
  fi
  say 'Er is hier nog geen Python die past. Die wordt opgehaald (met uv van pypi.org, naar de map .tools).' \
    'There is no Python here that fits. It is fetched (with uv from pypi.org, into the folder .tools).'
  mkdir -p .tools || return 1
  if is_there curl; then
    curl -LsSf "$from" -o .tools/uv.zip || return 1
  else
    wget -q "$from" -O .tools/uv.zip || return 1
  fi
  if ! is_right .tools/uv.zip; then
    rm -f .tools/uv.zip
    stop 'Wat opgehaald is, is niet wat het moet zijn: onderweg veranderd of beschadigd. Het is weggegooid. Start later opnieuw.' \
      'What was fetched is not what it has to be: changed or damaged on its way. It was thrown away. Start again later.'
  fi
  unpack_uv
}

is_right() {
  if is_there sha256sum; then sum=$(sha256sum "$1"); else sum=$(shasum -a 256 "$1"); fi
  [ "${sum%% *}" = "$hash" ]
}

unpack_uv() {
  if is_there unzip; then
    unzip -qo .tools/uv.zip -d .tools/unpacked
  else
    python3 -m zipfile -e .tools/uv.zip .tools/unpacked  # a Python that does not fit can do this
  fi &&
    chmod +x ".tools/unpacked/uv-$UV.data/scripts/uv" &&
    mv ".tools/unpacked/uv-$UV.data/scripts/uv" .tools/uv &&
    rm -rf .tools/uv.zip .tools/unpacked
}

fetch_python() {
  uv=.tools/uv
  [ -x "$uv" ] || uv=$(command -v uv) || { fetch_uv && uv=.tools/uv; } || return 1
  export UV_PYTHON_INSTALL_DIR="$PWD/.tools/python" UV_CACHE_DIR="$PWD/.tools/cache" UV_NO_CONFIG=1
  "$uv" python install --no-bin --managed-python "$PYTHON"  # uv checks what it fetches
}

find_python || { fetch_python && find_python; } || stop \
  'Python kon niet opgehaald worden. Is er internet? Of installeer zelf Python 3.12 en start opnieuw.' \
  'Python could not be fetched. Is there internet? Or install Python 3.12 yourself and start again.'
"$python" start.py || stop \
  'Mentorspiegel is niet gestart, of niet goed gestopt. Wat je kunt doen staat hierboven.' \
  'Mentorspiegel did not start, or did not stop well. What you can do stands above.'
