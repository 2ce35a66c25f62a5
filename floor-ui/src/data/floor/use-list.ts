import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskRefusal } from "../desk/desk-api.ts";
import { useDesk } from "../desk/desk-context.ts";
import { browserTimer } from "../timer.ts";
import { type Asking, startAsking } from "./asking.ts";
import { useErrands } from "./floor-context.ts";

/** A list that is kept up to date; what was read stays while the server is away. */
export interface List<Value> {
  readonly value: Value | null;
  readonly refusal: DeskRefusal | null;
}

/** Asks for `path` again when `sign` changes, when something was done on this page, and every 15 s; null asks for nothing. */
export function useList<Value>(path: string | null, sign: string): List<Value> {
  const { api, session } = useDesk();
  const done = useErrands().judged.value;
  const turn = session.turn.value;
  const [held, setHeld] = useState<List<Value> & { readonly path: string | null }>(EMPTY);
  const asking = useRef<Asking | null>(null);
  useEffect(() => {
    if (path === null) return;
    let isOld = false;
    const started = startAsking({
      setTimer: browserTimer,
      monotonic: () => performance.now(),
      async ask() {
        const answer = await api.read<Value>(path);
        if (isOld) return;
        if (answer.ok) setHeld({ path, value: answer.value, refusal: null });
        else
          setHeld((before) => ({
            path,
            value: before.path === path ? before.value : null,
            refusal: answer,
          }));
      },
    });
    asking.current = started;
    return () => {
      isOld = true;
      asking.current = null;
      started.close();
    };
    // Signing in opens lists that were closed before.
  }, [api, path, turn]);
  useEffect(() => asking.current?.nudge(), [sign, done]);
  return held.path === path ? held : EMPTY;
}

const EMPTY = { path: null, value: null, refusal: null };
