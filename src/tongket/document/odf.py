"""What all packed OpenDocument files have in common: what they hold stands in the body of `content.xml`."""

from lxml import etree

from tongket.document.faults import fault
from tongket.document.packed import Packed
from tongket.document.refusal import RefusalError

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def open_odf(packed: Packed, form: str, kind: str) -> tuple[etree._Element, etree._Element]:
    """Return the root of the content and its body.

    Args:
        packed: The file.
        form: Its format as findings name it.
        kind: What the body has to hold: `text`, `spreadsheet`.

    Raises:
        RefusalError: It is locked, or holds no such body.
    """
    if b"encryption-data" in (packed.read("META-INF/manifest.xml") or b""):
        raise RefusalError(fault("FILE-ENCRYPTED", form="OpenDocument"))
    root = packed.tree("content.xml")
    body = None if root is None else root.find(f"{OFFICE}body/{OFFICE}{kind}")
    if root is None or body is None:
        raise RefusalError(fault("FILE-CUT-OFF", form=form, reason=f"content.xml: không có office:{kind}"))
    return root, body
