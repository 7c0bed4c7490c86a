/** `deno task edit` on a small project: what is saved is seen, and nothing else is done. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { FIRST, notebook } from "../fixtures.ts";
import { served } from "./served.ts";

/** A notebook with a text in place of another. */
const edited = (notebook: string, from: string, to: string): string => {
  assertStringIncludes(notebook, from);
  return notebook.replace(from, to);
};

Deno.test("prose, code, library and style are seen when they are saved; notebooks stay as they are", async () => {
  await served(async ({ root, said, told, page, save }) => {
    // The chapters come without outputs.
    await told(({ changed, findings }) => changed.length > 0 && findings.length === 0);
    assertStringIncludes(await page("1-first.html"), "Exports were <strong>5</strong>");
    const start = said.length;

    await save("notebooks/1-first.ipynb", edited(FIRST, "Canada sell?", "Canada buy?"));
    const prose = await told(({ changed }) => changed.length > 0);
    assert(prose.changed.includes("1-first.html") && !prose.changed.includes("2-second.html"));
    assertStringIncludes(await page("1-first.html"), "What do México and Canada buy?");
    assertStringIncludes(await page("1-first.html"), "Exports were <strong>5</strong>");
    assertEquals(said.slice(start).filter((line) => line.includes("executing")), []);

    const code = edited(FIRST, "const exports = 5;", "const exports = 7;");
    await save("notebooks/1-first.ipynb", code);
    assertEquals((await told(({ working }) => working !== "")).working, "Executing chapter 1");
    await told(({ changed }) => changed.includes("1-first.html"));
    assertStringIncludes(await page("1-first.html"), "Exports were <strong>7</strong>");
    assertEquals(await Deno.readTextFile(`${root}/notebooks/1-first.ipynb`), code);

    const escape = `${root}/lib/notebook/table.ts`;
    const before = said.length;
    await save("lib/notebook/table.ts", `${await Deno.readTextFile(escape)}\n// A comment.\n`);
    await told(({ working }) => working === "Executing chapter 1");
    await told(({ working, changed }) => working === "" && changed.length === 0);
    assertStringIncludes(said[before], "lib/notebook/table.ts: used by chapter 1");

    const style = "lib/publish/site/style/base.css";
    await save(style, `${await Deno.readTextFile(`${root}/${style}`)}\n.new { color: red; }\n`);
    assertEquals((await told(({ changed }) => changed.length > 0)).changed, ["style.css"]);
    assertStringIncludes(await page("style.css"), ".new { color: red; }");
  });
});

Deno.test("what fails is named, the page stays as it was, and the next save mends it", async () => {
  const chapter = (code: string) =>
    notebook({ prose: "# One" }, { code: `import { md, show } from "../lib/mod.ts";` }, { code });
  const good = chapter("await show(md`Kept.`);");
  await served(async ({ said, told, page, save }) => {
    const isMended = ({ problems, working }: { problems: string[]; working: string }) =>
      problems.length === 0 && working === "";
    await told(({ changed, findings }) => changed.length > 0 && findings.length === 0);
    for (
      const [broken, fault] of [
        [good.slice(0, 200), "1-one.ipynb is not a notebook"],
        [chapter("await show(md`${lost}`);"), "1-one, cell 3: ReferenceError: lost is not defined"],
        [chapter("const x = ;"), "1-one, cell 3, line 1"],
      ]
    ) {
      await save("notebooks/1-one.ipynb", broken);
      const { problems } = await told(({ problems }) => problems.length > 0);
      assertStringIncludes(problems.join(), fault);
      assertStringIncludes(said.join("\n"), `error: ${problems[0].split("\n")[0]}`);
      assertStringIncludes(await page("1-one.html"), "Kept.");
      await save("notebooks/1-one.ipynb", good);
      await told(isMended);
    }
    const maker = "lib/publish/site/page.ts";
    await save(maker, "export const = ;");
    const { problems } = await told(({ problems }) => problems.length > 0);
    assertStringIncludes(problems.join(), maker);
    assertStringIncludes(await page("1-one.html"), "Kept.");
  }, { "1-one": good });
});

Deno.test("a save while its chapter is executed begins anew", async () => {
  const chapter = (code: string) =>
    notebook({ prose: "# One" }, { code: `import { md, show } from "../lib/mod.ts";` }, { code });
  await served(async ({ said, told, page, save }) => {
    await told(({ changed, findings }) => changed.length > 0 && findings.length === 0);
    const long = "await new Promise((done) => setTimeout(done, 50_000));";
    await save("notebooks/1-one.ipynb", chapter(`${long}\nawait show(md\`Late.\`);`));
    await told(({ working }) => working === "Executing chapter 1");
    await save("notebooks/1-one.ipynb", chapter("await show(md`Soon.`);"));
    await told(({ changed }) => changed.includes("1-one.html"));
    assertStringIncludes(await page("1-one.html"), "Soon.");
    assert(!said.some((line) => line.includes("error")), said.join("\n"));
  }, { "1-one": chapter("await show(md`First.`);") });
});

Deno.test("only this machine's browser is answered, and only what belongs to the site", async () => {
  await served(async ({ root, address, told }) => {
    await told(({ changed }) => changed.length > 0);
    const { port } = new URL(address);
    /** What a client that keeps to no rule gets. */
    const answer = async (path: string, host: string, more = "") => {
      const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
      const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`;
      await connection.write(new TextEncoder().encode(request));
      return await new Response(connection.readable).text();
    };
    const own = `127.0.0.1:${port}`;
    assertStringIncludes(await answer("/index.html", own), "HTTP/1.1 200");
    assertStringIncludes(await answer("/index.html", `localhost:${port}`), "HTTP/1.1 200");
    assertStringIncludes(await answer("/index.html", `evil.example:${port}`), "HTTP/1.1 403");
    const socket = "/~edit/socket?page=index.html&version=1";
    const upgrade = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const origin = "Origin: http://evil.example\r\n";
    assertStringIncludes(await answer(socket, own, upgrade + origin), "HTTP/1.1 403");
    await Deno.writeTextFile(`${root}/secret.txt`, "the secret");
    for (const up of ["..", "%2e%2e", "%2E%2E%2f..", "..%5c.."]) {
      for (const folder of ["", "notebooks/", "figures/"]) {
        for (const file of ["secret.txt", "deno.json", "notebooks/1-one.ipynb/../../secret.txt"]) {
          const said = await answer(`/${folder}${up}/${up}/${file}`, own);
          assert(/^HTTP\/1.1 (404|400)/.test(said), said);
          assert(!said.includes("the secret"), said);
        }
      }
    }
    assertStringIncludes(await answer("/notebooks/1-one.ipynb", own), "nbformat");
    const posted = await fetch(address, { method: "POST", body: "x" });
    assertEquals(posted.status, 405);
    await posted.body?.cancel();
  }, { "1-one": notebook({ prose: "# One" }) });
});
