"""Pages (HTML): the whole text in reading order, the article told from the rest."""

from lxml import etree

from tongket.document.charset import decode
from tongket.document.draft import Draft, Source
from tongket.document.faults import fault
from tongket.document.html_article import article_lines
from tongket.document.html_lines import lines_of_page
from tongket.document.html_properties import properties_of_page
from tongket.document.refusal import RefusalError
from tongket.terms.document import Document


def read_html(data: bytes, source: Source) -> Document:
    """Read a page.

    Args:
        data: Its bytes.
        source: Its name, hash and bounds.

    Returns:
        The document; lines that are surely furniture are marked as no part of the article, none is left out.

    Raises:
        RefusalError: There is no element in it.
    """
    draft = Draft(source, "html")
    decoded = decode(data)
    for code, values in decoded.faults:
        draft.find(code, **values)
    root = _parse(decoded.text, draft)
    draft.properties.update(properties_of_page(root))
    page = lines_of_page(root, source.limits.max_lines)
    for table in page.tables:
        draft.was_legacy(table)
    kept = article_lines(page, draft.properties.get("title", ""))
    for line, article in zip(page.lines, kept, strict=True):
        draft.add(line.text, line.kind, number=line.number, origin=line.origin, article=article)
    return draft.finish()


def _parse(text: str, draft: Draft) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        # libxml2 goes 2,048 elements deep; pages that leave elements open nest some hundred.
        draft.find("PART-LEFT-OUT", reason="các thẻ lồng nhau quá 2048 tầng")
    if root is None:
        raise RefusalError(fault("FILE-NO-TEXT"))
    return root
