import { nextOperations } from "../orders/next-operations.ts";
import type { Routing } from "../orders/routing-schema.ts";
import { WHOLE_GARMENT } from "../refusals/whole-garment.ts";
import {
  accept,
  type Decision,
  labelOf,
  operationIn,
  progressOf,
  type Refused,
  reachIn,
  refuse,
  type Situation,
} from "./decision.ts";
import { operationAt } from "./operation-at.ts";
import { partsNeeded, waitsForJoin } from "./reach.ts";
import type { Words } from "./station-view.ts";

/** What a scan of a bundle at a station comes to ([U6] to [U9]): the operation that it means, or what is wrong and what to do. */
export function decideScan(situation: Situation): Decision {
  const { routing, state, station } = situation;
  const operation = operationAt(routing, state, station.operations);
  return (
    refusedOrder(situation, operation) ??
    refusedBundle(situation, operation) ??
    (operation === null
      ? elsewhere(situation)
      : (refusedOperation(situation, operation) ?? accepted(situation, operation)))
  );
}

/** Its order may not be sewn now, or not here. */
export function refusedOrder(
  { order, sheet, station }: Situation,
  operation: string | null,
): Refused | null {
  const blanks = { order: sheet.orderId };
  if (order.state === "prepared") return refuse("scan-order-not-released", operation, blanks);
  if (order.state === "closed") return refuse("scan-order-closed", operation, blanks);
  if (order.lines === undefined || order.lines.includes(station.lineId)) return null;
  return refuse("scan-other-order", operation, { ...blanks, lines: order.lines.join(", ") });
}

/** Nothing of it is here any more. */
export function refusedBundle(
  { state, names }: Pick<Situation, "state" | "names">,
  operation: string | null,
): Refused | null {
  const code = names.codeOf(state.id);
  if (state.outside !== null) {
    const partner = names.partnerOf(state.outside);
    return refuse("scan-outside", operation, { code, partner });
  }
  if (state.inProgress > 0) return null;
  if (state.rework > 0) return refuse("scan-in-repair", operation, { code, pieces: state.rework });
  if (state.joinedInto !== null) {
    return refuse("scan-joined", operation, { code, other: names.codeOf(state.joinedInto) });
  }
  return refuse("scan-out", operation, { code });
}

/** The bundle does not pass the station, or the station does nothing of its style. */
function elsewhere(situation: Situation): Refused {
  const next = firstOf(situation);
  const code = situation.names.codeOf(situation.state.id);
  if (next === null) return refuse("scan-out", null, { code });
  const { station, operation } = whereabouts(situation, next);
  return station === null
    ? refuse("scan-elsewhere-unplaced", null, { code, operation })
    : refuse("scan-elsewhere", null, { code, operation, station });
}

/** Where the bundle is awaited: at the operation that has it open, or the first that it may go to. */
function firstOf({ routing, state }: Situation): string | null {
  return state.open ?? nextOperations(routing, progressOf(state))[0]?.code ?? null;
}

/** An operation, and the station that has it open, did it, or does it by the plan. */
function whereabouts({ routing, state, names }: Situation, operation: string) {
  const stationId = operationIn(state, operation)?.stationId ?? null;
  return {
    operation: labelOf(routing, operation),
    station: stationId === null ? names.placeOf(operation) : names.stationName(stationId),
  };
}

function refusedOperation(situation: Situation, operation: string): Refused | null {
  const { state, deduceLimit } = situation;
  const status = operationIn(state, operation)?.status;
  if (status === "done") return doneAlready(situation, operation);
  if (status === "deduced") return null;
  const { passes, missing, joins } = reachIn(situation, operation);
  if (passes === "ahead" || joins.length > 0 || missing.length > deduceLimit) {
    return notYet(situation, operation, missing[0] ?? joins[0]);
  }
  return missingPart(situation, operation) ?? openElsewhere(situation, operation, missing);
}

export function doneAlready(situation: Situation, operation: string): Refused {
  const { state, names } = situation;
  const code = names.codeOf(state.id);
  const { finishedAt = null, stationId = null } = operationIn(state, operation) ?? {};
  const label = labelOf(situation.routing, operation);
  if (stationId === null || finishedAt === null) {
    return refuse("scan-done-unplaced", operation, { code, operation: label });
  }
  const [station, time] = [names.stationName(stationId), names.timeOf(finishedAt)];
  return refuse("scan-done-already", operation, { code, operation: label, station, time });
}

export function notYet(
  situation: Situation,
  operation: string,
  first = firstOf(situation),
): Refused {
  const code = situation.names.codeOf(situation.state.id);
  const before = whereabouts(situation, first ?? operation);
  return before.station === null
    ? refuse("scan-not-yet-unplaced", operation, { code, operation: before.operation })
    : refuse("scan-not-yet", operation, {
        code,
        operation: before.operation,
        station: before.station,
      });
}

/** Parts come together here: a scan of one of them waits for the others. */
function missingPart({ routing, state, names }: Situation, operation: string): Refused | null {
  if (!waitsForJoin(routing, progressOf(state).begun, operation)) return null;
  const missing = partsNeeded(routing, operation).find((part) => part !== state.part) ?? null;
  const code = names.codeOf(state.id);
  return refuse("join-missing-part", operation, { code, part: partWords(routing, missing) });
}

/** A part as people know it; what was joined before is called by the whole garment. */
export function partWords({ parts }: Routing, part: string | null): Words {
  return parts.find(({ code }) => code === part)?.label ?? WHOLE_GARMENT;
}

function openElsewhere(
  situation: Situation,
  operation: string,
  missing: readonly string[],
): Refused | null {
  const { state, station, names, routing } = situation;
  const open = operationIn(state, state.open ?? "");
  if (open === undefined || open.isDeclared || open.stationId === null) return null;
  if (open.stationId === station.id || missing.includes(open.code)) return null;
  return refuse("scan-open-elsewhere", operation, {
    code: names.codeOf(state.id),
    operation: labelOf(routing, open.code),
    station: names.stationName(open.stationId),
  });
}

function accepted(situation: Situation, operation: string): Decision {
  const { routing, sheet, state } = situation;
  const { missing } = reachIn(situation, operation);
  const blanks = {
    size: sheet.size,
    colour: sheet.colour,
    pieces: state.inProgress,
    operation: labelOf(routing, operation),
  };
  if (missing.length === 0) return accept("scan-accepted", operation, blanks);
  const deduced = labelOf(routing, missing[0] ?? operation);
  return missing.length === 1
    ? accept("scan-accepted-deduced-one", operation, { ...blanks, deduced })
    : accept("scan-accepted-deduced", operation, { ...blanks, count: missing.length });
}
