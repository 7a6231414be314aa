"""Live fields, each with the result that Word will find when it counts again: right on opening, right after F9."""

_CHARACTER = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (_CHARACTER.format(kind) for kind in ("begin", "separate", "end"))


def field(instruction: str, result: str) -> str:
    """Return a field; `result` are the runs shown until it is updated."""
    return f"{opening(instruction)}{result}{END}"


def opening(instruction: str) -> str:
    """Return what stands before the result of a field."""
    return f'{BEGIN}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{SEPARATE}'


def number_of(bookmark: str, result: str) -> str:
    """Return the number of the paragraph that holds a bookmark: « 4.2 ». It leads there on a click."""
    return field(rf"REF {bookmark} \n \h", result)


def page_of(bookmark: str, result: str) -> str:
    """Return the page of a bookmark."""
    return field(rf"PAGEREF {bookmark} \h", result)
