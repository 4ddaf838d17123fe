"""Word documents: everything that a reader of the page sees, in reading order, once.

The package and its XML are opened here and not by python-docx, which refuses documents that Word opens and sees no text
in content controls, insertions and text boxes.
"""

from __future__ import annotations

from planlint.errors import ReadError
from planlint.plan import Block
from planlint.readers.docx_aside import headers_and_footers
from planlint.readers.docx_body import flow
from planlint.readers.docx_headings import promote
from planlint.readers.docx_notes import comments
from planlint.readers.docx_numbering import Numbering
from planlint.readers.docx_package import RESAVE, Package
from planlint.readers.docx_pages import count_pages
from planlint.readers.docx_sniff import refuse_foreign, refuse_main
from planlint.readers.docx_story import Book, Part, Story, load
from planlint.readers.docx_styles import Styles
from planlint.readers.docx_xml import W
from planlint.readers.draft import Draft


def draft(path: str, data: bytes) -> Draft:
    """Read a Word document, of any main part's name, transitional or Strict.

    path: the file's name for messages and Locations. data: the bytes of the file.
    Raises ReadError for what is no Word document, is encrypted or damaged, or is past a limit.
    """
    refuse_foreign(path, data)
    package = Package(path, data)
    main = load(package, package.main())
    if main is None or main.root.tag != W + "document":
        raise refuse_main(package, "" if main is None else str(main.root.tag))
    try:
        return _read(path, package, main)
    except RecursionError as error:
        raise ReadError(path, "its tables or text boxes are nested too deeply to be read", RESAVE) from error


def _read(path: str, package: Package, main: Part) -> Draft:
    found = Draft(path, "docx")
    book = Book(path, package, found, Styles(None), Numbering(None), main, count_pages(package, main))
    styles, numbering = book.related("styles"), book.related("numbering")
    book.styles = Styles(None if styles is None else styles.root)
    book.numbering = Numbering(None if numbering is None else numbering.root)
    story = Story(book, main)
    story.fields.loose = main.loose
    body = main.root.find(W + "body")
    if body is not None:
        flow(story, body, "body", found.elements)
    if story.carry.strip():
        found.elements.append(Block(story.carry, story.place("body")))
    promote(book)
    found.aside = headers_and_footers(book, flow) + comments(book, flow)
    title = _title(package)
    if title:
        found.meta.append(Block(title, story.place("properties/title"), "value", name="title"))
    return found


def _title(package: Package) -> str:
    """The title among the document's properties, "" if there is none."""
    root = package.property_part("core-properties")
    title = root.find("{http://purl.org/dc/elements/1.1/}title") if root is not None else None
    return " ".join((title.text or "").split()) if title is not None else ""
