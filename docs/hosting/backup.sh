#!/bin/sh
# Back up the database, restore the backup beside it, look whether it is whole, and throw old backups away.
# It fails loudly: a backup that cannot be restored never gets its name.
set -eu
umask 077

folder="${MENTORSPIEGEL_BACKUPS:-/var/lib/mentorspiegel-backups}"
python="${MENTORSPIEGEL_PYTHON:-/opt/mentorspiegel/.venv/bin/python}"
days="${MENTORSPIEGEL_BACKUP_DAYS:-30}"
database="${MENTORSPIEGEL_DATABASE_URL:-}"
moment="$(date -u +%Y%m%dT%H%M%SZ)"
mkdir -p "$folder"

case "$database" in
postgresql*)
    backup="$folder/mentorspiegel-$moment.dump"
    server="postgresql://${database#*://}"
    check="mentorspiegel_check_$$"
    clean() { dropdb --if-exists --maintenance-db="$server" "$check"; rm -f "$backup.new"; }
    trap clean EXIT
    pg_dump --format=custom --no-owner --file="$backup.new" "$server"
    createdb --maintenance-db="$server" "$check"
    # the same server, another database: its name is what stands last before a question mark
    beside="$(printf '%s' "$server" | sed "s#/[^/?]*\(?.*\)\{0,1\}\$#/$check\1#")"
    pg_restore --exit-on-error --single-transaction --no-owner --dbname="$beside" "$backup.new"
    restored="postgresql+psycopg://${beside#*://}"
    MENTORSPIEGEL_DATABASE_URL="$restored" "$python" cli.py migrate
    MENTORSPIEGEL_DATABASE_URL="$restored" "$python" cli.py accounts list >/dev/null
    ;;
*)
    backup="$folder/mentorspiegel-$moment.sqlite3"
    check="$(mktemp -d "$folder/check-XXXXXX")"
    clean() { rm -rf "$check" "$backup.new"; }
    trap clean EXIT
    "$python" cli.py backup "$backup.new"
    "$python" cli.py restore "$backup.new" --data "$check"
    "$python" cli.py accounts list --data "$check" >/dev/null
    ;;
esac

mv "$backup.new" "$backup"
find "$folder" -name 'mentorspiegel-*' -type f -mtime "+$days" -exec rm -f {} +
echo "Backup written and restored on trial: $backup"
