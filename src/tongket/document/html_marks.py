"""What the elements of a page are: blocks and inline, seen and unseen, furniture by tag or by the names sites give."""

import re

from lxml import etree

from tongket.document.seldom import seldom

# Never shown, or not as text to read.
UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "audio", "video",
    "canvas", "select", "datalist", "map", "frameset", "noframes", "applet", "progress", "meter", "input",
))  # fmt: skip
BLOCKS = frozenset((
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "textarea", "button",
))  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_ATTRIBUTE = 1000
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "button", "menu"))
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"))
# Parts of the class and id names by which Vietnamese portals and newspapers call what stands around an article.
_FURNITURE_NAMES = seldom(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|topmenu|breadcrumbs?|sidebar|side-?bar|footer|copyright|share|sharing"
    r"|social|addthis|comments?|binh-?luan|related|relate|lien-?quan|tin-?lien-?quan|tin-?khac|other-?news|othernews|most-?view"
    r"|xem-?nhieu|doc-?nhieu|advert(?:isement)?s?|ads|quang-?cao|qc|banner|popup|modal|pagination|paging|tags?|tukhoa"
    r"|tu-?khoa|visitors?|counter|thong-?ke|luot-?truy-?cap|weblink|lien-?ket|rating|danh-?gia|toolbar|print|search"
    r"|tim-?kiem|login|weather|thoi-?tiet|hotline|newsletter)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BODY_NAMES = seldom(
    r"(?:^|\s)(?:article-?(?:body|content|detail)|detail-?(?:content|body|text)|content-?(?:detail|news|body)|post-?(?:content|body)"
    r"|entry-?content|news-?(?:content|detail|body)|main-?(?:content|article|detail)|noi-?dung(?:-\w+)?|chi-?tiet(?:-\w+)?|cms-?body"
    r"|fck_detail|journal-content-article|body-?text|text-?content|the-article-body)(?:$|\s)",
    re.IGNORECASE,
)
_CAPTION_NAMES = seldom(r"caption|chu-?thich|image-?(?:desc|note|text)|photo-?(?:desc|note)|pic-?desc", re.IGNORECASE)
_SCREEN_READER = seldom(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:$|\s)", re.IGNORECASE)
_HIDDEN_STYLE = seldom(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FONT_STYLE = seldom(r"font(?:-family)?\s*:[^;]*?['\"\s,:](\.Vn\w+|VNI-[\w ]+)", re.IGNORECASE)


def _attribute(element: etree._Element, name: str) -> str:
    """Return an attribute, not more of it than a real page has: patterns are tried on it."""
    return element.get(name, "")[:_LONGEST_ATTRIBUTE]


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element says itself that it is not shown."""
    if not element.keys():
        return False
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(_attribute(element, "style")):
        return True
    return _SCREEN_READER.search(_attribute(element, "class")) is not None


def is_furniture(element: etree._Element) -> bool:
    """Tell whether an element is, by its tag, role or name, around an article and not of it."""
    if element.tag in _FURNITURE_TAGS:
        return True
    if not element.keys() or element.tag in ("html", "body", "main", "article"):
        return False
    if element.get("role", "").lower() in _FURNITURE_ROLES:
        return True
    return any(_FURNITURE_NAMES.search(_attribute(element, name)) is not None for name in ("class", "id"))


def is_body(element: etree._Element) -> bool:
    """Tell whether an element is, by its tag, role or name, the text of an article."""
    if element.tag in ("article", "main"):
        return True
    if not element.keys():
        return False
    if element.get("itemprop", "") == "articleBody" or element.get("role", "") == "main":
        return True
    return any(_BODY_NAMES.search(_attribute(element, name)) is not None for name in ("class", "id"))


def is_caption(element: etree._Element) -> bool:
    """Tell whether an element is the caption of a picture or table."""
    if element.tag in ("figcaption", "caption"):
        return True
    return (
        bool(element.keys())
        and element.tag in ("p", "td", "div", "span", "em")
        and _CAPTION_NAMES.search(_attribute(element, "class")) is not None
    )


def legacy_font(element: etree._Element) -> str | None:
    """Return the font of before Unicode that an element sets; None where it sets none, empty for another font."""
    if not element.keys():
        return None
    face = element.get("face")
    if face:
        return face.split(",")[0]
    style = _attribute(element, "style")
    if "font" not in style.lower():
        return None
    found = _FONT_STYLE.search(style)
    if found:
        return found.group(1)
    return "" if "font-family" in style.lower() else None
