"""Typesets PDFs with Typst. A warning is a failure: a missing font or glyph must not pass.

Standard input is one JSON job:
    {"root", "fonts", "documents": [{"input", "output", "inputs"}]}
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import typst


def compile_document(job, document):
    try:
        _, warnings = typst.compile_with_warnings(
            document["input"],
            output=document["output"],
            root=job["root"],
            font_paths=[job["fonts"]],
            ignore_system_fonts=True,
            sys_inputs=document["inputs"],
            pdf_standards="ua-1",
        )
        return [warning.diagnostic for warning in warnings]
    except typst.TypstError as error:
        return [error.diagnostic]
    except OSError as error:  # a full disk, say
        return [f"{document['output']}: {error}"]


def main():
    job = json.load(sys.stdin.buffer)
    with ThreadPoolExecutor() as pool:
        problems = pool.map(lambda document: compile_document(job, document), job["documents"])
        said = [line for lines in problems for line in lines]
    if said:
        sys.exit("\n".join(said))


if __name__ == "__main__":
    main()
