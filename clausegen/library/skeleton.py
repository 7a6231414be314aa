"""A new clause that passes the reader: what a lawyer starts from."""

from clausegen.library.annexes import Annex
from clausegen.library.clause import CONTRACT_TYPES


def skeleton(id: str, annex: Annex) -> tuple[str, str]:
    """Return the clause file and its cases, ready to be rewritten."""
    title = id.replace("-", " ").capitalize()
    clause = f"""---
titre: {title}
annexe: {annex.id}
section: {annex.sections[0]}
contrats: [{", ".join(CONTRACT_TYPES)}]
recommandee_si: {{type_contrat: concession}}
fondements: []
confiance: jugement
a_completer:
  delai_remise: {{type: jours, libelle: Délai de remise, defaut: 30, min: 5, max: 90}}
livrables:
  - {{id: remise, quoi: Document à remettre, qui: operateur, quand: {{apres: notification, delai: delai_remise}}, format: PDF, alinea: 1}}
---

## Texte

1. {{L'opérateur}} remet {{à l'acheteur}} le document prévu au présent article dans un délai de {{{{ delai_remise }}}} à compter
   de la Notification, au format PDF.
2. {{L'acheteur}} dispose de dix jours à compter de la remise pour formuler ses observations.

## À savoir pour l'acheteur

- Ce que la clause coûte, où elle se négocie, la preuve à garder, l'erreur habituelle.

## Motifs

Pourquoi cette clause, quelle recommandation elle suit, quels doutes restent à lever.
"""
    cases = """- nom: une concession reçoit cette clause
  faits: {type_contrat: concession}
  attendu: recommandee
  contient: [30 jours]
- nom: un autre contrat peut l'ajouter
  faits: {type_contrat: mgp}
  attendu: facultative
- nom: tant que le type de contrat manque, la clause attend
  faits: {}
  attendu: en_attente
  questions: [type_contrat]
"""
    return clause, cases
