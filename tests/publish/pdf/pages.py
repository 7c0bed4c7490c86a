"""Draws the pages of PDFs with PDFium, for tests and for people who look at them.

    pages.py blank FILE...        how much of each page is blank, a JSON list of shares for each file
    pages.py sheets FILE FOLDER   contact sheets of its pages into FOLDER, a JSON list of their names
"""

import json
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

# Of a page, in points: the margins of the report, in which running heads and folios stand.
TOP, BOTTOM = 0.7 * 72, 0.6 * 72
# Blank bands that are no taller are the space between paragraphs, headings and figures.
SPACE = 43
SCALE = 0.5

# A contact sheet, in pages and in pixels.
COLUMNS, ROWS, WIDE, GAP = 5, 3, 480, 12


def blank_share(page):
    """What part of the page between the margins lies in tall bands without a mark."""
    bitmap = page.render(scale=SCALE, grayscale=True)
    rows = range(round(TOP * SCALE), bitmap.height - round(BOTTOM * SCALE))
    data, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
    blank, band = 0, 0
    for row in rows:
        if min(data[row * stride : row * stride + width]) > 215:
            band += 1
            continue
        blank += band if band > SPACE * SCALE else 0
        band = 0
    return (blank + band) / len(rows)


def write_sheets(path, folder):
    pages = list(pypdfium2.PdfDocument(path))
    names = []
    for first in range(0, len(pages), COLUMNS * ROWS):
        drawn = [
            page.render(scale=WIDE / page.get_width()).to_pil()
            for page in pages[first : first + COLUMNS * ROWS]
        ]
        wide, tall = WIDE + GAP, max(picture.height for picture in drawn) + GAP
        rows = -(-len(drawn) // COLUMNS)
        sheet = Image.new("RGB", (COLUMNS * wide + GAP, rows * tall + GAP), "#888")
        for place, picture in enumerate(drawn):
            row, column = divmod(place, COLUMNS)
            sheet.paste(picture, (GAP + column * wide, GAP + row * tall))
        names.append(f"{path.stem}-{len(names) + 1}.png")
        sheet.save(folder / names[-1])
    return names


def main(command, *arguments):
    if command == "blank":
        files = [pypdfium2.PdfDocument(path) for path in arguments]
        json.dump([[blank_share(page) for page in file] for file in files], sys.stdout)
        return
    json.dump(write_sheets(Path(arguments[0]), Path(arguments[1])), sys.stdout)


main(*sys.argv[1:])
