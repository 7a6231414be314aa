"""Put French phrases together: « a, b et c », « parce que … et qu'il y a … », what they share said once."""

_VERBS = frozenset(["est", "n'est", "sont", "n'a", "a", "ne", "confie", "porte", "comprend", "relève", "sert"])
"""The verbs of the reasons: where one is met, the subject is over."""


def joined(parts: list[str], word: str) -> str:
    """Return « a, b et c » without repeating a part.

    >>> joined(["a", "b", "c"], "ou")
    'a, b ou c'
    """
    parts = list(dict.fromkeys(part for part in parts if part))
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def merged(parts: list[str], word: str) -> list[str]:
    """Return the reasons, those that have the same subject being put in one.

    >>> merged(["le contrat est une concession", "la population est de 900", "le contrat porte sur l'eau"], "et")
    ["le contrat est une concession et porte sur l'eau", 'la population est de 900']
    """
    groups: dict[str, list[str]] = {}
    for part in dict.fromkeys(part for part in parts if part):
        subject = _subject(part)
        groups.setdefault(subject or part, []).append(part)
    return [
        joined([same[0], *(part.removeprefix(f"{subject} ") for part in same[1:])], word)
        for subject, same in groups.items()
    ]


def because(parts: list[str]) -> str:
    """Return « parce que le contrat est une concession et qu'il y a des capteurs ». Empty without a reason."""
    together = merged(parts, "et")
    said = [elided("que", part) for part in together]
    if len(said) > 1 and not set(together) <= set(parts):  # -- a comma tells one « et » from the other --
        return f"parce {', '.join(said[:-1])}, et {said[-1]}"
    return f"parce {joined(said, 'et')}" if said else ""


def factored(parts: list[str], word: str) -> str:
    """Return the answers to one question, what they all begin with said once.

    >>> factored(["le contrat porte sur l'eau", "le contrat porte sur les déchets"], "ou")
    "le contrat porte sur l'eau ou les déchets"
    """
    split = [part.split(" ") for part in dict.fromkeys(parts)]
    shared = 0
    while len(split) > 1 and all(len(words) > shared + 1 and words[shared] == split[0][shared] for words in split):
        shared += 1
    if shared < 2:
        return joined(parts, word)
    ends = joined([" ".join(words[shared:]) for words in split], word)
    return f"{' '.join(split[0][:shared])} {ends}"


def elided(word: str, following: str) -> str:
    """Return the word before what follows it: « que le contrat », « qu'aucun capteur », « s'il »."""
    vowel = following[:1].lower() in "aàâeéèêiîoôuùû"
    if word == "si":
        return f"s'{following}" if following.startswith(("il ", "ils ")) else f"si {following}"
    return f"{word[:-1]}'{following}" if vowel else f"{word} {following}"


def _subject(part: str) -> str:
    """Return the words before the verb, when it is one of the usual ones; none for a single word (« aucun est »)."""
    words = part.split(" ")
    place = next((rank for rank, word in enumerate(words) if word in _VERBS), 0)
    return " ".join(words[:place])
