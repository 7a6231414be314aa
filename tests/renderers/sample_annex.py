"""A realistic annex: five articles, fifteen clauses, points, tables, blanks given, defaulted and missing."""

from clausegen.document.nodes import (
    Block,
    CoverLine,
    Document,
    Filling,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Run,
    Table,
    Value,
)

SECTIONS = {
    "Statut et droits": (
        "Propriété des données du service",
        "Données de l’Autorité concédante",
        "Données personnelles",
    ),
    "Périmètre et fourniture": ("Données indispensables à l’exécution du service public", "Inventaire des données"),
    "Livraison et accès": ("Modalités de remise", "Accès en continu par interface de programmation", "Calendrier"),
    "Qualité": ("Exigences de qualité", "Métadonnées et documentation", "Contrôles et corrections", "Traçabilité"),
    "Usages des données": (
        "Usages autorisés",
        "Usages interdits, y compris la revente et l’entraînement de modèles",
        "Archives",
    ),
}
NBSP = "\u00a0"


def text(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def sample() -> Document:
    return Document(
        name="annexe-02-donnees-du-service",
        title=f"Annexe{NBSP}2 – Données du service",
        subtitle="Concession de service public pour l’exploitation du réseau de chaleur urbain de la Ville de Saint-Aubin-sur-Loire",
        blocks=tuple(_blocks()),
        cover=(
            CoverLine("Acheteur", Value("Ville de Saint-Aubin-sur-Loire")),
            CoverLine("Objet", Value("Exploitation du réseau de chaleur urbain & développement de ses extensions")),
            CoverLine("Type de contrat", Value("Concession de service public")),
            CoverLine("Référence", Value("[à compléter : référence de la consultation]", Filling.MISSING)),
            CoverLine("Durée", Value(f"12{NBSP}ans")),
        ),
        draft_mark="PROJET – 3 éléments à compléter",
        footer=f"État du droit au 22{NBSP}novembre{NBSP}2026 – bibliothèque 2026.11, empreinte 4f1c-90ab",
    )


def _blocks() -> list[Block]:
    blocks: list[Block] = [
        Paragraph(
            text(
                "La présente annexe dit quelles données sont produites dans l’exécution du Contrat, qui en dispose, sous quelle forme et à quelles dates elles sont remises."
            ),
            style="intro",
        )
    ]
    for section, (title, clauses) in enumerate(SECTIONS.items(), start=1):
        blocks.append(Heading(1, title, str(section)))
        for rank, clause in enumerate(clauses, start=1):
            number = f"{section}.{rank}"
            blocks.append(Heading(2, clause, number, f"cg_clause_{section}_{rank}", f"clause-{section}-{rank}"))
            blocks.extend(_clause(number))
    blocks.append(Heading(0, "Signatures"))
    blocks.append(Paragraph(text("Les points suivants sont arrêtés à la signature", f"{NBSP}:")))
    blocks += [
        Item("a)", text("la liste des données de l’inventaire initial")),
        Item("b)", text("les référents de chaque partie.")),
    ]
    blocks.append(Paragraph(text("Établi en deux exemplaires", f"{NBSP}:")))
    blocks += [
        Item("a)", text("un pour l’Autorité concédante", f"{NBSP};")),
        Item("–", text("un tiret, pour mémoire", f"{NBSP};")),
        Item("b)", text("un pour le Concessionnaire.")),
    ]
    blocks.append(
        Paragraph(
            text(
                "Cette page ne vaut pas avis juridique ; les choix retenus sont expliqués dans la note de justification."
            ),
            style="note",
        )
    )
    return blocks


def _clause(number: str) -> list[Block]:
    bookmark = f"cg_clause_{number.replace('.', '_')}"
    blocks: list[Block] = [
        Paragraph(
            text(
                "Le Concessionnaire remet à l’Autorité concédante, au plus tard ",
                Value(f"30{NBSP}jours", Filling.DEFAULT),
                " après la notification du Contrat, l’ensemble des ",
                Run("Données du Service", bold=True),
                " décrites à ",
                Link(f"l’article{NBSP}2.2", "cg_clause_2_2"),
                ", dans un standard ouvert, aisément réutilisable et exploitable par un système de traitement automatisé.",
            ),
            f"{number}.1",
            f"{bookmark}_1",
        ),
        Paragraph(
            text(
                "La remise est faite à l’adresse suivante",
                f"{NBSP}: ",
                Value("[à compléter : adresse du point de dépôt]", Filling.MISSING)
                if number.endswith("1")
                else Value("plateforme de la Ville, espace «\u00a0Réseau & Énergie\u00a0»"),
                ". Elle comprend",
                f"{NBSP}:",
            ),
            f"{number}.2",
            f"{bookmark}_2",
        ),
        Item("a)", text("les données elles-mêmes, complètes et à jour à la date de la remise", f"{NBSP};")),
        Item(
            "b)",
            text(
                "leurs ",
                Run("métadonnées", italic=True),
                ", dont le producteur, la date et la licence, ainsi que la description des champs, de leurs unités et de leurs valeurs admises",
                f"{NBSP};",
            ),
        ),
        Item(
            "c)",
            text(
                "l’état des contrôles prévus par ", Link(f"l’article{NBSP}3.1 de l’annexe{NBSP}9", "cg_ailleurs"), "."
            ),
        ),
    ]
    if number in ("2.2", "4.1"):
        blocks.append(_inventory())
    blocks.append(
        Paragraph(
            text(
                "À défaut de remise dans ce délai, et après mise en demeure restée sans effet, une pénalité de ",
                Value(f"500{NBSP}€"),
                f" par jour ouvré s’applique, dans la limite fixée au Contrat ; elle ne libère pas le Concessionnaire de son obligation (voir l’alinéa{NBSP}{number}.1).",
            ),
            f"{number}.3",
        )
    )
    return blocks


def _inventory() -> Table:
    header = ("Jeu de données", "Source", "Format et schéma", "Fréquence", "Ouverture")
    rows = [
        ("Consommations des sous-stations", "Télérelève", "CSV – schéma consommation", "Horaire", "Ouvert"),
        ("Température de départ et de retour", "Capteurs du réseau", "JSON – SensorThings", "10 minutes", "Partagé"),
        ("Tracé du réseau", "SIG du Concessionnaire", "GeoPackage – PCRS", "Annuelle", "Restreint"),
        ("Abonnés", "Gestion clientèle", "CSV", "Mensuelle", "Restreint"),
        ("", "", "", "", ""),
    ]
    return Table(
        tuple(text(title) for title in header),
        tuple(tuple(text(cell) if cell else () for cell in row) for row in rows),
        (0.3, 0.2, 0.24, 0.13, 0.13),
        "Inventaire initial des données du service",
    )
