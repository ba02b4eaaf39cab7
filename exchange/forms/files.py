"""One form, or a zip of forms with one for each person."""

import io
import zipfile
from datetime import datetime

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from exchange.forms import service
from exchange.forms.write import form
from locales import translator


def forms(
    workspace: Workspace, assessment: Assessment, role: str, language: str, number: int
) -> bytes:
    """Return one form as .xlsx, or several as a zip of them: each is for one person.

    Raises NotFound for a role that the catalogue does not have.
    """
    t = translator(language)
    drafts = [
        service.draft(workspace, assessment, role, language, t("Questions")) for _ in range(number)
    ]
    if number == 1:
        return form(drafts[0], t)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, draft in enumerate(drafts, 1):
            moment = datetime.fromisoformat(draft.head.made_at).timetuple()[:6]
            info = zipfile.ZipInfo(f"{role}-{place:03}.xlsx", moment)
            packed.writestr(info, form(draft, t))
    return out.getvalue()
