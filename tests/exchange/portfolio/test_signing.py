"""The key with which shares are signed: one per data folder, for nobody else's eyes."""

from pathlib import Path

from exchange.portfolio import signing


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first, second = signing.own_key(folder), signing.own_key(folder)
    path = folder / signing.KEY_FILE

    assert signing.public_part(first) == signing.public_part(second)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in folder.iterdir()] == [signing.KEY_FILE]


def test_of_two_that_make_a_key_at_once_one_wins(tmp_path: Path) -> None:
    kept = signing.own_key(tmp_path)

    assert signing._made(tmp_path / signing.KEY_FILE) == kept.private_bytes_raw()


def test_a_signature_holds_for_its_content_and_key_alone(tmp_path: Path) -> None:
    key, other = signing.own_key(tmp_path / "a"), signing.own_key(tmp_path / "b")
    signature, public = signing.sign(key, b"words"), signing.public_part(key)

    assert signing.is_signed(b"words", signature, public)
    assert not signing.is_signed(b"Words", signature, public)
    assert not signing.is_signed(b"words", signature, signing.public_part(other))
    assert not signing.is_signed(b"words", "no hex", public)
