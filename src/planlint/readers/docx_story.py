"""What the reading of one Word file keeps at hand: the file's parts, and the flow of text it is in."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from planlint.errors import ReadError
from planlint.plan import BlockKind, Location, Unread
from planlint.readers.docx_fields import Fields, unfinished
from planlint.readers.docx_numbering import Numbering, numeral
from planlint.readers.docx_package import Package, Relation
from planlint.readers.docx_styles import Styles
from planlint.readers.docx_xml import W, value
from planlint.readers.draft import Draft


@dataclass(slots=True)
class Part:
    """One part with text: its name, its root element, its relations, its fields that never end."""

    name: str
    root: etree._Element
    relations: dict[str, Relation]
    loose: frozenset[etree._Element]


@dataclass(slots=True)
class Pages:
    """The page the reading is on. `rendered`: Word noted where its pages ended; otherwise only breaks by hand count."""

    rendered: bool = False
    known: bool = False
    current: int = 1

    def turn(self, rendered: bool) -> None:
        """A page ends here, as Word noted (`rendered`) or by hand; the kind that does not count is passed over."""
        if self.rendered == rendered:
            self.current += 1

    @property
    def page(self) -> int | None:
        """The current page, None where the file says nothing of pages."""
        return self.current if self.known else None


@dataclass(slots=True)
class Book:
    """The file as a whole.

    anchors: where each comment hangs, by its id; waiting: comments that begin between paragraphs.
    notes:   how many footnotes and endnotes have passed by.
    bold:    places in draft.elements of lines that are bold throughout, with their size.
    """

    path: str
    package: Package
    draft: Draft
    styles: Styles
    numbering: Numbering
    main: Part
    pages: Pages = field(default_factory=Pages)
    parts: dict[str, Part | None] = field(default_factory=dict)
    anchors: dict[str, Location] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    note_forms: dict[str, str] = field(default_factory=dict)
    note_elements: dict[str, dict[str, etree._Element]] = field(default_factory=dict)
    bold: dict[int, int] = field(default_factory=dict)

    def note_mark(self, kind: str) -> str:
        """The mark of the next footnote or endnote: "1", or "i" where the file counts so."""
        count = self.notes[kind] = self.notes.get(kind, 0) + 1
        if kind not in self.note_forms:
            settings = self.related("settings")
            roots = [self.main.root] if settings is None else [self.main.root, settings.root]
            found = (value(form) for root in roots for form in root.iterfind(f".//{W}{kind}Pr/{W}numFmt"))
            self.note_forms[kind] = next(found, None) or ("decimal" if kind == "footnote" else "lowerRoman")
        return numeral(count, self.note_forms[kind])

    def related(self, kind: str) -> Part | None:
        """The part that the main part relates to as `kind` ("footnotes"); None if there is none or it is damaged."""
        for relation in self.main.relations.values():
            if relation.kind == kind and not relation.external:
                return self.part(relation.target, kind)
        return None

    def part(self, name: str, what: str) -> Part | None:
        """A part by its name; one that is damaged is named as unread (`what` it holds), once."""
        if name not in self.parts:
            try:
                self.parts[name] = load(self.package, name)
            except ReadError as error:
                self.parts[name] = None
                self.draft.unread.append(Unread(f"the {what}: {error.what}", Location(self.path, part=name)))
        return self.parts[name]


def load(package: Package, name: str) -> Part | None:
    """Open a part with its relations; None if it is not there. Raises ReadError."""
    root = package.parse(name)
    if root is None:
        return None
    return Part(name, root, package.relations(name), unfinished(root))


@dataclass(slots=True)
class Story:
    """One flow of text: the body, a cell of it, a text box, a note, a header.

    kind:  what its plain paragraphs are.
    boxed: not the body's own flow, so that a bold line is no heading of the body.
    carry: text of a paragraph whose end was deleted: it goes in front of the next.
    """

    book: Book
    part: Part
    kind: BlockKind = "paragraph"
    boxed: bool = False
    fields: Fields = field(default_factory=Fields)
    carry: str = ""

    def inner(self, kind: BlockKind | None = None) -> Story:
        """A flow inside this one (a text box, a note), with fields of its own."""
        return Story(self.book, self.part, kind or self.kind, True, Fields(self.part.loose))

    def place(self, address: str, page: int | None = None) -> Location:
        """The Location of an address in this file."""
        return Location(self.book.path, part=address, page=page or self.book.pages.page)


@dataclass(frozen=True, slots=True)
class After:
    """What stands at a paragraph but not in its text.

    kind: "box" (element holds its blocks), "footnote" or "endnote" (identity, mark), or what a drawing is ("chart").
    """

    kind: str
    element: etree._Element | None = None
    identity: str = ""
    mark: str = ""
    lines: tuple[str, ...] = ()


@dataclass(slots=True)
class Line:
    """A paragraph as it is read.

    bold: all text so far is bold; size: its largest size in half-points; colours: fills behind its text.
    after: what stands at this paragraph but not in its text: text boxes, notes, diagrams.
    """

    pieces: list[str] = field(default_factory=list)
    page: int | None = None
    base_bold: bool = False
    base_hidden: bool = False
    base_size: int = 0
    bold: bool = True
    size: int = 0
    colours: set[str | None] = field(default_factory=set)
    comments: list[str] = field(default_factory=list)
    change: str = ""
    changes: list[list[str]] = field(default_factory=list)
    formatted: bool = False
    after: list[After] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    extent: tuple[int, int] = (0, 0)
    alternative: str = ""

    def say(self, story: Story, text: str, bold: bool = True, size: int = 0, colour: str | None = None) -> None:
        """Add text that a reader of the page sees."""
        if story.fields.silent:
            return
        self.pieces.append(text)
        if not text.isspace():
            if self.page is None:
                self.page = story.book.pages.page
            self.bold = self.bold and bold
            self.size = max(self.size, size)
            self.colours.add(colour)
        if self.change:
            self.note_change(self.change, text)

    def note_change(self, what: str, text: str) -> None:
        """Keep a tracked change; one that goes on from the last is the same change."""
        if self.changes and self.changes[-1][0] == what:
            self.changes[-1].append(text)
        else:
            self.changes.append([what, text])
