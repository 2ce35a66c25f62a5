import { isDeviceId } from "@trame/shared";
import {
  type Check,
  checkFields,
  checkForm,
  checkInteger,
  checkList,
  checkNullable,
  checkNumber,
  checkText,
} from "./checks.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario, or one sentence for each fault. */
export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads a scenario from the text of its file. */
export function parseScenario(text: string): ParsedScenario {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, faults: [`Ce fichier n'est pas du JSON : ${(error as Error).message}`] };
  }
  const faults = checkScenario(value, "");
  if (faults.length > 0) return { ok: false, faults };
  // Every field was just looked at.
  const scenario = value as Scenario;
  const contradictions = findContradictions(scenario);
  return contradictions.length > 0 ? { ok: false, faults: contradictions } : { ok: true, scenario };
}

const checkId = checkForm(/^[A-Za-z0-9._:-]{1,48}$/, "S01");
const checkTime = checkForm(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "08:00");
const checkShare: Check = (value, place) => {
  const share = checkNumber(0, 1);
  const [from, to] = Array.isArray(value) ? value : [];
  const isShare = [from, to].every((each) => share(each, place).length === 0) && from < to;
  return isShare ? [] : [`${place} : une part du poste comme [0, 0.5] est attendue.`];
};

const checkScenario = checkFields({
  id: checkId,
  title: checkText,
  story: checkText,
  workshop: checkFields({ name: checkText, timeZone: checkZone }),
  shift: checkFields({
    days: checkList(checkInteger(1, 7), 1),
    from: checkTime,
    to: checkTime,
    breaks: checkList(checkFields({ from: checkTime, to: checkTime }), 0),
  }),
  targets: checkList(checkInteger(1, 1_000_000), 1),
  learning: checkFields({
    ratio: checkNumber(0.5, 1),
    standardAfterPieces: checkInteger(1, 10_000_000),
    piecesPerWeek: checkInteger(0, 1_000_000),
  }),
  operations: checkList(
    checkFields({
      id: checkId,
      name: checkText,
      standardMinutes: checkNumber(0.02, 240),
      stitchesPerPiece: checkInteger(1, 1_000_000),
      minStitches: checkInteger(0, 1_000_000),
      trimsPerPiece: checkInteger(1, 1_000),
      stitchesPerBobbin: checkNullable(checkInteger(100, 10_000_000)),
    }),
    1,
  ),
  stations: checkList(
    checkFields({ id: checkId, name: checkText, operation: checkId, device: checkDevice }),
    1,
  ),
  people: checkList(
    checkFields({ pseudonym: checkText, station: checkId, present: checkShare }),
    1,
  ),
  flow: checkFields({
    waitingAtStart: checkInteger(0, 100_000),
    packet: checkInteger(1, 1_000),
  }),
  chance: checkFields({
    threadBreaksPer10000Stitches: checkNumber(0, 100),
    minutesBetweenPauses: checkNumber(1, 100_000),
    hoursBetweenFaults: checkNumber(0.1, 100_000),
  }),
  incidents: checkList(
    checkFields({
      station: checkId,
      kind: checkForm(/^(?:starved|fault|power-cut|offline)$/, "fault"),
      afterMinutes: checkNumber(0, 1_440),
      minutes: checkNumber(0.1, 1_440),
    }),
    0,
  ),
});

function checkZone(value: unknown, place: string): string[] {
  try {
    new Intl.DateTimeFormat("fr", { timeZone: String(value) });
    return [];
  } catch {
    return [`${place} : un fuseau comme « Europe/Paris » est attendu.`];
  }
}

function checkDevice(value: unknown, place: string): string[] {
  const isDevice = typeof value === "string" && isDeviceId(value);
  return isDevice ? [] : [`${place} : un identifiant de compteur comme « sim-01 » est attendu.`];
}

/** What each field alone does not show. */
function findContradictions({ operations, stations, people, incidents }: Scenario): string[] {
  const places = new Map(operations.map(({ id }, index) => [id, index]));
  const stationIds = new Set(stations.map(({ id }) => id));
  const orders = stations.map(({ operation }) => places.get(operation) ?? -1);
  return [
    ...repeated(operations.map(({ id }) => id)).map((id) => `L'opération ${id} est là deux fois.`),
    ...repeated(stations.map(({ id }) => id)).map((id) => `Le poste ${id} est là deux fois.`),
    ...repeated(stations.map(({ device }) => device)).map(
      (id) => `Le compteur ${id} sert deux fois.`,
    ),
    ...stations
      .filter(({ operation }) => !places.has(operation))
      .map(({ id, operation }) => `Le poste ${id} fait une opération inconnue : ${operation}.`),
    ...operations
      .filter(({ id }) => !stations.some(({ operation }) => operation === id))
      .map(({ id }) => `Aucun poste ne fait l'opération ${id}.`),
    ...(orders.some((order, index) => order < (orders[index - 1] ?? order))
      ? ["Les postes ne sont pas dans l'ordre des opérations."]
      : []),
    ...operations
      .filter(({ stitchesPerPiece, minStitches }) => stitchesPerPiece < minStitches)
      .map(({ id }) => `L'opération ${id} a moins de points que la règle de pièce n'en demande.`),
    ...stations
      .filter(({ id }) => !people.some(({ station }) => station === id))
      .map(({ id }) => `Personne ne travaille au poste ${id}.`),
    ...[...people, ...incidents]
      .filter(({ station }) => !stationIds.has(station))
      .map(({ station }) => `Le poste ${station} n'existe pas.`),
  ];
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
