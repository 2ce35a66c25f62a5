import type { CallRow } from "@trame/shared";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { createChime } from "../../data/chime.ts";
import { heardCalls } from "./calls-view.ts";

/** Once for each call that is escalated while this screen looks on, where the workshop wants it heard. */
export function useChime(calls: readonly CallRow[], asOf: number): void {
  const chime = useMemo(createChime, []);
  const heard = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const before = heard.current;
    const now = heardCalls(calls, asOf);
    heard.current = new Set(now);
    if (before !== null && now.some((key) => !before.has(key))) chime.play("look");
  });
  useEffect(() => () => chime.close(), [chime]);
}
