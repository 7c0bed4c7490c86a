/** A copy of the embedded figures in a temporary folder, to be spoiled by tests. */
import pl from "nodejs-polars";
import { DATA_DIR, readPackage, sha256 } from "../../lib/data/mod.ts";

/** Runs a test on a copy of data/ and removes the copy. */
export async function withCopy(test: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    for await (const { name } of Deno.readDir(DATA_DIR)) {
      await Deno.copyFile(`${DATA_DIR}/${name}`, `${dir}/${name}`);
    }
    await test(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

/** Changes the text of a CSV table and describes the new bytes, as an honest but wrong release would. */
export async function rewriteCsv(dir: string, name: string, change: (text: string) => string) {
  await rewrite(dir, name, async (path) => {
    const before = await Deno.readTextFile(path);
    const after = change(before);
    if (before === after) throw new Error(`the change left ${name} as it was`);
    await Deno.writeTextFile(path, after);
  });
}

/** The same for a Parquet table, whose rows are changed as a frame. */
export async function rewriteParquet(
  dir: string,
  name: string,
  change: (frame: pl.DataFrame) => pl.DataFrame,
) {
  await rewrite(dir, name, async (path) => {
    const before = pl.readParquet(path);
    await Deno.writeFile(path, change(before).writeParquet());
  });
}

async function rewrite(dir: string, name: string, write: (path: string) => Promise<void>) {
  const pkg = await readPackage(dir);
  const resource = pkg.resources.find((each) => each.name === name)!;
  const path = `${dir}/${resource.path}`;
  await write(path);
  const bytes = await Deno.readFile(path);
  resource.bytes = bytes.length;
  resource.hash = await sha256(bytes);
  await Deno.writeTextFile(`${dir}/datapackage.json`, JSON.stringify(pkg));
}

/** SHA-256 of every file of the embedded figures: equal before and after a test of bad data. */
export async function fingerprint(dir: string = DATA_DIR): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for await (const { name, isFile } of Deno.readDir(dir)) {
    if (isFile) hashes[name] = await sha256(await Deno.readFile(`${dir}/${name}`));
  }
  return hashes;
}
