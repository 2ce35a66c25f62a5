import type { OwnLine } from "./own-lines.ts";

/** What is noted, a row each. */
export function OwnRows({ lines }: { readonly lines: readonly OwnLine[] }) {
  return (
    <dl class="own-rows">
      {lines.map(({ label, text }, row) => (
        <div key={`${row} ${label}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
