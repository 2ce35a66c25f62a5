/** What people make of a trouble: whom they call, who comes and when, and what is said of it afterwards. */
import type { Random } from "../random.ts";
import type { Said } from "../scenario/scenario.ts";
import type { Trouble } from "../sewing/events.ts";

/** One way in which it goes, so many times of ten. */
interface Way extends Pick<Said, "call" | "cause"> {
  readonly ofTen: number;
}

/** A thread is put back by who sews; a needle and a machine need the mechanic. */
const WAYS: Readonly<Record<Trouble, readonly Way[]>> = {
  fault: [
    { ofTen: 3, call: null, cause: "thread" },
    { ofTen: 3, call: "mechanic", cause: "thread" },
    { ofTen: 4, call: "mechanic", cause: "machine" },
  ],
  starved: [
    { ofTen: 6, call: "material", cause: "material" },
    { ofTen: 2, call: "supervisor", cause: "waiting" },
    { ofTen: 2, call: null, cause: "waiting" },
  ],
  doubt: [{ ofTen: 10, call: "quality", cause: "quality" }],
  support: [{ ofTen: 10, call: null, cause: "support" }],
};

/** Of a hundred troubles: so many nobody explains. */
const UNEXPLAINED = 0.25;

export function drawSaid(trouble: Trouble, random: Random): Said {
  const { call, cause } = drawWay(WAYS[trouble], random);
  const takenAfterMinutes = random.between(0.7, 4);
  const isExplained = !random.chance(UNEXPLAINED) || trouble === "support";
  return { call, takenAfterMinutes, cause: isExplained ? cause : null };
}

function drawWay(ways: readonly Way[], random: Random): Pick<Way, "call" | "cause"> {
  let left = random.next() * 10;
  for (const way of ways) {
    left -= way.ofTen;
    if (left < 0) return way;
  }
  return { call: null, cause: null };
}
