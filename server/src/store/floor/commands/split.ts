import { decideSplit, formatCode, type SplitRequest } from "@trame/shared";
import type { CatalogueStore } from "../../catalogue/catalogue.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { LoadedFamily } from "../families.ts";
import type { CommandDeps } from "./deps.ts";
import { onBundle } from "./on-bundle.ts";

/** Some pieces of a bundle go on under a ticket of their own, with the next free number of the order. */
export function split(deps: CommandDeps, attempt: Attempt<SplitRequest>): Verdict {
  const { code, pieces } = attempt.body;
  return onBundle(deps, attempt, {
    record: { code, pieces },
    code,
    needsStation: false,
    decide: (situation) => decideSplit(situation, pieces),
    act({ bundleId, then }) {
      const from = { bundleId, pieces, at: attempt.dated.at };
      const { childId, newCode, family } = addChild(deps.catalogue, then.family, from);
      const fields = { kind: "split" as const, bundleId, childId, pieces };
      return { family, fields, newCodes: [newCode] };
    },
  });
}

interface SplitOff {
  readonly bundleId: number;
  readonly pieces: number;
  readonly at: number;
}

function addChild(
  { orders, tickets }: CatalogueStore,
  family: LoadedFamily,
  { bundleId, pieces, at }: SplitOff,
) {
  const sheet = family.sheets.find(({ id }) => id === bundleId);
  const stored = orders.find(family.orderId);
  if (sheet === undefined || stored === null) throw new RangeError(`no bundle ${bundleId}`);
  const bundle = tickets.nextNumber(family.orderId);
  const { id: parentId, ...like } = sheet;
  const child = { ...like, parentId, pieces };
  const childId = tickets.add(child, { number: bundle, at });
  return {
    childId,
    newCode: formatCode({ order: stored.order.number, bundle }),
    family: { ...family, sheets: [...family.sheets, { ...child, id: childId }] },
  };
}
