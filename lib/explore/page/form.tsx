/** The question and its few choices. A choice is a new address; the page answers addresses. */
import { ATP_LINES, dotted, type Question } from "../fields.ts";
import { addressOf, type View } from "../view.ts";
import { Combobox } from "./combobox.tsx";
import { Code, Select } from "./inputs.tsx";
import { Partners } from "./partners.tsx";
import * as questions from "./questions.ts";
import type { Option } from "./questions.ts";
import type { Settings, Sources } from "./sources.ts";

interface FormProps {
  view: View;
  sources: Sources;
  settings: Settings;
  go(view: View): void;
  /** Asked by words: the reader wants the answer, and no further choice first. */
  ask(view: View): void;
}

export function Form({ view, sources, settings: { years }, go, ask }: FormProps) {
  const choose = (name: string) => (value: string) => go({ ...view, [name]: value } as View);
  const select = (name: string, label: string, options: Option[]) => (
    <Select
      key={name}
      name={name}
      label={label}
      options={options}
      value={view[name as keyof View]}
      onChange={choose(name)}
    />
  );
  const span = () => {
    const options = questions.yearOptions(years.industries, years.full);
    return [select("from", "From", options), select("to", "To", options)];
  };
  const basisAndYear = () => [
    select("basis", "Basis", questions.BASIS_OPTIONS),
    select("year", "Year", questions.yearOptions(years.lines, years.fullLines)),
  ];
  const choices = () => {
    switch (view.ask) {
      case "suppliers":
        return [
          select("naics", "Industry", questions.INDUSTRIES),
          select("measure", "Show", questions.MEASURE_OPTIONS),
          ...span(),
          <Partners key="partners" view={view} sources={sources} go={go} />,
        ];
      case "changes":
        return [select("naics", "Industry", questions.INDUSTRIES), ...span()];
      case "groups":
        return [select("group", "Group", questions.GROUPS), ...basisAndYear()];
      case "goods":
        return [
          <Code
            key={view.ask}
            label="Tariff code (2 to 10 digits)"
            value={dotted(view.hts)}
            onChange={choose("hts")}
          />,
          ...basisAndYear(),
        ];
      case "dependence":
        return [
          <Code
            key={view.ask}
            label="Tariff code (2, 4 or 6 digits)"
            placeholder="all advanced technology"
            value={view.lines === ATP_LINES ? "" : dotted(view.lines)}
            onChange={(text) => choose("lines")(text || ATP_LINES)}
          />,
          ...basisAndYear(),
        ];
    }
  };
  const suggest = async (text: string) => {
    if (text.trim() === "") return [];
    const entries = await sources.load("search");
    return sources.found(entries, text).map((entry) => ({
      label: entry.name,
      about: `${questions.KINDS[entry.kind]} ${dotted(entry.code)}`,
      choose: () => ask(questions.viewOf(entry, view, years)),
    }));
  };
  return (
    <div class="asking">
      <Combobox
        class="ask"
        label="Ask about an industry, a technology group, goods or a tariff code"
        placeholder="for example servers"
        suggest={suggest}
      />
      <nav aria-label="Questions">
        <ul>
          {Object.entries(questions.QUESTIONS).map(([question, label]) => (
            <li key={question}>
              <a
                href={addressOf(questions.asking(question as Question, view, years), years)}
                aria-current={question === view.ask ? "page" : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="choices" role="group" aria-label={questions.QUESTIONS[view.ask]}>{choices()}</div>
    </div>
  );
}
