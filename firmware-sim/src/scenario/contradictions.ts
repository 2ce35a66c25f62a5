import { findOrderFaults, findRoutingFaults, findStyleFaults, type Order } from "@trame/shared";
import { comesAfter, operationsOf, orderOf, routingOfStyle, styleOf } from "./catalogue-of.ts";
import type { Scenario, StylePlan } from "./scenario.ts";

/** Orders are due so many days after it. */
const SOME_DAY = Date.UTC(2026, 0, 1);

/** What each field alone does not show: one sentence for each fault. */
export function findContradictions(scenario: Scenario): string[] {
  return [...shopFaults(scenario), ...lineFaults(scenario), ...catalogueFaults(scenario)];
}

function shopFaults({ operations, stations, people, incidents, flow }: Scenario): string[] {
  const places = new Map(operations.map(({ id }, index) => [id, index]));
  const stationIds = new Set(stations.map(({ id }) => id));
  const devices = stations.flatMap(({ device }) => device ?? []);
  const named = [...people, ...incidents, ...(flow.leftOpen ?? []).map((station) => ({ station }))];
  return [
    ...repeated(operations.map(({ id }) => id)).map((id) => `L'opération ${id} est là deux fois.`),
    ...repeated(stations.map(({ id }) => id)).map((id) => `Le poste ${id} est là deux fois.`),
    ...repeated(devices).map((id) => `Le compteur ${id} sert deux fois.`),
    ...stations
      .filter(({ operation }) => !places.has(operation))
      .map(({ id, operation }) => `Le poste ${id} fait une opération inconnue : ${operation}.`),
    ...operations
      .filter(({ id, partner }) => {
        return partner === undefined && !stations.some(({ operation }) => operation === id);
      })
      .map(({ id }) => `Aucun poste ne fait l'opération ${id}.`),
    ...(areInOrder({ stations, operations })
      ? []
      : ["Les postes ne sont pas dans l'ordre des opérations."]),
    ...operations
      .filter(({ stitchesPerPiece, minStitches }) => stitchesPerPiece < minStitches)
      .map(({ id }) => `L'opération ${id} a moins de points que la règle de pièce n'en demande.`),
    ...stations
      .filter(({ id }) => !people.some(({ station }) => station === id))
      .map(({ id }) => `Personne ne travaille au poste ${id}.`),
    ...named
      .filter(({ station }) => !stationIds.has(station))
      .map(({ station }) => `Le poste ${station} n'existe pas.`),
  ];
}

/** Within each line: the output of a line is that of its last station. */
function areInOrder({ stations, operations }: Pick<Scenario, "stations" | "operations">): boolean {
  const places = new Map(operations.map(({ id }, index) => [id, index]));
  return [...Map.groupBy(stations, ({ line }) => line).values()].every((row) => {
    const orders = row.map(({ operation }) => places.get(operation) ?? -1);
    return orders.every((order, index) => order >= (orders[index - 1] ?? order));
  });
}

function lineFaults({ lines, stations, styles = [] }: Scenario): string[] {
  if (lines === undefined) return [];
  const names = lines.map(({ name }) => name);
  const ids = new Set(styles.map(({ id }) => id));
  return [
    ...repeated(names).map((name) => `La ligne ${name} est là deux fois.`),
    ...lines
      .filter(({ style }) => !ids.has(style))
      .map(({ style }) => `Le modèle ${style} n'existe pas.`),
    ...stations
      .filter(({ line }) => line === undefined || !names.includes(line))
      .map(({ id }) => `Le poste ${id} n'est sur aucune ligne.`),
  ];
}

/** By the rules of the catalogue, and those of the simulation: pieces come together and never part again. */
function catalogueFaults(scenario: Scenario): string[] {
  const { styles = [], orders = [] } = scenario;
  const routings = styles.map((style) => routingOfStyle(scenario, style));
  const told = (name: string, faults: readonly { code: string; path: string }[]) =>
    faults.map(({ code, path }) => `${name} : ${code} (${path}).`);
  const catalogue = { styles: styles.map(styleOf), routings };
  return [
    ...styles.flatMap((style) => told(`Modèle ${style.id}`, findStyleFaults(styleOf(style)))),
    ...routings.flatMap((routing) => told(`Gamme ${routing.styleId}`, findRoutingFaults(routing))),
    ...styles.flatMap((style) => forkFaults(scenario, style)),
    ...orders.flatMap((plan, index) => {
      const { styles: entries, ...order } = orderOf(plan, SOME_DAY);
      const versioned = entries.map((entry) => ({ ...entry, routingVersion: 1 }));
      const whole: Order = { ...order, number: 1, styles: versioned };
      return told(`Commande ${index + 1}`, findOrderFaults(whole, catalogue));
    }),
  ];
}

function forkFaults(scenario: Scenario, { id }: StylePlan): string[] {
  const operations = operationsOf(scenario, id);
  const before = operations.flatMap((_, index) => comesAfter(operations, index));
  return repeated(before).map(
    (operation) => `Après l'opération ${operation} le paquet irait à deux endroits.`,
  );
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
