/* What Streamlit leaves to its host: its own texts in French, where the focus goes, what is announced, stray shortcuts. */
(() => {
  "use strict";

  const TEXTS = {
    "Press Enter to apply": "Entrée pour enregistrer",
    "Press Ctrl+Enter to apply": "Ctrl+Entrée pour enregistrer",
    "Press ⌘+Enter to apply": "⌘+Entrée pour enregistrer",
    "This field is required.": "Ce champ est demandé.",
    "(required)": "(demandé)",
    "No results": "Aucun résultat",
    "No options": "Aucun choix",
    "No options to select": "Aucun choix",
    "No options to select.": "Aucun choix.",
    "Choose an option": "Choisissez",
    "Select...": "Choisissez",
    "Select all": "Tout choisir",
    "Clear value": "Effacer la réponse",
    "Clear selection": "Effacer le choix",
    "Clear all": "Tout effacer",
    "Clear": "Effacer",
    "Open": "Ouvrir la liste",
    "open": "ouvrir la liste",
    "Upload": "Choisir un fichier",
    "Uploading...": "Envoi en cours…",
    "Upload failed": "Le fichier n'a pas pu être envoyé",
    "Error uploading file": "Le fichier n'a pas pu être envoyé",
    "File type not allowed.": "Ce type de fichier n'est pas accepté.",
    "file upload": "choix du fichier",
    "Close": "Fermer",
    "Close popup": "Fermer",
    "Dismiss": "Fermer",
    "Retry": "Recommencer",
    "Loading...": "Chargement…",
    "Loading failed": "Le chargement a échoué",
    "Please wait...": "Veuillez patienter…",
    "Running...": "Mise à jour…",
    "Stopping...": "Arrêt…",
    "Stop": "Arrêter",
    "Rerun": "Actualiser",
    "Settings": "Réglages",
    "Print": "Imprimer",
    "About": "À propos",
    "Main menu": "Menu",
    "App pages": "Pages",
    "Skip to main content": "Aller au contenu",
    "Expand sidebar": "Ouvrir le menu",
    "Collapse sidebar": "Fermer le menu",
    "Link to heading": "Lien vers ce titre",
    "Scroll tabs left": "Vers la gauche",
    "Scroll tabs right": "Vers la droite",
    "Scrollable table": "Tableau à faire défiler",
    "Copy to clipboard": "Copier",
    "Copied": "Copié",
    "View less": "Voir moins",
    "Selectbox options": "Réponses possibles",
    "Connection closed": "Connexion fermée",
    "Connection error": "Connexion perdue",
    "CONNECTING": "CONNEXION…",
    "Connecting": "Connexion…",
    "Page not found": "Page introuvable",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "L'application ne répond plus. Vos réponses enregistrées sont gardées. Si vous l'avez arrêtée, relancez-la par :",
    "Streamlit server is not responding. Are you connected to the internet?":
      "L'application ne répond plus. Vos réponses enregistrées sont gardées : elles reviendront dès que la connexion reprendra.",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Cette page n'existe pas. Voici la première page.",
  };
  const PATTERNS = [
    [/^Help for (.+)$/, "Aide : $1"],
    [/^(\d+)\s?MB per file( • (.+))?$/, (_, size, __, kinds) => `${size} Mo au plus${kinds ? ` · ${kinds}` : ""}`],
    [/^Remove (.+)$/, "Retirer $1"],
    [/^Delete (.+)$/, "Supprimer $1"],
    [/^Upload (.+)$/, "Choisir $1"],
    [/^File must be (\d+)\s?MB or smaller\.?$/, "Le fichier dépasse $1 Mo."],
    [/^(.+) files are not allowed\.$/, "Les fichiers $1 ne sont pas acceptés."],
    [/^streamlit run .*$/, "clausegen app"],
  ];
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt"];

  const french = (text) => {
    const said = text.trim();
    if (!said) return null;
    if (Object.hasOwn(TEXTS, said)) return text.replace(said, TEXTS[said]);
    const found = PATTERNS.find(([pattern]) => pattern.test(said));
    return found ? said.replace(found[0], found[1]) : null;
  };
  // -- what a person wrote, and what a clause says, is never touched --
  const OURS = "textarea, input, .stHtml, [data-testid=stMain] [data-testid=stMarkdownContainer]";
  const ours = (element) => element.closest(OURS);

  const translateText = (node) => {
    if (!node.parentElement || ours(node.parentElement)) return;
    const said = french(node.nodeValue || "");
    if (said !== null && said !== node.nodeValue) node.nodeValue = said;
  };
  const translateAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      const said = text && french(text);
      if (said && said !== text) element.setAttribute(name, said);
    }
  };
  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
  };

  // -- a new page, or a new step, is read from its title; a link to a question leads to that question --
  let shown = null;
  let awaited = null;
  const focusOn = (element, block) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block });
  };
  const follow = () => {
    const title = document.querySelector("[data-testid=stMain] h1");
    if (!title) return;
    const place = `${location.pathname} ${title.textContent}`;
    if (place !== shown) {
      const first = shown === null;
      shown = place;
      const parameters = new URLSearchParams(location.search);
      const question = parameters.get("question");
      awaited = question && { name: question, until: Date.now() + 5000 };
      if (!first && !awaited) {
        title.tabIndex = -1;
        document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
        title.focus({ preventScroll: true });
      }
    }
    if (awaited) {
      const field = document.querySelector(
        `.st-key-question-${CSS.escape(awaited.name)} :is(input, textarea, [role=combobox])`
      );
      if (field) focusOn(field, "center");
      if (field || Date.now() > awaited.until) awaited = null;
    }
  };

  // -- the counts change far from the field in hand: say them --
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "cg-hidden";
  let said = null;
  let saying = 0;
  const announce = () => {
    const text = [...document.querySelectorAll("[data-live]")]
      .map((part) => [...part.children].map((child) => child.textContent).join(", ") || part.textContent)
      .join(". ");
    if (text === said) return;
    clearTimeout(saying);
    saying = setTimeout(() => {
      if (said !== null) status.textContent = text;
      said = text;
    }, 700);
  };

  // -- a long text is saved after a pause, as short ones are --
  const pauses = new WeakMap();
  document.addEventListener("input", (event) => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement)) return;
    clearTimeout(pauses.get(area));
    const save = () => area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
    pauses.set(area, setTimeout(save, 1000));
  });

  // -- a bare letter must not act on the page --
  document.addEventListener(
    "keydown",
    (event) => {
      const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
      const typing = event.target.closest?.("input, textarea, [contenteditable=true], [role=combobox]");
      if (bare && !typing && /^[a-z]$/i.test(event.key)) event.stopImmediatePropagation();
    },
    true
  );

  let planned = false;
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translateAttributes(change.target);
      else if (change.type === "characterData") translateText(change.target);
      else change.addedNodes.forEach(translate);
    }
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      follow();
      announce();
    });
  });
  document.body.append(status);
  translate(document.body);
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
})();
