import { createRandom } from "@trame/firmware-sim";
import { formatBadge, type Operation } from "@trame/shared";
import type { Answer } from "../../../server/src/store/catalogue/answer.ts";
import type { ActRequest } from "../../../server/src/store/floor/act-request.ts";
import type { StoredAnswer } from "../../../server/src/store/floor/stored-answer.ts";
import type { Ledger } from "../../../server/src/store/ledger.ts";
import {
  operationCode,
  PIECES,
  SLOTS,
  slotAt,
  stationId,
  type YearDay,
  type YearSize,
} from "./year-calendar.ts";

const MINUTE_MS = 60_000;
const STYLE = "BANC";
/** An order is cut once a week for each line. */
const BUNDLES_PER_ORDER = 5 * SLOTS;
/** One finish in so many has a piece of second choice, and a station stops so often that somebody says why. */
const SECONDS = 1 / 25;
const STOPS = 1 / 60;
/** Between the beginning of a slot and the scan, and between the finish and its end. */
const LAG_MS = 10_000;

/** What people do in a workshop, as facts of the store: through the same door as those of any screen. */
export interface SewingFloor {
  /** Everybody badges in, works through the bundles of the day at each station, and goes home. */
  sew(day: YearDay): void;
}

interface Bundle {
  readonly code: string;
  /** Pieces that are left. */
  pieces: number;
}

/** Puts what people do on record, each with a key of its own. */
type Act = (kind: ActRequest["kind"], at: number, more: object) => StoredAnswer;

function createAct(ledger: Ledger): Act {
  let keys = 0;
  return (kind, at, more) => {
    keys += 1;
    const head = { key: `year-${String(keys).padStart(9, "0")}`, at, sentAt: at, origin: "scan" };
    // As the schema of its kind has let it in.
    const request = { kind, body: { ...head, ...more } } as ActRequest;
    const outcome = ledger.act(request, { received: at, isAdmin: true });
    if (!("answer" in outcome) || !outcome.answer.accepted) {
      throw new Error(`refused: ${JSON.stringify({ kind, more, outcome })}`);
    }
    return outcome.answer;
  };
}

/** Cuts a week's bundles for a line. */
function cutOrder(ledger: Ledger, at: number): Bundle[] {
  const quantity = { size: "M", colour: "Bleu", pieces: BUNDLES_PER_ORDER * PIECES };
  const styles = [{ styleId: STYLE, quantities: [quantity] }];
  const order = {
    customer: "Banc d'essai",
    dueOn: "2099-12-18",
    styles,
    state: "released" as const,
  };
  const { orders } = taken(ledger.catalogue.putCatalogue({ orders: [order] }, at));
  const orderId = orders[0]?.id ?? "";
  const cutting = { styleId: STYLE, bundleSize: PIECES, lots: [{ ...quantity, shade: 1 }] };
  const command = { orderId, key: `year-cut-${orderId}`, cutting };
  return taken(ledger.catalogue.cutOrder(command, at)).map(({ code }) => ({
    code,
    pieces: PIECES,
  }));
}

/** Bundles pass along their line, one station a slot: a station works on the one that began so many slots before. */
export function createSewingFloor(ledger: Ledger, size: YearSize, now: number): SewingFloor {
  const { stations, stationsPerLine } = size;
  const badges = takeOn(ledger, size, now);
  const bundles = Array.from({ length: Math.ceil(stations / stationsPerLine) }, (): Bundle[] => []);
  const random = createRandom("floor");
  const act = createAct(ledger);

  function finish(bundle: Bundle, at: number, station: string): void {
    const second = random.chance(SECONDS) ? 1 : 0;
    bundle.pieces -= second;
    const defects = second === 0 ? [] : [{ defect: "open-seam", operation: null, pieces: 1 }];
    const outcome = { good: bundle.pieces, rework: 0, second, scrap: 0 };
    act("finish", at, { stationId: station, code: bundle.code, ...outcome, defects });
  }

  function worked(day: YearDay, slot: number): { bundle: Bundle; station: number }[] {
    return badges.flatMap((_, station) => {
      const passed = day.index * SLOTS + slot - (station % stationsPerLine);
      const bundle = bundles[Math.floor(station / stationsPerLine)]?.[passed];
      return bundle === undefined ? [] : [{ bundle, station }];
    });
  }

  function workSlot(day: YearDay, slot: number): void {
    const { from, to } = slotAt(day, slot);
    for (const { bundle, station } of worked(day, slot)) {
      act("scan", from + LAG_MS + station, { stationId: stationId(station), code: bundle.code });
    }
    for (const { bundle, station } of worked(day, slot)) {
      finish(bundle, to - LAG_MS + station, stationId(station));
    }
  }

  function explain(day: YearDay, station: number): void {
    const { from } = slotAt(day, 3);
    const scope = { stationId: stationId(station) };
    const body = { scope, from, to: from + 10 * MINUTE_MS, cause: "material", note: null };
    act("stop", from + 15 * MINUTE_MS, body);
  }

  return {
    sew(day) {
      if (day.index % 5 === 0) {
        for (const line of bundles) line.push(...cutOrder(ledger, day.beganAt - 10 * MINUTE_MS));
      }
      const assignments = badges.map((badge, station) => {
        const body = { stationId: stationId(station), badge, direction: "in" };
        return act("badge", day.beganAt - 2 * MINUTE_MS + station, body).assignmentId ?? "";
      });
      for (let slot = 0; slot < SLOTS; slot++) workSlot(day, slot);
      for (const [station, assignmentId] of assignments.entries()) {
        if (random.chance(STOPS)) explain(day, station);
        const body = { stationId: stationId(station), assignmentId, direction: "out" };
        act("badge", slotAt(day, SLOTS - 1).to + MINUTE_MS + station, body);
      }
    },
  };
}

/** Answers everybody's badge, one for each station. */
function takeOn(ledger: Ledger, { stations, stationsPerLine }: YearSize, now: number): string[] {
  const operations = Array.from({ length: stationsPerLine }, (_, place): Operation => {
    const code = operationCode(place);
    return {
      code,
      label: { fr: `Opération ${place + 1}` },
      machine: "Piqueuse",
      standardMinutes: 1,
      after: place === 0 ? [] : [operationCode(place - 1)],
      countedBy: "machine",
    };
  });
  const { operators } = taken(
    ledger.catalogue.putCatalogue(
      {
        styles: [
          { id: STYLE, name: "Banc", sizes: ["M"], colours: [{ name: "Bleu", pattern: "solid" }] },
        ],
        routings: [{ styleId: STYLE, parts: [], operations }],
        operators: Array.from({ length: stations }, (_, index) => ({ pseudonym: `P${index + 1}` })),
      },
      now,
    ),
  );
  return operators.map(({ badge }) => formatBadge(badge));
}

function taken<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.value;
}
