/** The partners of an industry that a figure is to show. */
import { useEffect, useState } from "preact/hooks";
import { isCountry, partnerName } from "../../codes/partners.ts";
import { plain } from "../../plain.ts";
import type { SuppliersView, View } from "../view.ts";
import { Combobox } from "./combobox.tsx";
import { partnerOptions } from "./questions.ts";
import type { Sources } from "./sources.ts";

interface PartnersProps {
  view: SuppliersView;
  sources: Sources;
  go(view: View): void;
}

/** Chosen partners, each to be taken away, and a field that adds one. */
export function Partners({ view, sources, go }: PartnersProps) {
  const [listed, setListed] = useState<string[]>([]);
  const { naics, partners } = view;
  useEffect(() => {
    sources.load(`industry-${naics}`)
      .then(({ whole }) =>
        setListed([...new Set(whole.map((row) => row.partner_code))].filter(isCountry))
      )
      .catch(() => setListed([]));
  }, [naics]);
  const suggest = (text: string) =>
    Promise.resolve(
      partnerOptions(listed.filter((code) => !partners.includes(code)))
        .filter(([code, name]) => plain(`${name} ${code}`).includes(plain(text.trim())))
        .map(([code, label]) => ({
          label,
          choose: () => go({ ...view, partners: [...partners, code] }),
        })),
    );
  return (
    <div class="partners">
      <Combobox
        label="Partners"
        placeholder={partners.length === 0 ? "the largest; add others" : "add another"}
        suggest={suggest}
      />
      {partners.length > 0 && (
        <ul>
          {partners.map((code) => (
            <li key={code}>
              <button
                type="button"
                onClick={() => go({ ...view, partners: partners.filter((it) => it !== code) })}
              >
                <span class="hidden">Take away</span> {partnerName(code)}{" "}
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
