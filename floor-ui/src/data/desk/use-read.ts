import { useCallback, useEffect, useState } from "preact/hooks";
import type { DeskRefusal } from "./desk-api.ts";
import { useDesk } from "./desk-context.ts";
import { tellAge, useFollowed } from "./use-followed.ts";

/** Something asked of the server; a value that was read stays until the next one. */
export interface Reading<Value> {
  readonly value: Value | null;
  /** Why the last try brought nothing; null when it did, or is under way for the first time. */
  readonly refusal: DeskRefusal | null;
  /** Asks again, after something changed. */
  readonly reload: () => void;
}

/** Reads when the page opens, when `path` changes, when somebody else signs in and when all is read again; null asks for nothing. */
export function useRead<Value>(path: string | null): Reading<Value> {
  const { age, api, session } = useDesk();
  const turn = session.turn.value;
  const again = age.round.value;
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<Held<Value>>(EMPTY);
  const followed = useFollowed(age, path);
  useEffect(() => {
    let isOld = false;
    if (path === null) return;
    const own = followed.current;
    void api.read<Value>(path).then((answer) => {
      if (isOld) return;
      tellAge(own, answer);
      if (answer.ok) setHeld({ path, value: answer.value, refusal: null });
      // What stays is of this address: another day's figures are not this day's.
      else
        setHeld((before) => ({
          ...(before.path === path ? before : EMPTY),
          path,
          refusal: answer,
        }));
    });
    return () => {
      isOld = true;
    };
  }, [age, api, path, turn, round, again]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const isOther = held.path !== path;
  return {
    value: isOther ? null : held.value,
    refusal: isOther ? null : held.refusal,
    reload,
  };
}

interface Held<Value> {
  readonly path: string | null;
  readonly value: Value | null;
  readonly refusal: DeskRefusal | null;
}

const EMPTY = { path: null, value: null, refusal: null };
