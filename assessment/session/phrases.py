"""Phrases of four words with which somebody comes back on another device.

A phrase is made of the person's own token, opens nothing but this session, and can be said in Dutch or
in English: the words of one number stand at the same place in both lists. Four of 256 words are 32
bits; with the code of the session beside them 61.
"""

import hashlib
import re

_LENGTH = 4
_LONGEST = 200


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_DUTCH = _listed(
    """
    anker appel avond balkon ballon banaan berg beuk bloem boek boog boom boot borstel
    brief bril brood brug bureau citroen dak deken deur dijk doos draad dorp druif duif
    eekhoorn eend eiland emmer ezel fiets fluit fontein framboos gans garage geit gieter
    gitaar glas gordijn haas hagel hamer haven heuvel hond honing hooi huis ijs jas kaars
    kaas kachel kamer kano kast kat kers ketel kikker klei klok knoop koe koffer komeet
    konijn koor kraan krant kroon kruik kudde kussen laars laken lamp lente lepel lied
    linde maan mand mantel markt meeuw melk merel meer mier moeras molen mouw muis muts
    naald nacht neef nest noot oever olie oor orkest otter paard pad paling pan papier
    parel park pauw peer pen perzik piano pijl plank plein poort pop potlood pruim raam
    radijs regen rijst rivier robijn roos rots rugzak schaap schaar schelp schip schoen
    schuur sjaal slak slinger sneeuw sok spiegel spijker spin stal steen stoel storm
    straat stroom struik suiker tafel tak tand tapijt tarwe thee toren touw trap trein
    trommel tuin tulp uil vaas varen veer veld vijver vis vlag vleugel vlinder vloer vogel
    vork vos vuur wagen wand wei wesp wiel wolk wortel zaag zadel zee zeil zolder zomer
    zon zout zwaan zaal bes bel bord buik beek bijl doek duin erwt esdoorn goud graan hark
    herfst hoed kade kalf kei kelk korf kust bakker bever dadel drempel eik gang haring
    ketting kiezel ladekast mossel ochtend pompoen schilder sinaasappel sleutel schommel
    sperwer spons stempel terras tijger vlecht winterjas zwaluw klaver iglo kabouter
    zwembad
    """
)
_ENGLISH = _listed(
    """
    acorn alley almond amber arch arrow ash autumn bacon barn basket beach bean bear
    beaver beetle bench bicycle bird blanket blossom boat bottle bowl branch bread breeze
    brick bridge broom bucket butter button cabin cable candle canoe carpet carrot castle
    cedar chair cherry circle cliff clock cloud clover coal coast coconut comet copper
    coral corn cotton crane creek crown curtain daisy dawn desert dolphin donkey door
    dragon drawer dune eagle earth echo elbow elm engine falcon farm feather fence fern
    field fig finch flute forest fountain fox frog garden garlic gate ginger glacier globe
    goat grape grass gravel guitar hammock harbour harvest hat hawk hazel heather hedge
    heron hill honey horizon horse island ivory ivy jacket jar jungle kettle kite kitten
    ladder lagoon lake lantern laurel lava leaf lemon library lily lion lizard lobster
    maple marble meadow melon mirror moon mountain mouse mushroom nail needle night oak
    oasis ocean olive onion orange orchard owl oyster palace panda parrot path peach pear
    pebble pencil pepper pigeon pillow pine planet plum pocket pond poppy potato prairie
    puddle pumpkin quilt rabbit rain raven reef ribbon rice river robin rocket rope rose
    saddle sail salmon salt sand scarf school seal seed shadow sheep shelf shell shirt
    shore silver sky snail snow sofa sparrow spider spoon spring squirrel stable star
    stone stove straw stream sugar summer sun swan table tent thunder tiger timber tower
    train tree trumpet tulip tunnel turtle valley velvet village vine violin walnut water
    whale wheat wheel willow window winter wolf wood wool yacht zebra puppet rooster
    shovel
    """
)
_LISTS = {"nl": _DUTCH, "en": _ENGLISH}
_BETWEEN = re.compile(r"[^a-z]+")


def phrase_of(token: str, language: str) -> str:
    """Return the phrase of a token, in a language that has words for it, else in English."""
    words = _LISTS.get(language, _ENGLISH)
    return " ".join(words[number] for number in _numbers(token))


def _numbers(token: str) -> tuple[int, ...]:
    return tuple(hashlib.sha256(f"phrase of {token}".encode()).digest()[:_LENGTH])


def phrase_hash(session: str, token: str) -> str:
    """Return what is stored of the phrase of a token: it opens this session alone."""
    return _hash(session, _numbers(token))


def typed_phrase_hash(session: str, text: str) -> str | None:
    """Return what is stored of a phrase that somebody typed, None when it cannot be one."""
    words = [word for word in _BETWEEN.split(text[:_LONGEST].lower()) if word]
    for known in _LISTS.values():
        if len(words) == _LENGTH and all(word in known for word in words):
            return _hash(session, tuple(known.index(word) for word in words))
    return None


def _hash(session: str, numbers: tuple[int, ...]) -> str:
    text = f"{session} {' '.join(map(str, numbers))}"
    return hashlib.sha256(text.encode()).hexdigest()
