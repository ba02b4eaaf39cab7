"""The codebook of a session explains its items in every language of the catalogue."""

from exchange.session.codebook import codebook_rows
from reports.session.material import SessionMaterial


def test_criteria_theses_and_steps_have_their_words(evening: SessionMaterial) -> None:
    rows = {(r["part"], r["code"], r["field"]): r for r in codebook_rows(evening)}

    assert rows["criterion", "MC-41", "title"]["nl"] == "Vertrouwen en een veilig gevoel"
    assert rows["criterion", "MC-41", "level 4"]["en"]
    assert str(rows["item", "T-1", "title"]["en"]).startswith("The number of pairs")
    assert rows["step", "rate", "title"]["en"] == "How do we see it?"
    assert rows["about", "threshold", ""]["nl"] == "5"
