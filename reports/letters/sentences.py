"""What a letter says, sentence by sentence, in one language."""

from assessment.catalogue.help_numbers import by_country
from locales import Translator
from reports.letters.build import Letter, LetterText, LinkKind
from reports.wording.results import joined


def title(letter_text: LetterText, letter: Letter, t: Translator) -> str:
    """Return what stands above a letter."""
    if letter.to_judge:
        return t("What counts for {project}?", project=letter_text.project)
    return t("How do you see {project}?", project=letter_text.project)


def which(letter_text: LetterText, letter: Letter, t: Translator) -> str:
    """Return which letter this is: its role, and its number or that of the pair."""
    role = letter_text.catalogue.role(letter.role).title.in_language(t.language)
    if letter.kind is LinkKind.GROUP:
        return role
    word = t("pair {n}", n=letter.number) if letter.kind is LinkKind.PAIR else f"{letter.number}"
    return f"{role} · {word}"


def way_in(letter: Letter, t: Translator) -> str:
    """Return where the code of a letter is typed; the code itself stands below it."""
    return t("Scan the square, or go to {address} and type:", address=letter.code_address)


def whole(letter_text: LetterText, letter: Letter, t: Translator) -> list[str]:
    """Return all that a letter says on a page of its own."""
    return _said(
        _asked(letter_text, letter, t),
        letter.own_line,
        _what(letter, t),
        _how(letter, t),
        _pair(letter, t),
        _warning(letter, t),
        _privacy(letter_text, letter, t),
        t("You do not give your name. You may skip any question, and taking part is up to you."),
        t(
            "What you write in your own words may be read as it is, without your name. Write it so "
            "that it points at nobody."
        ),
        _until(letter, t),
        _contact(letter_text, t),
        *_numbers(letter_text, t),
    )


def _asked(letter_text: LetterText, letter: Letter, t: Translator) -> str:
    if letter.to_judge:
        return t(
            "{project} wants to choose what it looks at, together with who has to do with it. You say "
            "what applies here, and what is a minimum. You do not say how well it goes.",
            project=letter_text.project,
        )
    return t(
        "{project} looks honestly at its own quality. What you see belongs to that: only you can "
        "tell it.",
        project=letter_text.project,
    )


def short(letter_text: LetterText, letter: Letter, t: Translator) -> list[str]:
    """Return what a letter says on a quarter of a page."""
    no_name = t("No name is asked.")
    privacy = f"{_privacy(letter_text, letter, t)} {no_name}"
    return _said(
        letter.own_line,
        _warning(letter, t),
        _what(letter, t),
        _once(letter, t),
        privacy,
        _until(letter, t),
        _contact(letter_text, t),
        _where_numbers_are(letter_text, letter, t),
    )


def _said(*sentences: str) -> list[str]:
    return [sentence for sentence in sentences if sentence]


def _contact(letter_text: LetterText, t: Translator) -> str:
    if not letter_text.contact:
        return ""
    return t(
        "Did something happen, or are you worried? You can turn to: {contact}.",
        contact=letter_text.contact.rstrip("."),
    )


def _numbers(letter_text: LetterText, t: Translator) -> list[str]:
    """Return whom the receiver can call, a sentence per country."""
    countries = by_country(letter_text.numbers, t.language)
    return [
        t(
            "Does something not feel safe? You can also call, in {country}: {numbers}.",
            country=country,
            numbers=joined((f"{n.name.in_language(t.language)} {n.number}" for n in inside), t),
        )
        for country, inside in countries
    ]


def _where_numbers_are(letter_text: LetterText, letter: Letter, t: Translator) -> str:
    if not letter_text.numbers:
        return ""
    return t(
        "Does something not feel safe? At {address} you read whom you can call.",
        address=f"{letter.code_address}/help",
    )


def _warning(letter: Letter, t: Translator) -> str:
    return letter.warning.in_language(t.language) if letter.warning else ""


def _what(letter: Letter, t: Translator) -> str:
    if letter.to_judge:
        return t.plural(
            "It is one card to judge, about {minutes} minutes, on a phone or a computer.",
            "There are {n} cards to judge. They take about {minutes} minutes, on a phone or a computer.",
            letter.questions,
            minutes=letter.minutes,
        )
    return t.plural(
        "It is one question, about {minutes} minutes, on a phone or a computer.",
        "There are {n} questions. They take about {minutes} minutes, on a phone or a computer.",
        letter.questions,
        minutes=letter.minutes,
    )


def _how(letter: Letter, t: Translator) -> str:
    if letter.kind is LinkKind.GROUP:
        return t(
            "Scan the square or type the code. Everybody uses the same one; each phone gets a "
            "questionnaire of its own."
        )
    return " ".join(
        (
            t("Scan the square or type the code. It is yours alone: do not pass it on."),
            _once(letter, t),
        )
    )


def _once(letter: Letter, t: Translator) -> str:
    if letter.kind is LinkKind.GROUP:
        return ""
    return t("Begin soon, on your own phone. Once you have begun, this letter no longer works.")


def _pair(letter: Letter, t: Translator) -> str:
    if letter.kind is not LinkKind.PAIR:
        return ""
    return t(
        "The other of your pair gets the same kind of letter. You answer apart. When both of you are "
        "done, you see each other's answers side by side, to talk about them."
    )


def _privacy(letter_text: LetterText, letter: Letter, t: Translator) -> str:
    if letter.kind is LinkKind.PAIR:
        return t(
            "Your answers stay between the two of you, unless you both choose to let them count in "
            "the group."
        )
    role = letter_text.catalogue.role(letter.role)
    if role.organisation and not letter.to_judge:
        return t(
            "You answer for the organisation, so this is not anonymous: what you say shows as what "
            "the {role} says.",
            role=role.title.in_language(t.language).lower(),
        )
    people = role.plural.in_language(t.language)
    return t(
        "Nobody sees your answers apart from those of others: answers of {people} are only shown "
        "together, from {n} people.",
        people=people,
        n=letter_text.threshold,
    )


def _until(letter: Letter, t: Translator) -> str:
    if letter.until is None:
        return t(
            "You can stop and go on later. Until the invitation closes you can change or erase "
            "your answers."
        )
    return t(
        "You can stop and go on later. Until {day} you can change or erase your answers.",
        day=t.date(letter.until),
    )
