import type { StationState } from "@trame/shared";
import { Glyph } from "../glyph.tsx";

/** Two discs that overlap: somebody is being helped. Only the supervisor's page shows it. */
function SupportGlyph() {
  return (
    <svg class="g" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="8" cy="12" r="7" />
      <circle cx="16" cy="12" r="6" fill="none" stroke="currentColor" stroke-width="2.2" />
    </svg>
  );
}

/** The shape of a state as the supervisor sees it. */
export function StateGlyph({ state }: { readonly state: StationState }) {
  return state === "support" ? <SupportGlyph /> : <Glyph shape={state} />;
}

/** The funnel on an ink flag: what everything else waits for. */
export function BottleneckFlag(props: { readonly label: string; readonly class: string }) {
  return (
    <span class={props.class}>
      <svg class="g" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M2.5 3h19l-6.8 9V21H9.3v-9z" />
      </svg>
      <span>{props.label}</span>
    </span>
  );
}
