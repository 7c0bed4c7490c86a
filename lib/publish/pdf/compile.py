"""Typesets a PDF with Typst. A warning is a failure: a missing font or glyph must not pass.

Standard input is one JSON job: {"root", "fonts", "input", "output", "inputs"}
"""

import json
import sys

import typst


def compile_document(job):
    try:
        _, warnings = typst.compile_with_warnings(
            job["input"],
            output=job["output"],
            root=job["root"],
            font_paths=[job["fonts"]],
            ignore_system_fonts=True,
            sys_inputs=job["inputs"],
            pdf_standards="ua-1",
        )
        return [warning.diagnostic for warning in warnings]
    except typst.TypstError as error:
        return [error.diagnostic]
    except OSError as error:  # a full disk, say
        return [f"{job['output']}: {error}"]


def main():
    said = compile_document(json.load(sys.stdin.buffer))
    if said:
        sys.exit("\n".join(said))


if __name__ == "__main__":
    main()
