import type { ReadonlySignal } from "@preact/signals";
import { effect, signal } from "@preact/signals";
import type { Keep } from "./keep.ts";

/** Light or dark, chosen per screen. */
export type Theme = "light" | "dark";

/** The screen's own choices. */
export interface ThemeChoice {
  readonly theme: ReadonlySignal<Theme>;
  toggle(): void;
  close(): void;
}

const THEME_KEY = "trame-theme";

/** `?theme=dark` or `light` decides and is not remembered; else what was chosen on this screen; else light. */
export function startTheme(search: string, keep: Keep, root: HTMLElement): ThemeChoice {
  const asked = new URLSearchParams(search).get("theme") ?? keep.read(THEME_KEY);
  const theme = signal<Theme>(asked === "dark" ? "dark" : "light");
  const close = effect(() => {
    root.dataset["theme"] = theme.value;
  });
  return {
    theme,
    toggle() {
      theme.value = theme.peek() === "dark" ? "light" : "dark";
      keep.write(THEME_KEY, theme.peek());
    },
    close,
  };
}
