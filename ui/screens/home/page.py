"""My projects and the next step in each; on the first visit, what this is and what it gives."""

from assessment.services.project_list import project_lines
from exchange import example_project
from ui import session
from ui.screens.home import my_projects, welcome
from ui.store import workspace

space = workspace()
session.name_tab(session.words()("My projects"))
search, start = my_projects.wanted()
found = project_lines(space, search=search, start=start)
can_have_example = not found.has_example and example_project.has_example(
    session.settings().criteria
)

if found.total or search or start:
    my_projects.my_projects(space, found, can_have_example=can_have_example)
else:
    welcome.welcome(space, can_have_example=can_have_example)
