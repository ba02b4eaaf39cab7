#!/bin/sh
# Start Mentorspiegel on macOS: a double click opens this in Terminal. The steps stand in start-linux.sh.
cd "$(dirname "$0")" && exec sh ./start-linux.sh
