/** Fields of the form, each with its label. */
import { useId } from "preact/hooks";
import type { Option } from "./questions.ts";

interface SelectProps {
  name: string;
  label: string;
  options: Option[];
  value: string;
  onChange(value: string): void;
}

export function Select({ name, label, options, value, onChange }: SelectProps) {
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
export function Code({ label, placeholder, value, onChange }: CodeProps) {
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
