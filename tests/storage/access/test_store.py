"""The part of the store that is about who may come in."""

from storage import SqlStore


def test_every_noun_works_on_one_database_with_one_clock(store: SqlStore) -> None:
    nouns = vars(store.access).values()

    assert {noun.engine for noun in nouns} == {store.engine}
    assert {noun.clock for noun in nouns} == {store.clock}
