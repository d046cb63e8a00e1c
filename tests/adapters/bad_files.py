"""Files that do harm, each made here: bombs, links, entities, loops, and files that are not what their names say."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib

from adapters.rendered import to_docx, to_pdf

TEXT = "# A list\n\n**Ivan Petrov** was sentenced to 3 years in prison.\n"
CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def office(parts: dict[str, bytes | str], *, first: bool = True) -> bytes:
    """A ZIP archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def document(body: str, head: str = "") -> str:
    """The main part of a Word document."""
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def bomb_declared() -> bytes:
    """A Word document of 200 kB that says it unpacks to 200 MB."""
    return office({"word/document.xml": document(paragraph("a " * 100_000_000))})


def bomb_denied() -> bytes:
    """The same, whose archive says that the part is small."""
    data = bytearray(office({"word/document.xml": document(paragraph("a " * 50_000_000))}))
    true = struct.pack("<I", len(document(paragraph("a " * 50_000_000))))
    while (place := data.find(true)) >= 0:
        data[place : place + 4] = struct.pack("<I", 2_000)
    return bytes(data)


def many_files() -> bytes:
    return office({f"word/media/{n}.txt": "x" for n in range(2_500)} | {"word/document.xml": document(paragraph("A"))})


def with_link() -> bytes:
    out = io.BytesIO(to_docx(TEXT))
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo("word/link")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def entities() -> bytes:
    """A billion laughs in a Word document."""
    steps = zip("abcdefgh", "bcdefghi", strict=True)
    lines = ['<!ENTITY a "ha">', *(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in steps)]
    head = f"<!DOCTYPE w [{''.join(lines)}]>"
    return office({"word/document.xml": document(paragraph("&i;"), head)})


def outside_entity() -> bytes:
    """A Word document that asks for a file of the machine."""
    head = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return office({"word/document.xml": document(paragraph("&x;"), head)})


def deep() -> bytes:
    """A Word document that nests 50,000 deep."""
    return office({"word/document.xml": document("<w:sdt>" * 50_000 + paragraph("A") + "</w:sdt>" * 50_000)})


def macros() -> bytes:
    out = io.BytesIO(to_docx(TEXT))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return out.getvalue()


def slipping() -> bytes:
    """A Word document with a part that would leave its folder."""
    out = io.BytesIO(to_docx(TEXT))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("../../../../tmp/habeas-slipped", "x")
    return out.getvalue()


def pdf(objects: list[bytes], *, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF file with these objects, numbered from 1, and a right table of them."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def page_with(content: bytes, catalogue: bytes = b"") -> bytes:
    """A PDF with one page that draws `content` in Helvetica."""
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>",
        content, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ])  # fmt: skip


def pdf_bomb() -> bytes:
    """A PDF of 400 kB whose page unpacks to 400 MB."""
    packed = zlib.compress(b"BT /F 12 Tf 50 700 Td (Ivan) Tj ET\n" + b" " * 400_000_000, 9)
    return page_with(stream(packed, b"/Filter /FlateDecode"))


def pdf_picture() -> bytes:
    """A PDF of 500 kB whose one page is a picture of 60,000 times 60,000 dots."""
    dots = zlib.compress(bytes(60_000 * 7_500), 9)
    size = b"/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1"
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>", stream(b"q 600 0 0 800 0 0 cm /I Do Q"),
        stream(dots, b"/Type /XObject /Subtype /Image /Filter /FlateDecode " + size),
    ])  # fmt: skip


def pdf_form() -> bytes:
    """A PDF with a form in XML (XFA) that would bring its own script and entities."""
    form = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><xdp><script>app.alert(1)</script>&e;</xdp>"
    return page_with(
        stream(b"BT /F 12 Tf 50 700 Td (Ivan Petrov was detained.) Tj ET"), b"/AcroForm << /XFA (%s) >>" % form
    )


def pdf_older() -> bytes:
    """A PDF with two versions of its page: the newer one, saved behind the older, says something else."""
    first = page_with(stream(b"BT /F 12 Tf 50 700 Td (The older words.) Tj ET"))
    start = int(first.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    body = b"4 0 obj\n%s\nendobj\n" % stream(b"BT /F 12 Tf 50 700 Td (The newer words.) Tj ET")
    table = b"xref\n4 1\n%010d 00000 n \n" % len(first)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (start, len(first) + len(body))
    return first + body + table + trailer


def pdf_loop() -> bytes:
    """A PDF whose tree of pages contains itself."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 5 >>"])


def pdf_many_pages() -> bytes:
    """A PDF that has the same page ten thousand times."""
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count 10000 >>" % (b"3 0 R " * 10_000),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
    ])  # fmt: skip


def pdf_script() -> bytes:
    """A PDF that would run a script and start a program when it is opened."""
    action = b"/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:9/')) >> "
    action += b"/AA << /WC << /S /Launch /F (x) >> >>"
    return page_with(stream(b"BT /F 12 Tf 50 700 Td (Ivan Petrov was detained.) Tj ET"), action)


def pdf_encrypted() -> bytes:
    """A PDF that asks for a password: its keys fit none."""
    keys = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32)
    base = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", keys]
    return pdf(base, trailer=b"/Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]")


def gzip_bomb() -> bytes:
    """A WARC file of 1 MB whose page unpacks to 1 GB."""
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    size = 1_000_000_000
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as file:
        file.write(head + b"Content-Length: %d\r\n\r\n" % (size + len(http)) + http)
        for _ in range(1_000):
            file.write(b" " * 1_000_000)
    return out.getvalue()


def polyglot() -> bytes:
    """A PDF with a Word document behind it."""
    return to_pdf(TEXT) + to_docx(TEXT)
