import { createTimeline, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";

interface Row {
  readonly from: number;
  readonly body: string;
}

/** The plans as a reader sees them; made into a timeline again only when one changed. */
export function createPlanView(sqlite: Database): () => Timeline {
  const read = sqlite.prepare<[], Row>(
    'SELECT from_ms AS "from", body FROM plans ORDER BY from_ms',
  );
  const stamp = sqlite
    .prepare<[], string>(
      "SELECT group_concat(from_ms || ' ' || recorded_at || ' ' || length(body)) FROM plans",
    )
    .pluck();
  let known = { stamp: "", timeline: createTimeline([]) };
  return () => {
    const now = stamp.get() ?? "";
    if (now !== known.stamp) {
      const plans = read.all().map(({ from, body }) => ({ from, plan: JSON.parse(body) }));
      known = { stamp: now, timeline: createTimeline(plans) };
    }
    return known.timeline;
  };
}
