"""Levels of a group in words, and as a bar once there is more than one."""

from ui.widgets.level_bars import level_bar


def test_a_bar_is_cut_by_level_and_the_words_say_it_too() -> None:
    drawn = level_bar("Mentees <b>", (1, 0, 2, 0, 0))

    assert '<p class="ms-voice">Mentees &lt;b&gt;</p>' in drawn
    assert 'class="ms-level-0" style="flex:1">0<' in drawn
    assert 'class="ms-level-2" style="flex:2">2<' in drawn
    assert "ms-level-1" not in drawn


def test_one_answer_needs_no_bar() -> None:
    assert "ms-levels" not in level_bar("one answer: level 3", (0, 0, 0, 1, 0))
