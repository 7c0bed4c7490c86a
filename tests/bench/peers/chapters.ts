/** The chapters of the report, executed and turned into HTML by other tools. */
import { chapterNames, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import type { PeerTools } from "./tools.ts";

export interface Peer {
  /** With its version. */
  name: string;
  command: string[];
  cwd: string;
  /** Where its pages come to lie; removed before each run. */
  output: string;
  /** What it does otherwise than the others. */
  remark: string;
}

/** A figure in a page: in the page itself, as nbconvert and MyST-NB write it, or in a file of its own. */
export const FIGURE = /<img[^>]+src="(data:image\/svg\+xml|[^"]+\.svg")/g;

/** The tools that are there, each ready to run. Every one gets the chapters beside `lib` and `data`. */
export async function chapterPeers(tools: PeerTools, root: string): Promise<Peer[]> {
  const { python, versions, quarto, myst } = tools;
  const names = await chapterNames(`${root}/notebooks`);
  const files = names.map((name) => `${name}.ipynb`);
  const peers: Peer[] = [{
    name: `jupyter nbconvert ${versions.nbconvert} --execute`,
    command: [
      ...[python, "-m", "nbconvert", "--execute", "--to", "html", "--output-dir"],
      ...[`${root}/by-nbconvert`, ...files],
    ],
    cwd: `${root}/notebooks`,
    output: `${root}/by-nbconvert`,
    remark: "one chapter after the other; pages without navigation or search",
  }];
  const sphinx = await ownFolder(root, "sphinx", names, {
    "conf.py": SPHINX,
    "index.md": `# Report\n\n\`\`\`{toctree}\n${names.join("\n")}\n\`\`\`\n`,
  });
  peers.push({
    name: `MyST-NB ${versions["myst-nb"]}, Sphinx ${versions.sphinx}`,
    command: [python, "-m", "sphinx", "-b", "html", "-q", "-j", "2", "-d", "_trees", ".", "_pages"],
    cwd: sphinx,
    output: `${sphinx}/_pages`,
    remark: "two chapters at a time, in two processes; a site with navigation and search",
  });
  if (myst) {
    const folder = await ownFolder(root, "myst", names, { "myst.yml": MYST });
    peers.push({
      name: `MyST ${versions.mystmd}`,
      command: [myst, "build", "--html", "--execute", "--ci"],
      cwd: folder,
      output: `${folder}/_build`,
      remark: "a site with navigation and search",
    });
  }
  if (quarto) {
    const folder = await ownFolder(root, "quarto", names, { "_quarto.yml": QUARTO });
    peers.push({
      name: `Quarto ${versions.quarto}`,
      command: [quarto, "render", "--execute"],
      cwd: folder,
      output: `${folder}/_site`,
      remark: "one chapter after the other; a site with navigation and search",
    });
  }
  return peers;
}

/** Beside `notebooks`, so that the chapters find `../lib`. */
async function ownFolder(
  root: string,
  name: string,
  chapters: string[],
  files: Record<string, string>,
): Promise<string> {
  const folder = `${root}/${name}`;
  await Deno.mkdir(folder);
  for (const chapter of chapters) {
    await Deno.copyFile(`${root}/notebooks/${chapter}.ipynb`, `${folder}/${chapter}.ipynb`);
  }
  for (const [file, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${file}`, text);
  }
  return folder;
}

// The project's own types of outputs are passed over, as every tool passes over what it does not know.
const SPHINX = `project = "Report"
extensions = ["myst_nb"]
html_theme = "sphinx_book_theme"
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 600
suppress_warnings = ["myst", "mystnb", "misc.highlighting_failure"]
`;
const MYST = `version: 1
project:
  title: Report
site:
  template: book-theme
`;
const QUARTO = `project:
  type: website
`;

/** How often a pattern is found in the pages of a folder and of those in it. */
export async function countIn(folder: string, pattern: RegExp): Promise<number> {
  let count = 0;
  for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) count += await countIn(path, pattern);
    else if (isFile && /^\d.*\.html$/.test(name)) {
      count += (await Deno.readTextFile(path)).match(pattern)?.length ?? 0;
    }
  }
  return count;
}

/** Outputs of the chapters of a folder, by cell: how many there are in each. */
export async function outputsOf(folder: string): Promise<number[]> {
  const chapters = await Promise.all(
    (await chapterNames(folder)).map((name) => readChapter(`${folder}/${name}.ipynb`)),
  );
  return chapters.flatMap(({ cells }) => cells.map(({ outputs }) => outputs.length));
}
