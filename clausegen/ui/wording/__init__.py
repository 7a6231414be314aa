"""Every sentence that the pages say, except those that the clauses and the engine write."""

from clausegen.ui.wording.clauses import *  # noqa: F403
from clausegen.ui.wording.documents import *  # noqa: F403
from clausegen.ui.wording.dossiers import *  # noqa: F403
from clausegen.ui.wording.frame import *  # noqa: F403
from clausegen.ui.wording.library import *  # noqa: F403
from clausegen.ui.wording.matrix import *  # noqa: F403
from clausegen.ui.wording.questions import *  # noqa: F403

NBSP = "\u00a0"
