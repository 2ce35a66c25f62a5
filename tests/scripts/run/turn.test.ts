import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endTurn, nameOf, ownerOfTurn, takeTurn } from "../../../scripts/run/turn.mjs";
import { plantTree } from "../support/tree.ts";

const DEAD = nameOf(2 ** 30);

/** A turn whose owner was killed. */
function plantDeadTurn(): string {
  return join(plantTree({ [`turns/${DEAD}`]: "" }), "turns");
}

describe("the turn to install", () => {
  it("[R14] stays with the first of two waiters who both saw that its owner was dead", () => {
    const turn = plantDeadTurn();
    const seen = [ownerOfTurn(turn), ownerOfTurn(turn)];
    const [first, second] = [nameOf(101), nameOf(102)];
    endTurn(turn, DEAD);
    const isFirsts = takeTurn(turn, first);
    endTurn(turn, DEAD);
    const isSeconds = takeTurn(turn, second);
    expect({ seen, isFirsts, isSeconds, owner: ownerOfTurn(turn) }).toEqual({
      seen: [DEAD, DEAD],
      isFirsts: true,
      isSeconds: false,
      owner: first,
    });
  });

  it("[R14] is not taken from its owner, dead or alive, before it has ended", () => {
    const turn = plantDeadTurn();
    expect([takeTurn(turn, nameOf(101)), ownerOfTurn(turn)]).toEqual([false, DEAD]);
  });

  it("[R14] goes to the next one when it has ended, and nothing is left of those who tried", () => {
    const turn = join(plantTree({}), "turns");
    const [first, second] = [nameOf(101), nameOf(101)];
    const taken = [takeTurn(turn, first), takeTurn(turn, second)];
    endTurn(turn, first);
    taken.push(takeTurn(turn, second));
    expect([taken, ownerOfTurn(turn), existsSync(`${turn}.${second}`)]).toEqual([
      [true, false, true],
      second,
      false,
    ]);
  });
});
