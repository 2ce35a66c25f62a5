import type { ColourPattern } from "@trame/shared";

/** A garment's colour, or its black pattern where no colour is known; its name always stands beside it. */
export function Swatch(props: { readonly swatch: string | null; readonly pattern: ColourPattern }) {
  const { swatch, pattern } = props;
  if (swatch === null) return <span class={`sw pattern-${pattern}`} aria-hidden="true" />;
  return <span class="sw" style={{ background: swatch }} aria-hidden="true" />;
}
