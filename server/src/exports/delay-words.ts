import type { Language, OrderDelay, Words } from "@trame/shared";
import type { ExportHead } from "./book.ts";
import { namesIn } from "./books/columns.ts";
import type { Names } from "./facts.ts";
import { createFormats } from "./formats.ts";

/** What holds an order back most; the label is that of the operation that it names. */
export interface DelayFact {
  readonly delay: OrderDelay | null;
  readonly delayLabel: Words | null;
}

/** An amount with its unit: « 3 paquets attendent ». */
type Amount = readonly [count: number, one: string, many: string];

/** What holds an order back, as its page says it; null when nothing does. */
export function delayText(
  { delay, delayLabel }: DelayFact,
  head: ExportHead,
  names: Names,
): string | null {
  const { style, station, label } = namesIn(head, names);
  const { number } = createFormats(head.language, head.timeZone);
  const { say, told } = SENTENCES[head.language];
  const of = ([count, one, many]: Amount): string =>
    `${number(count)} ${count > 1 || (count === 0 && head.language === "en") ? many : one}`;
  switch (delay?.code) {
    case undefined:
      return null;
    case "not-released":
    case "nothing-cut":
      return told[delay.code];
    case "conflicts":
      return of([delay.bundles, ...say.conflicts]);
    // It delays nothing so far.
    case "to-settle":
      return say.toNote(of([delay.bundles, ...say.conflicts]));
    case "stopped":
      return say.stopped(delay.stationIds.map(station).join(", "));
    case "queue": {
      const operation = delayLabel === null ? delay.operation : label(delayLabel);
      const waits = of([delay.pieces, ...say.waits]);
      return say.queue(operation, waits, `${number(delay.hours, 1)}\u00a0h`);
    }
    case "outside":
      return of([delay.pieces, ...say.outside]);
    case "kit-style":
      return say.kits(style(delay.styleId) ?? delay.styleId, of([delay.kits, "kit", "kits"]));
    case "not-cut":
      return of([delay.pieces, ...say.notCut]);
  }
}

interface Sentences {
  readonly told: Readonly<Record<"not-released" | "nothing-cut", string>>;
  readonly say: {
    readonly conflicts: readonly [string, string];
    readonly waits: readonly [string, string];
    readonly outside: readonly [string, string];
    readonly notCut: readonly [string, string];
    toNote(what: string): string;
    stopped(stations: string): string;
    queue(operation: string, waits: string, hours: string): string;
    kits(style: string, kits: string): string;
  };
}

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  fr: {
    told: { "not-released": "Pas encore lancée en atelier", "nothing-cut": "Rien n’est coupé" },
    say: {
      conflicts: ["paquet à régler", "paquets à régler"],
      waits: ["pièce attend", "pièces attendent"],
      outside: ["pièce dehors", "pièces dehors"],
      notCut: ["pièce à couper", "pièces à couper"],
      toNote: (what) => `À noter\u00a0: ${what}`,
      stopped: (stations) => `À l’arrêt avec un paquet\u00a0: ${stations}`,
      queue: (operation, waits, hours) => `${operation}\u00a0: ${waits}, ${hours} à sa cadence`,
      kits: (style, kits) => `Les kits attendent ${style}\u00a0: ${kits} de moins`,
    },
  },
  en: {
    told: { "not-released": "Not released to the floor yet", "nothing-cut": "Nothing is cut" },
    say: {
      conflicts: ["bundle to settle", "bundles to settle"],
      waits: ["piece waits", "pieces wait"],
      outside: ["piece outside", "pieces outside"],
      notCut: ["piece to be cut", "pieces to be cut"],
      toNote: (what) => `To note: ${what}`,
      stopped: (stations) => `Stopped with a bundle: ${stations}`,
      queue: (operation, waits, hours) => `${operation}: ${waits}, ${hours} at its pace`,
      kits: (style, kits) => `Kits wait for ${style}: ${kits} fewer`,
    },
  },
};
