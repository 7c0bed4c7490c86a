/** A field with suggestions, as the WAI-ARIA pattern of a combobox with a list has it. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

export interface Suggestion {
  label: string;
  /** What it is, in small type. */
  about?: string;
  choose(): void;
}

interface ComboboxProps {
  label: string;
  placeholder?: string;
  class?: string;
  /** What a text may mean, the likeliest first; all there is to choose where the text is empty, or nothing. */
  suggest(text: string): Promise<Suggestion[]>;
}

/** Suggestions that a list has at most. */
const MOST = 12;

export function Combobox({ label, placeholder, class: name, suggest }: ComboboxProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [items, setItems] = useState<Suggestion[]>([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [nothing, setNothing] = useState(false);
  const asked = useRef("");
  const list = useRef<HTMLUListElement>(null);

  async function look(now: string) {
    asked.current = now;
    setText(now);
    const found = (await suggest(now)).slice(0, MOST);
    // A slower answer to an earlier text comes too late.
    if (asked.current !== now) return found;
    setItems(found);
    setAt(-1);
    setOpen(found.length > 0);
    setNothing(found.length === 0 && now.trim() !== "");
    return found;
  }
  function choose(item: Suggestion | undefined) {
    if (!item) return;
    asked.current = "";
    setText("");
    setOpen(false);
    item.choose();
  }
  async function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    if (key === "Enter") {
      event.preventDefault();
      choose(
        items[open ? Math.max(0, at) : -1] ?? (text.trim() ? (await look(text))[0] : undefined),
      );
    } else if (key === "Escape") {
      if (!open) setText("");
      setOpen(false);
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void await look(text);
      const count = items.length + 1;
      setAt((now) => (now + 1 + (key === "ArrowDown" ? 1 : -1) + count) % count - 1);
    }
  }
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);

  return (
    <div class={`combobox ${name ?? ""}`}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        onInput={({ currentTarget }) => look(currentTarget.value)}
        onClick={({ currentTarget }) => look(currentTarget.value)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open} ref={list}>
        {items.map((item, index) => (
          <li
            id={`${id}-${index}`}
            key={`${item.label} ${item.about}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            {item.label} {item.about && <small>{item.about}</small>}
          </li>
        ))}
      </ul>
      <p role="status" class={nothing ? "nothing" : "hidden"}>
        {nothing
          ? `Nothing is called “${text.trim()}”. Try a plain word, such as servers, or the first digits of a code.`
          : open
          ? `${items.length} suggestions`
          : ""}
      </p>
    </div>
  );
}
