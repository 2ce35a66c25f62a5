import type { DeskAnswer } from "../../../data/desk/desk-api.ts";

/** An answer that says nothing more, as one that says that it is done: what is null was refused. */
export function asDone(answer: DeskAnswer<unknown>): DeskAnswer<true> {
  return answer.ok ? { ok: true, value: true } : answer;
}
