"""Whatever a person can do at the desk, a program can do by the API: a row a route of the desk."""

from django.urls import URLPattern

from tongket.web.desk.routes import RouteRule
from web.operations import operations
from web.pages import routes

_DOCUMENT, _REPORT, _REVIEW = (
    "/documents/{document}",
    "/orgs/{org}/reports/{report}/{period}",
    "/reviews/{org}/{period}",
)
_RECORD = f"{_DOCUMENT}/records/{{record}}"

# The operations that do what a route does, or the reason why none does it.
DESK: dict[str, tuple[str, ...] | str] = {
    # the first page, and for which org a person acts
    "home": ("get /orgs/{org}/today",),
    "act-for": "changes the session of a browser; an operation names its org in its path",
    # account
    "invited": "makes an account with a password, for a stranger who has no token yet",
    "tokens": ("get /tokens", "post /tokens", "post /tokens/end"),
    # administration
    "administration": "leads to the first page of administration",
    "people": ("get /people", "get /invitations", "post /invitations", "post /invitations/withdraw"),
    "person": (
        "get /people/{person}",
        "get /people/{person}/tokens",
        "post /people/{person}/tokens/end",
        "post /people/{person}/grants",
        "post /people/{person}/grants/end",
        "put /people/{person}/blocked",
        "post /people/{person}/second-factor/forget",
    ),
    "orgs": ("get /orgs", "get /orgs/{org}/story"),
    "org": ("get /orgs/{org}", "get /orgs/{org}/story", "get /changes"),
    "orgs-change": ("post /changes/preview", "post /changes"),
    "profile": ("get /profile", "post /profile/preview", "put /profile"),
    "profile-tables": ("get /profile/tables",),
    "profile-versions": (
        "get /profile/versions",
        "get /profile/versions/{version}",
        "get /profile/versions/{version}/changes",
    ),
    "log": ("get /audit",),
    "log-file": ("get /audit.csv",),
    "state": ("get /health",),
    # inbox
    "inbox": ("get /orgs/{org}/inbox", "get /orgs/{org}/inbox/batches"),
    "inbox-files": ("post /orgs/{org}/inbox",),
    "inbox-batch": ("get /orgs/{org}/inbox/batches/{batch}",),
    "inbox-failed": ("get /orgs/{org}/inbox/failed",),
    "inbox-again": ("post /orgs/{org}/inbox/failed/{job}/again",),
    "org-names": ("get /org-names",),
    # reading
    "document": (f"get {_DOCUMENT}", f"get {_DOCUMENT}/text", f"get {_DOCUMENT}/records"),
    "document-judge": (f"post {_RECORD}/verdict",),
    "document-sure": (f"post {_DOCUMENT}/sure",),
    "document-undo": (f"post {_DOCUMENT}/sure/undo",),
    "document-add": (f"post {_DOCUMENT}/records",),
    "document-telling": (f"put {_DOCUMENT}/whose",),
    "document-original": (f"get {_DOCUMENT}/original",),
    "document-picture": (f"get {_DOCUMENT}/pages/{{number}}",),
    "document-record": (f"get {_RECORD}",),
    "document-change": (f"put {_RECORD}",),
    "document-comment": (f"post {_RECORD}/comments",),
    # board
    "board": ("get /orgs/{org}/board",),
    "board-remind": (f"get {_REPORT}/reminder", f"post {_REPORT}/reminder"),
    "board-report": (f"get {_REPORT}",),
    "board-submit": (f"post {_REPORT}/submission",),
    "board-settle": (f"post {_REPORT}/steps", f"put {_REPORT}/excuse"),
    "board-comment": (f"post {_REPORT}/comments",),
    "board-form": (f"get {_REPORT}/form", f"put {_REPORT}/form"),
    "board-form-file": (f"get {_REPORT}/form.xlsx",),
    "board-form-upload": (f"post {_REPORT}/form.xlsx",),
    # register
    "register": ("get /orgs/{org}/directives",),
    "directive": ("get /orgs/{org}/directives/one",),
    "evidence": ("post /orgs/{org}/evidence",),
    "evidence-below": ("post /orgs/{org}/evidence/below",),
    "said-tasks": ("get /orgs/{org}/tasks/said",),
    "limitations": ("get /orgs/{org}/limitations",),
    "tasks": ("get /orgs/{org}/tasks",),
    "new-task": ("post /orgs/{org}/tasks",),
    "task-from-statement": ("post /orgs/{org}/tasks/from-statement",),
    "task": ("get /tasks/{task}",),
    "task-answer": ("post /tasks/{task}/answers",),
    "task-change": ("put /tasks/{task}",),
    # reviews
    "drafts": ("get /reviews",),
    "draft-start": (f"post {_REVIEW}",),
    "draft-source": ("get /entries/{entry}",),
    "published": ("get /published",),
    "published-review": ("get /published/{org}/{period}",),
    "draft": (f"get {_REVIEW}", f"get {_REVIEW}/comments", f"get {_REVIEW}/figures/changed"),
    "draft-edit": (f"put {_REVIEW}", f"get {_REVIEW}/figures"),
    "draft-refresh": (f"post {_REVIEW}/figures/refresh",),
    "draft-versions": (
        f"get {_REVIEW}/versions",
        f"get {_REVIEW}/versions/{{draft}}",
        f"get {_REVIEW}/differences",
        f"get {_REVIEW}/steps",
    ),
    "draft-comment": (f"post {_REVIEW}/comments",),
    "draft-settle": (f"post {_REVIEW}/steps",),
    "draft-docx": (f"get {_REVIEW}/review.docx",),
    "draft-pdf": (f"get {_REVIEW}/review.pdf",),
    "draft-html": (f"get {_REVIEW}/review.html",),
    # roll-up
    "rollup": "leads to the roll-up of the org that a form names",
    "rollup-of": ("get /orgs/{org}/rollup", "get /orgs/{org}/rollup/choices"),
    "rollup-parts": ("get /orgs/{org}/rollup/parts",),
    "rollup-changes": ("get /orgs/{org}/rollup/changes",),
    "rollup-outliers": ("get /orgs/{org}/rollup/outliers",),
    "rollup-chart": ("get /orgs/{org}/rollup/chart",),
    "rollup-file": tuple(f"get /orgs/{{org}}/rollup.{ending}" for ending in ("xlsx", "csv", "docx", "png")),
    "rollup-conflicts": ("get /orgs/{org}/conflicts",),
    "rollup-decide-conflict": ("post /orgs/{org}/conflicts",),
    "rollup-misfits": ("get /orgs/{org}/misfits",),
    "rollup-decide-misfit": ("post /orgs/{org}/misfits",),
    "rollup-decided": ("get /orgs/{org}/decisions",),
    "rollup-take-back": ("post /orgs/{org}/decisions/undo",),
    # search
    "search": ("get /search", "get /searches"),
    "search-keep": ("post /searches",),
    "search-forget": ("post /searches/forget",),
}
ROUTES: dict[str, URLPattern] = {str(pattern.name): pattern for _, pattern in routes()}
RULES: dict[str, RouteRule] = {f"{method} {path}": each.view_func.rule for method, path, each in operations()}  # type: ignore[attr-defined] # `test_api.py` sees that each has one


def test_every_route_has_a_row() -> None:
    """A page that is new says which operations do the same, or why none does."""
    assert set(DESK) == set(ROUTES)


def test_every_row_names_operations_that_are_there() -> None:
    """What a row names is an operation, and no operation is in no row: a program can do no more than a person."""
    named = {each for row in DESK.values() if isinstance(row, tuple) for each in row}
    assert named == set(RULES)


def test_operations_ask_the_gate_for_what_their_route_asks() -> None:
    """Of the operations that do what a route does one at least asks for the same verb."""
    apart = {
        name: sorted({RULES[each].verb.value for each in row})
        for name, row in DESK.items()
        if isinstance(row, tuple)
        and (rule := getattr(ROUTES[name].callback, "rule", None))
        and rule.verb not in {RULES[each].verb for each in row}
    }
    assert not apart
