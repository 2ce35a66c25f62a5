import { setTimeout as pause } from "node:timers/promises";
import type { Outcome } from "@trame/shared";
import { findWordDifferences, readListed } from "../supervision/compare-words.ts";
import type { Api } from "./api.ts";
import type { PieceTruth } from "./floor-truth.ts";
import type { Crew } from "./open-crew.ts";
import type { GivenOrder } from "./order-book.ts";

/** What a crew did, and the server that is to say the same. */
export interface FloorComparison {
  readonly api: Api;
  readonly crew: Pick<Crew, "truth" | "orders" | "packed" | "answered" | "words">;
  /** How long the server may still be folding. */
  readonly patienceMs: number;
}

interface Told extends Outcome {
  readonly size: string;
  readonly colour: string;
  readonly ordered: number;
  readonly cut: number;
  readonly outside: number;
}

interface Progress {
  readonly styles: readonly { readonly styleId: string; readonly quantities: readonly Told[] }[];
  readonly kits: { readonly packed: number } | null;
}

const ASK_EVERY_MS = 500;
const KINDS = ["good", "rework", "second", "scrap", "outside"] as const;
const FRENCH = {
  good: "bonnes",
  rework: "en retouche",
  second: "2e choix",
  scrap: "rebut",
  outside: "dehors",
} as const;
/** Sentences that are printed of each sort. */
const MOST_TOLD = 8;

/** Asks until the server says the same or patience ends; prints what it found. True when all agrees and nothing surprised. */
export async function compareFloor(
  comparison: FloorComparison,
  print: (line: string) => void,
): Promise<boolean> {
  const end = performance.now() + comparison.patienceMs;
  let found = await look(comparison);
  while (found.differences.length + found.words.length > 0 && performance.now() < end) {
    await pause(ASK_EVERY_MS);
    found = await look(comparison);
  }
  const { taken, refused, surprises, plannedConflicts } = comparison.crew.answered();
  const conflicts = await findConflicts(comparison);
  print(["\nPaquets, ce que dit le serveur :", ...found.table].join("\n"));
  print(
    `${taken} gestes pris, ${refused} erreurs prévues refusées, ${plannedConflicts.size} contradiction(s) prévue(s).`,
  );
  const faults = [
    ...tell("Le serveur compte les paquets autrement :", found.differences),
    ...tell("Le serveur sait autre chose des appels et des arrêts :", found.words),
    ...tell(
      "Refus que personne n'a prévus :",
      surprises.map(({ act, said }) => `${act.stationId} ${act.path} ${act.key} : ${said}`),
    ),
    ...tell("Contradictions que personne n'a prévues :", conflicts),
  ];
  print(faults.length === 0 ? "Le serveur dit la même chose des paquets." : faults.join("\n"));
  return faults.length === 0;
}

function tell(head: string, faults: readonly string[]): string[] {
  if (faults.length === 0) return [];
  const more = faults.length > MOST_TOLD ? [`  … ${faults.length - MOST_TOLD} autres`] : [];
  return [head, ...faults.slice(0, MOST_TOLD).map((fault) => `  ${fault}`), ...more];
}

interface Found {
  readonly differences: readonly string[];
  /** Calls and stops. */
  readonly words: readonly string[];
  readonly table: readonly string[];
}

async function look({ api, crew }: FloorComparison): Promise<Found> {
  const differences: string[] = [];
  const table: string[] = [];
  for (const order of crew.orders()) {
    const progress = await api.get<Progress>(`/api/v1/orders/${order.id}/progress`);
    differences.push(...differencesOf(crew, order, progress));
    table.push(...tableOf(order, progress));
  }
  const words = findWordDifferences(crew.words(), await readListed(api));
  return { differences, table, words };
}

function differencesOf(
  { truth, packed }: FloorComparison["crew"],
  { id, index }: GivenOrder,
  { styles, kits }: Progress,
): string[] {
  const own = truth.pieces().filter(({ order }) => order === index);
  const kitsTold = kits?.packed ?? 0;
  const kitsTrue = packed().get(index) ?? 0;
  return [
    ...styles.flatMap(({ styleId, quantities }) =>
      quantities.flatMap((told) => {
        const row = own.find(
          ({ style, size, colour }) =>
            style === styleId && size === told.size && colour === told.colour,
        );
        return differencesIn(`${id} ${styleId} ${told.size} ${told.colour}`, told, row);
      }),
    ),
    ...(kitsTold === kitsTrue ? [] : [`${id} : ${kitsTold} lots composés, ${kitsTrue} en vrai`]),
  ];
}

function differencesIn(name: string, told: Told, row: PieceTruth | undefined): string[] {
  const missing =
    told.cut === told.ordered
      ? []
      : [`${name} : ${told.cut} pièces coupées, ${told.ordered} commandées`];
  const others = KINDS.filter((kind) => told[kind] !== (row?.[kind] ?? 0)).map(
    (kind) => `${name} : ${told[kind]} ${FRENCH[kind]}, ${row?.[kind] ?? 0} en vrai`,
  );
  return [...missing, ...others];
}

function tableOf({ id }: GivenOrder, { styles, kits }: Progress): string[] {
  const rows = styles.map(({ styleId, quantities }) => {
    const sums = KINDS.map((kind) => {
      const pieces = quantities.reduce((sum, each) => sum + each[kind], 0);
      return `${pieces} ${FRENCH[kind]}`;
    });
    return `  ${id}  ${styleId}  ${sums.join(", ")}`;
  });
  return kits === null ? rows : [...rows, `  ${id}  ${kits.packed} lots composés`];
}

interface Conflicts {
  readonly conflicts: readonly {
    readonly code: string;
    readonly bundle: { readonly code: string } | null;
    readonly act: { readonly key: string; readonly stationId: string | null };
  }[];
}

/** Conflicts of our own acts that were not meant to be. */
async function findConflicts({ api, crew }: FloorComparison): Promise<string[]> {
  const { keys, plannedConflicts } = crew.answered();
  const { conflicts } = await api.get<Conflicts>("/api/v1/conflicts");
  return conflicts
    .filter(({ act }) => keys.has(act.key) && !plannedConflicts.has(act.key))
    .map(({ code, bundle, act }) => `${act.stationId} ${code} ${bundle?.code} ${act.key}`);
}
