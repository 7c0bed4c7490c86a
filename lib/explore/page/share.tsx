/** What a reader does with a view: copies its address, shows it elsewhere, cites it. */
import { useState } from "preact/hooks";
import { embedHeight, iframe } from "../../publish/site/figure.ts";
import type { Answer } from "../answer.ts";
import { Copied, Copy } from "./copy.tsx";

interface ShareProps {
  answer: Answer;
  address: string;
  reference: string;
}

/** Where the page is built it has no address yet. */
const BUILT = { origin: "", pathname: "explore.html", protocol: "file:" };

/** Where a view is to be found; the address of a file on this machine is nobody's matter. */
export const placeOf = (address: string, search = ""): string => {
  const { origin, pathname, protocol } = globalThis.location ?? BUILT;
  const page = protocol.startsWith("http") ? `${origin}${pathname}` : pathname.split("/").at(-1);
  return `${page}${search}${address}`;
};

export function Share({ answer, address, reference }: ShareProps) {
  const { title, figures } = answer;
  const [isOpen, setOpen] = useState(false);
  // Narrow pictures are drawn for this alone.
  const height = isOpen ? figures.reduce((sum, figure) => sum + embedHeight(figure), 0) : 480;
  const frame = iframe(placeOf(address, "?embed"), title, height);
  const place = placeOf(address);
  const cited = `${reference.replace("{view}", title)} ${place}`;
  return (
    <div class="downloads sharing">
      <Copy text={place}>Copy the address</Copy>
      {answer.figures.length > 0 && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>Embed</summary>
          <Copied text={frame} />
        </details>
      )}
      <details>
        <summary>Cite</summary>
        <Copied text={cited} />
      </details>
      <button type="button" onClick={() => print()}>Print</button>
    </div>
  );
}
