/** Texts that a reader copies. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** How long a button says that it has copied, in ms. */
const SAID = 2000;

interface CopyProps {
  text: string;
  class?: string;
  children: ComponentChildren;
}

export function Copy({ text, children, class: name }: CopyProps) {
  const [said, setSaid] = useState("");
  async function copy() {
    setSaid(await toClipboard(text) ? "Copied" : "Not copied: this browser refuses it");
    setTimeout(() => setSaid(""), SAID);
  }
  return (
    <button type="button" class={name} onClick={copy}>
      <span aria-live="polite">{said || children}</span>
    </button>
  );
}

/** A text in a box, and the button that copies it. */
export const Copied = ({ text }: { text: string }) => (
  <div class="sourceCode">
    <pre><code>{text}</code></pre>
    <Copy text={text} class="copy">Copy</Copy>
  </div>
);

/** A page without a secure address has no clipboard: there a field that is selected does. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
