/** What the docstrings of the library say: `deno doc`, read once and sorted by what a reader asks of it. */
import { codeKey } from "../publish/system/code_key.ts";
import { kept } from "../publish/system/kept.ts";
import { run } from "../publish/system/process.ts";
import { PublishError } from "../publish/system/errors.ts";
import { ROOT } from "../root.ts";

/** The rooms that students import, as `lib/mod.ts` has them, without polars. */
export const ROOMS: readonly string[] = [
  ...["analysis", "claims", "codes", "data", "exercises", "figures", "methods", "notebook"]
    .map((room) => `${room}/mod.ts`),
  ...["format.ts", "frame.ts"],
];

/** A formula as the docstring has it: what it is called, and its TeX. */
export interface Formula {
  title: string;
  tex: string;
}

/** A documented name of the library. */
export interface Documented {
  name: string;
  kind: string;
  /** Place below `lib/`, such as `analysis/shares.ts`, and its line. */
  file: string;
  line: number;
  /** The text before the tags. */
  doc: string;
  /** Names of a function's parameters, `{ by, denominator }` for one that is taken apart. */
  parameters: string[];
  formulas: Formula[];
  /** What the symbols mean, with their units. */
  where: string;
  references: string[];
  /** Keys of assumptions. */
  assumes: string[];
  /** Numbers of the chapters that teach it. */
  taught: number[];
  /** The lines of its tested example. */
  example: string[];
  /** What it gives, and how it fails. */
  returns: string;
  throws: string[];
  given: { name: string; doc: string }[];
}

interface Tag {
  kind: string;
  name?: string;
  doc?: string;
  value?: string;
}

interface Pattern {
  kind: string;
  name?: string;
  optional?: boolean;
  props?: { key?: string }[];
  left?: Pattern;
  arg?: Pattern;
}

interface Declaration {
  location: { filename: string; line: number };
  declarationKind: string;
  kind: string;
  jsDoc?: { doc?: string; tags?: Tag[] };
  def?: { params?: Pattern[] };
}

/**
 * Everything that the library exports to students, in the order of the rooms and their files.
 *
 * @throws PublishError with what `deno doc` says when it fails.
 */
export async function documented(): Promise<Documented[]> {
  return await kept("docs", [await codeKey([], [`${ROOT}/lib`])], read);
}

async function read(): Promise<Documented[]> {
  const entries = ROOMS.map((room) => `${ROOT}/lib/${room}`);
  const { success, stdout, stderr } = await run(Deno.execPath(), ["doc", "--json", ...entries], {
    cwd: ROOT,
  });
  if (!success) throw new PublishError(`deno doc could not read the docstrings:\n${stderr.trim()}`);
  const { nodes } = JSON.parse(stdout) as {
    nodes: Record<string, { symbols: { name: string; declarations: Declaration[] }[] }>;
  };
  const found = Object.values(nodes).flatMap(({ symbols }) =>
    symbols.flatMap(({ name, declarations }) => {
      const own = declarations.find(({ jsDoc }) => jsDoc) ?? declarations[0];
      return own.declarationKind === "export" ? [documentedAs(name, own)] : [];
    })
  );
  return [...new Map(found.map((each) => [each.name, each])).values()];
}

function documentedAs(name: string, { location, kind, jsDoc, def }: Declaration): Documented {
  const tags = jsDoc?.tags ?? [];
  const own = (tag: string) =>
    tags.flatMap(({ value }) =>
      value?.startsWith(`@${tag} `) ? [value.slice(tag.length + 2).trim()] : []
    );
  const docs = (kind: string) => tags.filter((tag) => tag.kind === kind).map(({ doc = "" }) => doc);
  const listed = (tag: string) => own(tag).flatMap((text) => text.split(/,\s*/));
  return {
    name,
    kind,
    file: location.filename.slice(location.filename.lastIndexOf("/lib/") + "/lib/".length),
    line: location.line + 1,
    doc: jsDoc?.doc?.trim() ?? "",
    parameters: (def?.params ?? []).map(parameter),
    formulas: own("formula").map((text) => {
      const [title, ...tex] = text.split("\n");
      return { title, tex: tex.join(" ") };
    }),
    where: own("where").join(" ").replace(/\s+/g, " "),
    references: own("reference").map((text) => text.replace(/\s+/g, " ")),
    assumes: listed("assumes"),
    taught: listed("taught").map(Number),
    example: docs("example").flatMap((doc) => /```ts\n([\s\S]*?)```/.exec(doc)?.[1] ?? [])
      .flatMap((code) => code.trimEnd().split("\n")),
    returns: docs("return").join(" "),
    throws: docs("throws"),
    given: tags.flatMap(({ kind, name, doc = "" }) =>
      kind === "param" ? [{ name: name!, doc }] : []
    ),
  };
}

function parameter({ kind, name, optional, props, left, arg }: Pattern): string {
  if (kind === "assign") return `${parameter(left!).replace(/\?$/, "")}?`;
  if (kind === "rest") return `...${parameter(arg!)}`;
  if (kind === "object") return `{ ${(props ?? []).flatMap(({ key }) => key ?? []).join(", ")} }`;
  return `${name}${optional ? "?" : ""}`;
}

/** A call of a function as a reader writes it: `shareChanges(imports, { from, to, by })`, or a text after its name. */
export const callOf = ({ name, parameters }: Documented): string =>
  parameters[0] === "strings" ? `${name}\`…\`` : `${name}(${parameters.join(", ")})`;

/** Lines of an example as a cell has them: without imports, and what is asserted as a value with its result. */
export const exampleLines = ({ example }: Documented): string[] =>
  example.filter((line) => !line.startsWith("import ")).map((line) =>
    line.replace(
      /^assertEquals\((.*), ("[^"]*"|true|[\d.]+)\);$/,
      (_, code, value) => `${code}; // ${value}`,
    )
  );
