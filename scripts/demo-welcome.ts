/** What the demo says when it is open: where to look. */
import { type Crew, isInspection, type Scenario } from "@trame/firmware-sim";
import type { DemoAccount } from "./demo-account.ts";
import type { DemoServer } from "./demo-server.ts";

/** A demo that is open. */
export interface OpenDemo {
  readonly scenario: Scenario;
  readonly server: DemoServer;
  readonly account: DemoAccount;
  readonly crew: Crew | null;
  /** The hours before now have arrived. */
  readonly isComplete: boolean;
}

/** Where everything can be seen, in French. */
export function welcome({ scenario, server, account, crew, isComplete }: OpenDemo): string {
  const { http, token } = server;
  const late = isComplete
    ? ""
    : "\n(Les heures passées arrivent encore ; les écrans se remplissent tout seuls.)";
  return `
${scenario.title} : ${scenario.stations.length} postes au milieu de leur journée.${late}

  Mur          ${http}/wall
  Accueil      ${http}/
  Se connecter ${http}/sign-in   (nom : ${account.name} · mot de passe : ${account.password})
  Chef·fe      ${http}/floor   (appels, arrêts, postes ; on agit une fois connecté)
  Répartition  ${http}/floor/balance
  Vie privée   ${http}/manage/privacy   (cet exemple dit les minutes par opération ; au départ, Trame ne les dit que par ligne et par jour)
${crew === null ? "" : `${floorLines(scenario, crew, http)}\n`}  API          ${http}/api/docs   (jeton d’administration : ${token})

Rien n'est conservé. Ctrl-C pour arrêter.
`;
}

function floorLines(scenario: Scenario, crew: Crew, http: string): string {
  const stations = stationsToShow(scenario).flatMap(({ id, mode }) => {
    const key = crew.keys.get(id);
    return key === undefined ? [] : [`  ${`Poste ${id}`.padEnd(13)}${http}${key.link}   (${mode})`];
  });
  const orders = crew
    .orders()
    .flatMap(({ id }) => [
      `  Commande     ${http}/prepare/orders/${id}`,
      `  Tickets      ${http}/api/v1/orders/${id}/tickets.pdf?bundles=1-16`,
    ]);
  return [
    ...stations,
    ...inspectionLines(scenario, crew, http),
    `  Préparation  ${http}/prepare`,
    ...orders,
  ].join("\n");
}

/** Where somebody looks at the pieces: the first such station of each line. */
function inspectionLines(scenario: Scenario, crew: Crew, http: string): string[] {
  const { stations, operations } = scenario;
  const inspects = (id: string) => {
    const operation = operations.find((each) => each.id === id);
    return operation !== undefined && isInspection(operation);
  };
  const found = stations.filter(({ operation }) => inspects(operation));
  return found.slice(0, 1).flatMap(({ id }) => {
    const hash = /#.*/.exec(crew.keys.get(id)?.link ?? "")?.[0];
    return hash === undefined ? [] : [`  Contrôle     ${http}/inspect/${id}${hash}`];
  });
}

/** An ordinary station, and those of people who want theirs otherwise. */
function stationsToShow({ stations, people }: Scenario) {
  const ordinary = stations.find(({ id }) =>
    people.every(({ station, mode }) => station !== id || mode === undefined),
  );
  const simple = people.filter(({ mode }) => mode?.simple === true).slice(0, 2);
  return [
    ...(ordinary === undefined ? [] : [{ id: ordinary.id, mode: "mode normal" }]),
    ...simple.map(({ station }) => ({ id: station, mode: "mode simple" })),
  ];
}
