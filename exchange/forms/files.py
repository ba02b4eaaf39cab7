"""One form, or a zip of forms with one for each person."""

import io
import zipfile
from datetime import datetime

from assessment.access.acts import Act
from assessment.assessments import Assessment
from assessment.services.context import Workspace, requires
from exchange.file_names import file_name
from exchange.forms import service
from exchange.forms.write import form
from locales import translator


@requires(Act.ANSWER, reads=True)
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
    project = workspace.store.projects.get(assessment.project)
    title = workspace.catalogue_of(assessment).role(role).title.in_language(language)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, draft in enumerate(drafts, 1):
            moment = datetime.fromisoformat(draft.head.made_at).timetuple()[:6]
            name = file_name(project.name, assessment.name, title, f"{place:03}", ending="xlsx")
            info = zipfile.ZipInfo(name, moment)
            packed.writestr(info, form(draft, t))
    return out.getvalue()
