"""Read what people type, the French way, into typed values: amounts, dates, numbers, yes or no.

Amounts are euros (excluding VAT where a question says so) and kept as `Decimal`, so that no cent is invented.

    >>> parse_amount("12,5 M€")
    Decimal('12500000')
    >>> parse_amount("1 234 567,89")
    Decimal('1234567.89')
"""

import re
from datetime import date
from decimal import Decimal

Value = str | bool | int | Decimal | date | tuple[str, ...]
"""A typed answer; a tuple holds the answers of a multiple choice, in the order of the question."""

KINDS = ("choix", "choix_multiple", "oui_non", "date", "montant", "entier", "nombre", "echelle")
MAX_TEXT = 20_000
"""Characters allowed in one answer; a longer text is refused, never cut."""
MAX_DIGITS = 18
"""Digits allowed in one number: arithmetic stays exact."""

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_MULTIPLES = {"": 1, "k": 10**3, "m": 10**6, "md": 10**9}
_AMOUNT = re.compile(
    r"^([+-]?[\d.,]+)(k|m|md|mds|millions?|milliards?)?(?:d'|de)?(?:€|eur|euros?)?(?:ht)?$", re.IGNORECASE
)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_decimal(text: str) -> Decimal:
    """Return the number typed with French or plain separators; ValueError (in French) otherwise."""
    digits = _SPACES.sub("", text)
    if digits.count(",") == 1:
        digits = digits.replace(".", "").replace(",", ".")  # 1.234,5
    elif re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+", digits):
        digits = digits.replace(".", "")  # 1.234.567 and 12.345: a point groups thousands here
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", digits, re.ASCII):
        raise ValueError(f"« {shown(text)} » n'est pas un nombre ; écrivez par exemple 1 234,5")
    number = Decimal(digits)
    if len(number.as_tuple().digits) > MAX_DIGITS:
        raise ValueError(f"« {shown(text)} » est trop long ; un nombre compte {MAX_DIGITS} chiffres au plus")
    return number


def parse_amount(text: str) -> Decimal:
    """Return euros from « 1 234 567,89 », « 12,5 M€ », « 300 k€ »; ValueError (in French) otherwise."""
    found = _AMOUNT.match(_SPACES.sub("", text))
    if not found:
        raise ValueError(f"« {shown(text)} » n'est pas un montant ; écrivez par exemple 1 234 567,89 ou 12,5 M€")
    unit = (found.group(2) or "").lower()
    unit = "md" if unit.startswith(("md", "milliard")) else unit[:1]
    number = parse_decimal(found.group(1)) * _MULTIPLES[unit]
    if abs(number) >= 10**MAX_DIGITS:
        raise ValueError(f"« {shown(text)} » est trop grand")
    if number != round(number, 2):
        raise ValueError(f"« {shown(text)} » compte plus de deux décimales ; arrondissez au centime")
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def parse_date(text: str) -> date:
    """Return the day of « 2026-11-22 » or « 22/11/2026 »; ValueError (in French) when it does not exist."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        year, month, day = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        day, month, year = map(int, found.groups())
    else:
        raise ValueError(f"« {shown(text)} » n'est pas une date ; écrivez 2026-11-22 ou 22/11/2026")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"le jour « {shown(text)} » n'existe pas dans le calendrier") from None


def parse_yes_no(text: str) -> bool:
    """Return True for oui/true/vrai, False for non/false/faux; ValueError (in French) otherwise."""
    answers = {"oui": True, "true": True, "vrai": True, "non": False, "false": False, "faux": False}
    if (word := text.strip().lower()) in answers:
        return answers[word]
    raise ValueError(f"« {shown(text)} » n'est ni oui ni non")


def clean_text(text: str) -> str:
    """Return the text as it was typed; ValueError names a character that no document can hold, or an excess length."""
    if len(text) > MAX_TEXT:
        raise ValueError(f"le texte compte {len(text)} caractères ; {MAX_TEXT} au plus sont acceptés")
    if found := _FORBIDDEN.search(text):
        raise ValueError(
            f"le caractère invisible U+{ord(found.group()):04X} (position {found.start() + 1}) "
            "ne peut pas figurer dans un document ; supprimez-le"
        )
    return text


def shown(raw: object) -> str:
    """Return a short, printable form of what was typed, for messages."""
    text = _FORBIDDEN.sub("�", _SPACES.sub(" ", str(raw)))
    return text if len(text) <= 60 else text[:57] + "…"


def _typed(number: float | Decimal) -> str:
    """Return a number as a French hand would type it: a comma cannot be taken for a separator of thousands."""
    exact = Decimal(repr(number)) if isinstance(number, float) else number
    return format(exact, "f").replace(".", ",") if exact.is_finite() else str(exact)


def _several(raw: object) -> tuple[str, ...]:
    """Return the answers of a multiple choice, each once; an empty list is an answer: none of them."""
    answers = [raw] if isinstance(raw, str) else raw
    if not isinstance(answers, list | tuple) or not all(isinstance(answer, str) for answer in answers):
        raise ValueError(f"une liste de réponses est attendue, pas « {shown(raw)} »")
    return tuple(dict.fromkeys(clean_text(answer.strip()) for answer in answers))


def parse_value(kind: str, raw: object) -> Value:
    """Return the typed value of an answer (`kind` is one of KINDS); ValueError tells in French what is wrong.

    Values that are typed already (from JSON, from a form) are taken as they are when they fit.

    >>> parse_value("oui_non", "oui"), parse_value("entier", "12 000")
    (True, 12000)
    """
    if kind == "choix_multiple":
        return _several(raw)
    if isinstance(raw, float | Decimal):
        raw = _typed(raw)
    if isinstance(raw, bool):
        if kind == "oui_non":
            return raw
        raise ValueError(f"« {'oui' if raw else 'non'} » n'est pas attendu ici")
    if isinstance(raw, date) and kind == "date":
        return raw
    if not isinstance(raw, str | int):
        raise ValueError(f"une valeur simple est attendue, pas « {shown(raw)} »")
    text = str(raw)
    match kind:
        case "choix":
            return clean_text(text.strip())
        case "oui_non":
            return parse_yes_no(text)
        case "date":
            return parse_date(text)
        case "montant":
            return parse_amount(text)
        case "entier" | "echelle":
            number = parse_decimal(text)
            if number != number.to_integral_value():
                raise ValueError(f"« {shown(text)} » n'est pas un nombre entier")
            return int(number)
        case "nombre":
            return parse_decimal(text)
    raise ValueError(f"type de réponse inconnu : {kind}")
