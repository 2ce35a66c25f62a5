import type { StationView } from "@trame/shared";
import type { Act } from "./act.ts";
import { gatherRead } from "./gather.ts";
import { answerOf } from "./receive.ts";
import type { StationState } from "./state.ts";

/**
 * A reader wired to the counter tells the server itself; the tablet says what came of it as if it had read it. What was read
 * before the page knew the station is old news.
 *
 * @param now UTC ms by the tablet's clock
 */
export function hearReader(state: StationState, view: StationView, now: number): void {
  const { told, history, answer } = state;
  const before = told.peek();
  const read = view.read ?? null;
  if (before === null || read === null || read.key === before.read?.key) return;
  const act = actOf(read.key, { stationId: view.station.id, code: read.answer.bundle?.code, now });
  const isBadge = read.answer.code.startsWith("badge");
  const said = answerOf(act, { kind: "answered", answer: read.answer });
  answer.value = { ...said, act: isBadge ? "badge" : "scan", text: said.bundle?.code ?? null };
  gatherRead(state, answer.value, now);
  if (read.answer.accepted && !isBadge) {
    history.value = [
      ...history.peek(),
      { key: read.key, act: "scan", at: now, code: said.bundle?.code ?? null },
    ];
  }
}

interface Reading {
  readonly stationId: string;
  readonly code: string | undefined;
  readonly now: number;
}

function actOf(key: string, { stationId, code = "", now }: Reading): Act {
  return { kind: "scan", body: { key, stationId, at: now, origin: "scan", code } };
}
