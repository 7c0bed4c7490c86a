/** The question and its few choices. A choice is a new address; the page answers addresses. */
import { useId } from "preact/hooks";
import { ATP_LINES, dotted, type Question } from "../fields.ts";
import { addressOf, type View } from "../view.ts";
import { Combobox } from "./combobox.tsx";
import { Partners } from "./partners.tsx";
import * as questions from "./questions.ts";
import type { Option } from "./questions.ts";
import type { Settings, Sources } from "./sources.ts";

interface FormProps {
  view: View;
  sources: Sources;
  settings: Settings;
  go(view: View): void;
}

export function Form({ view, sources, settings: { years }, go }: FormProps) {
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
    select("year", "Year", questions.yearOptions(years.lines)),
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
      choose: () => go(questions.viewOf(entry, view, years)),
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
          {Object.entries(questions.QUESTIONS).map(([ask, label]) => (
            <li key={ask}>
              <a
                href={addressOf(questions.asking(ask as Question, view, years), years)}
                aria-current={ask === view.ask ? "page" : undefined}
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

interface SelectProps {
  name: string;
  label: string;
  options: Option[];
  value: string;
  onChange(value: string): void;
}

function Select({ name, label, options, value, onChange }: SelectProps) {
  const id = useId();
  return (
    <div class={name}>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </div>
  );
}

interface CodeProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange(text: string): void;
}

/** Asked when the field is left or Enter is pressed; what the address does not take comes back as a sentence. */
function Code({ label, placeholder, value, onChange }: CodeProps) {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        placeholder={placeholder}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
      />
    </div>
  );
}
