import type { StationView } from "@trame/shared";
import type { Act } from "./act.ts";

type CallBody = Extract<Act, { kind: "call" }>["body"];

/** The view with a call more; one of a kind that is open already is that one. */
export function layCall(view: StationView, { key, call: kind, at }: CallBody): StationView {
  const { calls = [] } = view;
  if (calls.some((other) => other.call === kind)) return view;
  return { ...view, calls: [...calls, { key, call: kind, at, takenAt: null }] };
}

/** The view without a call that was resolved or taken back. */
export function layCallEnd(view: StationView, key: string): StationView {
  const { calls } = view;
  return calls === undefined ? view : { ...view, calls: calls.filter((each) => each.key !== key) };
}
