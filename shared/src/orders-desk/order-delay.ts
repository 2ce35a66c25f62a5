/** What waits before an operation of an order. */
export interface OperationQueue {
  readonly styleId: string;
  readonly code: string;
  /** Pieces that wait for it. */
  readonly waiting: number;
  /** Pieces per working hour that it did on the last days on which the order was sewn; null when unknown. */
  readonly perHour: number | null;
  /** Nothing comes before it: what waits there is stock, and delays nothing. */
  readonly isEntry: boolean;
}

/** What an order's delay is read from. */
export interface DelayFacts {
  readonly state: "prepared" | "released" | "running" | "done" | "closed";
  readonly ordered: number;
  readonly good: number;
  readonly cut: number;
  /** Days between the due day and the forecast end, below 0 when it ends before; null while nothing can be foreseen. */
  readonly daysLate: number | null;
  /** Bundles with a conflict that nobody settled. */
  readonly conflicts: number;
  /** Stations that stand still with a bundle of it. */
  readonly stopped: readonly string[];
  /** Pieces at subcontractors'. */
  readonly outside: number;
  readonly queues: readonly OperationQueue[];
  /** Only of kits: what each style would make. */
  readonly kits: readonly { readonly styleId: string; readonly complete: number }[];
}

/** What holds an order back most. */
export type OrderDelay =
  | { readonly code: "not-released" }
  | { readonly code: "nothing-cut" }
  | { readonly code: "conflicts"; readonly bundles: number }
  /** Conflicts that hold nothing up so far: the order ends before its due day. */
  | { readonly code: "to-settle"; readonly bundles: number }
  | { readonly code: "stopped"; readonly stationIds: readonly string[] }
  | {
      readonly code: "queue";
      readonly styleId: string;
      readonly operation: string;
      readonly pieces: number;
      /** Working hours that what waits takes at the operation's own pace. */
      readonly hours: number;
    }
  | { readonly code: "outside"; readonly pieces: number }
  | { readonly code: "kit-style"; readonly styleId: string; readonly kits: number }
  | { readonly code: "not-cut"; readonly pieces: number };

/** Less than this waits everywhere: it is what keeps an operation busy. */
export const QUEUE_HOURS = 2;

/**
 * What delays an order, in one thing: the first of these that holds. It was not released; nothing is cut; bundles wait for
 * somebody to settle them; a station stands still with one; an operation has two working hours and more before it at its own
 * pace (the one with the most); pieces are outside; a kit waits for one of its styles; not all is cut. null when nothing does.
 * Nothing delays an order that ends before its due day; its conflicts are still to be settled.
 */
export function orderDelay(facts: DelayFacts): OrderDelay | null {
  const { state, ordered, good, cut, conflicts, daysLate } = facts;
  if (state === "closed" || (state === "done" && good >= ordered)) return null;
  if (state === "prepared") return { code: "not-released" };
  if (cut === 0) return { code: "nothing-cut" };
  if (daysLate !== null && daysLate < 0) {
    return conflicts > 0 ? { code: "to-settle", bundles: conflicts } : null;
  }
  return greatestHold(facts);
}

function greatestHold(facts: DelayFacts): OrderDelay | null {
  const { ordered, cut, conflicts, stopped, outside } = facts;
  if (conflicts > 0) return { code: "conflicts", bundles: conflicts };
  if (stopped.length > 0) return { code: "stopped", stationIds: stopped };
  const queue = longestQueue(facts.queues);
  if (queue !== null) return queue;
  if (outside > 0) return { code: "outside", pieces: outside };
  const behind = styleBehind(facts.kits);
  if (behind !== null) return behind;
  return cut < ordered ? { code: "not-cut", pieces: ordered - cut } : null;
}

function longestQueue(queues: readonly OperationQueue[]): OrderDelay | null {
  const [longest] = queues
    .filter(({ isEntry, waiting }) => !isEntry && waiting > 0)
    .flatMap(({ styleId, code: operation, waiting, perHour }) =>
      perHour === null || perHour <= 0
        ? []
        : [{ styleId, operation, pieces: waiting, hours: waiting / perHour }],
    )
    .toSorted((a, b) => b.hours - a.hours);
  return longest === undefined || longest.hours < QUEUE_HOURS
    ? null
    : { code: "queue", ...longest };
}

/** How many kits fewer it makes than the style after it. */
function styleBehind(kits: DelayFacts["kits"]): OrderDelay | null {
  const [least, next] = kits.toSorted((a, b) => a.complete - b.complete);
  if (least === undefined || next === undefined || least.complete === next.complete) return null;
  return { code: "kit-style", styleId: least.styleId, kits: next.complete - least.complete };
}
