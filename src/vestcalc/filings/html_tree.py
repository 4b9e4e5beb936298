"""HTML as EDGAR, a browser or a filer's tool wrote it, to a tree of elements.

In: the text of a page. Out: an ElementTree element, tags and attribute names in lower case, character references read,
line breaks (br) as newlines.
Missing end tags of cells, rows and sections are supplied as browsers do; scripts and styles are left out.
It refuses nothing but text that the standard library's parser cannot get through, and nests at most 200 deep.
"""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
_SILENT = frozenset({"script", "style"})
#: A start tag closes an open one of these, looking no further up than the nearest table.
_CLOSES = {
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"tr", "td", "th"}),
    "tbody": frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}),
    "thead": frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}),
    "tfoot": frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}),
}
_DEEPEST = 200


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page")
        self.stack = [self.root]
        self.silent = 0
        self.pending: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
            return
        if tag in _CLOSES:
            self.flush()
            self.supply_ends(_CLOSES[tag])
        if len(self.stack) > _DEEPEST:
            return
        self.flush()
        element = SubElement(self.stack[-1], tag, {name: value or "" for name, value in attrs})
        if tag == "br":
            element.text = "\n"
        if tag not in _VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)
            if tag not in _VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
            return
        for place in range(len(self.stack) - 1, 0, -1):
            open_tag = self.stack[place].tag
            if open_tag == tag:
                self.flush()
                del self.stack[place:]
                return
            if open_tag == "table":
                return

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pending.append(data)

    def flush(self) -> None:
        """Hand the text gathered since the last tag to the element it stands in."""
        if not self.pending:
            return
        text, parent = "".join(self.pending), self.stack[-1]
        self.pending.clear()
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def supply_ends(self, closed: frozenset[str]) -> None:
        deepest = len(self.stack)
        for place in range(len(self.stack) - 1, 0, -1):
            tag = self.stack[place].tag
            if tag == "table":
                break
            if tag in closed:
                deepest = place
        del self.stack[deepest:]


def parse_html(text: str) -> Element:
    """The page as a tree; ValueError when the parser cannot get through."""
    builder = _Builder()
    try:
        builder.feed(text)
        builder.close()
        builder.flush()
    except (AssertionError, RecursionError) as error:
        raise ValueError(str(error)) from None
    return builder.root


def all_text(element: Element) -> str:
    """All text in an element, in order, hard spaces as spaces, without white space around it."""
    return "".join(element.itertext()).replace("\xa0", " ").strip()
