/** What can go wrong with an archive: each fault has its own clear error, and data/ is unchanged. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { archiveOf } from "../../../lib/census/archive/files.ts";
import { layOf, type Members, membersOf, zipped } from "./archive_fixture.ts";
import { failsWith, type Place, publishArchives, withPlace } from "../fixture.ts";
import { makeModel } from "../model.ts";
import { positionsOf } from "./positions.ts";

type Flow = "imports" | "exports";
interface Fault {
  what: string;
  flow: Flow;
  /** Spoils the members, as pairs so that one may come twice. */
  spoil?: (members: [string, Uint8Array][]) => void;
  /** Spoils the packed bytes. */
  pack?: (zip: Uint8Array) => Uint8Array;
  says: string[];
}

const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const bytesOf = (each: string) => Uint8Array.from(each, (letter) => letter.charCodeAt(0));
const change =
  (file: string, to: (content: string) => string) => (members: [string, Uint8Array][]) => {
    const member = members.find(([name]) => name.toLowerCase().includes(file.toLowerCase()))!;
    const before = text(member[1]), after = to(before);
    assert(before !== after, `nothing changed in ${file}`);
    member[1] = bytesOf(after);
  };
/** Replaces a field of the first record. */
const field = (file: string, name: string, value: string) =>
  change(file, (content) => {
    const { first, last } = positionsOf(file).find((each) => each.name === name)!;
    assertEquals(value.length, last - first + 1);
    return content.slice(0, first - 1) + value + content.slice(last);
  });
const swap = (first: string, second: string) => (lay: string) => {
  const place = (name: string) => new RegExp(`\\d+-\\d+(?=\\t${name}\\t)`).exec(lay)![0];
  const [one, other] = [place(first), place(second)];
  return lay.replace(`${one}\t${first}`, `${other}\t${first}`)
    .replace(`${other}\t${second}`, `${one}\t${second}`);
};

const FAULTS: Fault[] = [
  {
    what: "an archive cut short",
    flow: "imports",
    pack: (zip) => zip.subarray(0, zip.length - 2000),
    says: ["IMDB2412.ZIP: is no whole ZIP archive", "delete"],
  },
  {
    what: "a page instead of an archive",
    flow: "exports",
    pack: () => bytesOf("<html>maintenance</html>"),
    says: ["EXDB2412.ZIP: is no whole ZIP archive"],
  },
  {
    what: "a member that would leave its folder",
    flow: "imports",
    pack: (zip) => {
      const name = bytesOf("CONCORD.txt"), outside = bytesOf("../../a.txt");
      zip.forEach((_, at) => {
        if (name.every((byte, place) => zip[at + place] === byte)) zip.set(outside, at);
      });
      return zip;
    },
    says: ["is no whole ZIP archive (invalid relative path: ../../a.txt)", "delete"],
  },
  {
    what: "a wrong checksum",
    flow: "imports",
    // The CRC-32 of a member stands 16 bytes after its signature in the central directory.
    pack: (zip) => {
      const view = new DataView(zip.buffer, zip.byteOffset);
      const at = zip.findLastIndex((_, place) =>
        place + 4 <= zip.length && view.getUint32(place, true) === 0x02014b50 &&
        text(zip.subarray(place + 46, place + 58)) === "IMP_DETL.txt"
      );
      zip[at + 16] ^= 1;
      return zip;
    },
    says: ["IMP_DETL.TXT fails its checksum (CRC-32)"],
  },
  {
    what: "packed bytes that are spoilt",
    flow: "exports",
    pack: (zip) => {
      zip.fill(255, 200, 260);
      return zip;
    },
    says: ["EXP_DETL.TXT cannot be unpacked"],
  },
  {
    what: "a member missing",
    flow: "imports",
    spoil: (members) => members.splice(members.findIndex(([name]) => name === "IMP_COMM.txt"), 1),
    says: ["has no member IMP_COMM.TXT"],
  },
  {
    what: "a member twice",
    flow: "imports",
    spoil: (members) => members.push(["copy/imp_detl.TXT", new Uint8Array(3)]),
    says: ["has IMP_DETL.TXT twice: IMP_DETL.txt and copy/imp_detl.TXT"],
  },
  {
    what: "a record too short",
    flow: "imports",
    spoil: change("IMP_DETL", (content) => content.slice(0, 600) + content.slice(601)),
    says: ["IMP_DETL.TXT, record 1: is not 688 characters and CRLF"],
  },
  {
    what: "records that end in LF alone",
    flow: "exports",
    spoil: change("EXP_DETL", (content) => content.replaceAll("\r\n", "\n")),
    says: ["EXP_DETL.TXT, record 1: is not 323 characters and CRLF"],
  },
  {
    what: "a last record that is cut",
    flow: "exports",
    spoil: change("EXP_DETL", (content) => content.slice(0, -30)),
    says: ["ends after 295 of 325 bytes"],
  },
  {
    what: "another month",
    flow: "imports",
    spoil: field("IMP_DETL", "month", "11"),
    says: ["record 1: is of 2024-11, expected 2024-12"],
  },
  {
    what: "another year in a control file",
    flow: "imports",
    spoil: field("IMP_CTY", "year", "2023"),
    says: ["IMP_CTY.TXT, record 1: is not of 2024-12"],
  },
  {
    what: "a commodity that CONCORD lacks",
    flow: "imports",
    spoil: field("IMP_DETL", "commodity", "9999999999"),
    says: ["commodity 9999999999 is not in CONCORD"],
  },
  {
    what: "a code of letters",
    flow: "exports",
    spoil: field("EXP_DETL", "commodity", "99999X9999"),
    says: ['"99999X9999" is not a code of digits'],
  },
  {
    what: "a group instead of a country",
    flow: "imports",
    spoil: field("IMP_DETL", "cty_code", "0020"),
    says: ["20 is not the code of a country", "delete the archive"],
  },
  {
    what: "an export that is neither domestic nor foreign",
    flow: "exports",
    spoil: field("EXP_DETL", "df", "3"),
    says: ['"3" is neither domestic (1) nor foreign (2)'],
  },
  {
    what: "an unknown technology group",
    flow: "imports",
    spoil: field("CONCORD", "hitech", "11"),
    says: ['CONCORD.TXT, record 1: "11" is no known technology group', "lib/codes/atp.ts"],
  },
  {
    what: "an industry that is no code",
    flow: "exports",
    spoil: field("CONCORD", "naics", "7X7777"),
    says: ['"7X7" is no industry of three digits'],
  },
  {
    what: "a commodity twice in CONCORD",
    flow: "imports",
    spoil: change("CONCORD", (content) => content.slice(0, 237) + content),
    says: ["CONCORD.TXT, record 2: commodity", "comes twice"],
  },
  {
    what: "a blank measure",
    flow: "imports",
    spoil: field("IMP_DETL", "gen_val_yr", " ".repeat(15)),
    says: ['record 1: "" is not a whole number'],
  },
  {
    what: "a negative measure",
    flow: "imports",
    spoil: field("IMP_DETL", "con_val_mo", "-00000000000001"),
    says: ['record 1: "-00000000000001": no value is below zero'],
  },
  {
    what: "a dollar too many in the detail",
    flow: "imports",
    spoil: change("IMP_DETL", (content) => {
      const { first, last } = positionsOf("IMP_DETL").find(({ name }) => name === "con_val_yr")!;
      const value = String(Number(content.slice(first - 1, last)) + 1).padStart(15, "0");
      return content.slice(0, first - 1) + value + content.slice(last);
    }),
    says: ["does not add up to IMP_COMM.TXT: commodity", "con_val_yr", "difference 1"],
  },
  {
    what: "a duplicate record",
    flow: "imports",
    spoil: change("IMP_DETL", (content) => content.slice(0, 690) + content),
    says: ["record 2: has the key of the record before it"],
  },
  {
    what: "a duplicate record far from the first",
    flow: "exports",
    spoil: change("EXP_DETL", (content) => content + content.slice(0, 325)),
    says: ["does not add up to EXP_COMM.TXT: commodity"],
  },
  {
    what: "a value under the wrong country",
    flow: "exports",
    spoil: field("EXP_DETL", "cty_code", "5700"),
    says: ["does not add up to EXP_CTY.TXT: cty_code"],
  },
  {
    what: "a value under the wrong district",
    flow: "imports",
    spoil: field("IMP_DETL", "dist_entry", "70"),
    says: ["does not add up to IMP_DE.TXT: dist_entry 04", "in the detail"],
  },
  {
    what: "a control total without detail",
    flow: "imports",
    spoil: change("imp_CTY", (content) => content + "7990" + content.slice(4, 582)),
    says: ["cty_code 7990 has no detail"],
  },
  {
    what: "a control total twice",
    flow: "exports",
    spoil: change("EXP_CTY", (content) => content + content.slice(0, 282)),
    says: ["EXP_CTY.TXT", "comes twice"],
  },
  {
    what: "a .lay that differs",
    flow: "imports",
    spoil: change("IMP_DETL.lay", (lay) => lay.replace("17-18\tdist_entry", "17-19\tdist_entry")),
    says: ["IMP_DETL.lay describes another layout", "dist_entry 17-19, expected dist_entry 17-18"],
  },
  {
    what: "a .lay that swaps the bases",
    flow: "imports",
    spoil: change("IMP_CTY.lay", swap("con_val_mo", "gen_val_mo")),
    says: ["IMP_CTY.lay describes another layout"],
  },
  {
    what: "a .lay that lacks a field",
    flow: "exports",
    spoil: (members) => {
      const lay = layOf("EXP_DETL").split("\r\n").slice(0, -2).join("\r\n");
      members.push(["Documentation/EXP_DETL.lay", bytesOf(lay)]);
    },
    says: ["field 26 is nothing, expected cnt_wgt_yr 309-323"],
  },
];

/** Members of both archives, made once. */
const WHOLE = new Map<Flow, Members>();
function pairs(flow: Flow): [string, Uint8Array][] {
  if (!WHOLE.has(flow)) WHOLE.set(flow, membersOf(makeModel(2024), flow, 12));
  return Object.entries(WHOLE.get(flow)!);
}

async function publish({ fake }: Place, { flow, spoil, pack }: Fault): Promise<void> {
  await publishArchives(fake);
  const members = pairs(flow);
  spoil?.(members);
  const zip = await zipped(members);
  fake.files.set(archiveOf(flow, "2024-12", "").url, pack ? pack(zip) : zip);
}

for (const fault of FAULTS) {
  Deno.test(`archives: ${fault.what} is refused, and data/ is unchanged`, async () => {
    await withPlace(async (place) => {
      await publish(place, fault);
      await failsWith(place, () => place.refresh("archives"), ...fault.says);
    });
  });
}

Deno.test("archives: what is not published is said, and nothing is written", async () => {
  await withPlace(async (place) => {
    const says = ["no import and export archive of 2024-09 to 2024-12"];
    await failsWith(place, () => place.refresh("archives"), ...says);
    assertStringIncludes(place.said.join("\n"), "EXDB2412.ZIP is not published");
  });
});

Deno.test("archives: one that contradicts the API is refused, and the difference is shown", async () => {
  await withPlace(async (place) => {
    const model = makeModel(2024);
    const cell = model.imports.find(({ partner, commodity }) =>
      partner === "5700" && commodity.hitech === "04"
    )!;
    cell.months.gen[11] += 1_000_000;
    await publishArchives(place.fake);
    place.fake.files.set(
      archiveOf("imports", "2024-12", "").url,
      await zipped(membersOf(model, "imports", 12)),
    );
    await failsWith(
      place,
      () => place.refresh(["api", "archives"]),
      "atp_by_group: International Trade API, imports/hitech and U.S. Imports of Merchandise",
      "disagree in 2 of 11 figures",
      "2024-01 2024-12 imports 04",
      "difference −1,000,000",
    );
    await place.refresh("api");
    await failsWith(
      place,
      () => place.refresh("archives"),
      "vintage 2026-11-24 in data/",
      "disagree in 2 of 11 figures",
    );
  });
});
