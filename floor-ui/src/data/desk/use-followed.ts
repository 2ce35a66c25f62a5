import { useEffect, useRef } from "preact/hooks";
import type { DeskAge, Followed } from "./desk-age.ts";
import type { DeskAnswer } from "./desk-api.ts";

/** Tells the page's age what became of reading an address, for as long as it is shown; null: none is. */
export function useFollowed(age: DeskAge, path: string | null) {
  const followed = useRef<Followed | null>(null);
  useEffect(() => {
    if (path === null) return;
    const own = age.follow();
    followed.current = own;
    return () => {
      followed.current = null;
      own.end();
    };
  }, [age, path]);
  return followed;
}

/** What an answer says of how old things are. */
export function tellAge(followed: Followed | null, answer: DeskAnswer<unknown>): void {
  if (answer.ok) followed?.read();
  else followed?.missed(answer.status === 0);
}
