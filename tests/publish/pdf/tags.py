"""Reads the tags of PDFs with pikepdf, apart from the tool that wrote them.

Arguments: PDF files. Standard output: a JSON list, for each file
    {"lang", "titleShown", "tags": [{"tag", "depth", "text", "alt", "scope", "content"}], "links"}
with the tags in reading order; `content` says whether anything stands in a tag, itself or below it, and
`links` are the link annotations: {"target", "tagged"}, the target an address or "inside" or null.
"""

import json
import sys

import pikepdf


def children(node):
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def scope_of(node):
    attributes = node.get("/A", [])
    for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(each, pikepdf.Dictionary) and "/Scope" in each:
            return str(each.Scope)
    return None


def walk(node, depth, tags):
    """Adds a tag and those below it; gives whether there is content in it."""
    tag = {
        "tag": str(node.S)[1:],
        "depth": depth,
        "text": str(node.get("/T", "")),
        "alt": str(node.get("/Alt", "")),
        "scope": scope_of(node),
        "content": False,
    }
    tags.append(tag)
    for child in children(node):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            tag["content"] |= walk(child, depth + 1, tags)
        else:  # a piece of a page's content, or a reference to an annotation
            tag["content"] = True
    return tag["content"]


def target_of(annotation):
    action = annotation.get("/A")
    if action is not None and "/URI" in action:
        return str(action.URI)
    inside = "/Dest" in annotation or (action is not None and "/D" in action)
    return "inside" if inside else None


def read(path):
    with pikepdf.open(path) as pdf:
        tags = []
        for node in children(pdf.Root.StructTreeRoot):
            walk(node, 0, tags)
        links = [
            {"target": target_of(each), "tagged": "/StructParent" in each}
            for page in pdf.pages
            for each in page.get("/Annots", [])
            if each.Subtype == "/Link"
        ]
        shown = pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)
        lang = str(pdf.Root.get("/Lang", ""))
        return {"lang": lang, "titleShown": bool(shown), "tags": tags, "links": links}


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
