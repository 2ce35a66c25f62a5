import {
  EXPLAIN_MINUTES,
  expectedSoFar,
  isWorkingAt,
  type Moment,
  type StationRow,
  stationState,
  workedMinutes,
} from "@trame/shared";
import type { Said } from "./said-by-server.ts";
import { i18n, type ShownLine } from "./shown-on-wall.ts";
import type { SupervisedLine } from "./shown-to-supervisor.ts";

/** Where a supervisor's page, a wall and the addresses of the server say something else of one moment: a sentence for each. */
export function findSupervisedDisagreements(
  supervised: readonly SupervisedLine[],
  shown: readonly ShownLine[],
  { flow }: Said,
): string[] {
  return supervised.flatMap(({ lineId, tiles, flow: own }) => {
    const wall = shown.find((each) => each.lineId === lineId);
    return [
      ...compare(
        `${lineId} flow`,
        own,
        flow.find((each) => each.lineId === lineId),
      ),
      ...[...tiles].flatMap(([id, tile]) => {
        const other = wall?.tiles.get(id);
        return [
          ...compare(`${id} state there`, tile.state, other?.state),
          ...compare(`${id} since there`, tile.since, other?.since),
          ...compare(`${id} pieces there`, tile.pieces?.value ?? null, other?.pieces),
        ];
      }),
    ];
  });
}

/** Where a wall and the addresses of the server say something else of one moment: a sentence for each. */
export function findDisagreements(shown: readonly ShownLine[], said: Said): string[] {
  return [
    ...compare(
      "lines",
      shown.map(({ lineId }) => lineId),
      said.board.lines.map(({ lineId }) => lineId),
    ),
    ...shown.flatMap((line) => [
      ...aboutOutput(line, said),
      ...aboutStations(line, said),
      ...aboutCalls(line, said),
      ...aboutTarget(line, said),
      ...aboutFlow(line, said),
      ...aboutQuality(line, said),
    ]),
  ];
}

function aboutOutput({ lineId, numbers, hours }: ShownLine, { board, counts }: Said): string[] {
  const row = board.lines.find((each) => each.lineId === lineId);
  const counted = counts.lines.find((each) => each.lineId === lineId);
  const moment = { now: board.serverTime, windows: board.windows };
  const expected = expectedSoFar(row?.target ?? null, moment);
  const inHours = hours.reduce((sum, { pieces }) => sum + pieces, 0);
  return [
    ...compare(`${lineId} done`, numbers.done.value, doneOf(lineId, { board, counts })),
    ...compare(`${lineId} by hour`, inHours, counted?.pieces),
    ...compare(`${lineId} expected`, numbers.expected.value, numberOrDash(expected)),
  ];
}

/** Where the last operation has no counter and nothing was declared, the output is unknown, and no zero. */
function doneOf(lineId: string, { board, counts }: Pick<Said, "board" | "counts">): string {
  const pieces = counts.lines.find((each) => each.lineId === lineId)?.pieces ?? 0;
  const outputs = new Set(board.lines.find((each) => each.lineId === lineId)?.outputStationIds);
  const isCounted = board.stations.some(
    ({ stationId, deviceId }) => outputs.has(stationId) && deviceId !== null,
  );
  return pieces === 0 && !isCounted ? "—" : i18n.number(pieces);
}

function aboutStations(
  { lineId, tiles }: ShownLine,
  { board, counts, csv, stops }: Said,
): string[] {
  const moment = { now: board.serverTime, windows: board.windows };
  const exported = piecesInCsv(csv);
  return board.stations
    .filter((row) => row.lineId === lineId)
    .flatMap((row) => {
      const { stationId } = row;
      const { state } = stationState(row, moment);
      const counted = counts.stations.find((each) => each.stationId === stationId)?.pieces ?? 0;
      return [
        ...compare(`${stationId} board`, row.pieces, counted),
        ...compare(`${stationId} export`, exported.get(row.name) ?? 0, counted),
        ...compare(`${stationId} state`, tiles.get(stationId)?.state, state),
        ...aboutStop(row, moment, stops),
      ];
    });
}

/** Waiting is on the list once it is long enough to need a word; a break stops no stop, though nothing stands still in it. */
function aboutStop(row: StationRow, moment: Moment, stops: Said["stops"]): string[] {
  const { stationId } = row;
  if (!isWorkingAt(moment.windows, moment.now)) return [];
  const { state, since } = stationState(row, moment);
  const from = since ?? moment.now;
  const lasted = workedMinutes(moment.windows, { from, to: moment.now });
  const isStop =
    state === "stopped" ||
    state === "support" ||
    (state === "waiting" && lasted >= EXPLAIN_MINUTES);
  const told = stops.filter((each) => each.stationId === stationId && each.to === null);
  return compare(
    `${stationId} stop`,
    isStop ? [{ state, from }] : [],
    told.map((each) => ({ state: each.state, from: each.from })),
  );
}

function aboutCalls({ lineId, strip }: ShownLine, { board, calls }: Said): string[] {
  const own = new Set(board.lines.find((each) => each.lineId === lineId)?.stationIds);
  const open = calls
    .filter(
      ({ stationId, resolvedAt, isRaised }) =>
        own.has(stationId) && resolvedAt === null && isRaised,
    )
    .map(({ key, takenAt }) => `${key} ${takenAt === null ? "call" : "taken"}`);
  const shown = strip.alerts
    .filter(({ kind }) => kind === "call" || kind === "taken")
    .map(({ id, kind }) => `${id} ${kind}`);
  const isWhole =
    shown.length === open.length || strip.more !== null || strip.alerts.length < open.length;
  return [
    ...compare(
      `${lineId} calls`,
      shown.filter((each) => !open.includes(each)),
      [],
    ),
    ...compare(`${lineId} calls told`, isWhole, true),
  ];
}

/** The day's target, what each hour was to bring and brought, and the gap of the hour under way. */
function aboutTarget({ lineId, numbers, hours }: ShownLine, { targets, board }: Said): string[] {
  const told = targets.find((each) => each.lineId === lineId);
  const row = board.lines.find((each) => each.lineId === lineId);
  const byHour = new Map(told?.hours.map((each) => [each.hour, each]));
  const underWay = hours.find(({ phase }) => phase === "now");
  const now = underWay === undefined ? undefined : byHour.get(underWay.hour);
  const gap = now?.gap ?? null;
  return [
    ...compare(`${lineId} target`, numbers.target.value, numberOrDash(told?.pieces ?? null)),
    ...compare(`${lineId} origin`, row?.targetOrigin, told?.origin),
    // A break is drawn where the list of hours has none.
    ...hours
      .filter(({ hour, isBreak }) => byHour.has(hour) || !isBreak)
      .flatMap((bar) => [
        ...compare(`${lineId} ${bar.name} made`, bar.pieces, byHour.get(bar.hour)?.actual ?? 0),
        ...compare(
          `${lineId} ${bar.name} target`,
          bar.expected,
          byHour.get(bar.hour)?.target ?? null,
        ),
      ]),
    // The wall rounds what is expected before it takes the difference.
    ...(gap === null || numbers.gap.value === "—"
      ? []
      : compare(`${lineId} gap`, Math.abs(parseNumber(numbers.gap.value) - gap) <= 0.5, true)),
  ];
}

/** What waits and the bottleneck. */
function aboutFlow({ lineId, tiles }: ShownLine, { flow, board }: Said): string[] {
  const told = flow.find((each) => each.lineId === lineId);
  const row = board.lines.find((each) => each.lineId === lineId);
  const held = told?.bottleneck ?? null;
  const flagged = [...tiles].filter(([, { flag }]) => flag !== null).map(([id]) => id);
  const stations = told?.operations.find(({ operation }) => operation === held?.operation);
  const expected = held?.stationId == null ? (stations?.stationIds ?? []) : [held.stationId];
  const waiting = (row?.flow ?? []).map(({ operation, bundles, pieces }) => [
    operation,
    bundles,
    pieces,
  ]);
  const said = (told?.operations ?? [])
    .filter(({ bundles }) => bundles !== null)
    .map(({ operation, bundles, pieces }) => [operation, bundles, pieces]);
  return [
    ...compare(`${lineId} bottleneck`, flagged.toSorted(), expected.toSorted()),
    ...compare(`${lineId} waiting`, waiting, said),
  ];
}

function aboutQuality({ lineId, strip }: ShownLine, { quality }: Said): string[] {
  const told = quality.find((each) => each.lineId === lineId);
  const [dhu = null, yields = null] = [told?.dhu, told?.firstPassYield];
  const expected = dhu === null || yields === null ? [] : [i18n.tenth(dhu), i18n.percent(yields)];
  const shown = strip.quality.map(({ value }) => value);
  return compare(`${lineId} quality`, shown, expected);
}

/** By the name of the station. */
function piecesInCsv(csv: string): Map<string, number> {
  const [head = "", ...rows] = csv.trim().split(/\r?\n/);
  const columns = head.replace("\uFEFF", "").split(";");
  const [name, pieces] = [columns.indexOf("poste"), columns.indexOf("pieces")];
  const found = new Map<string, number>();
  for (const row of rows) {
    const cells = row.split(";");
    const station = cells[name] ?? "";
    found.set(station, (found.get(station) ?? 0) + parseNumber(cells[pieces] ?? ""));
  }
  return found;
}

/** « −12 » */
function parseNumber(text: string): number {
  return Number(
    text
      .replace("−", "-")
      .replace(",", ".")
      .replaceAll(/[^\d.-]/g, ""),
  );
}

function numberOrDash(value: number | null): string {
  return value === null ? "—" : i18n.number(value);
}

function compare(what: string, shown: unknown, said: unknown): string[] {
  const [a, b] = [JSON.stringify(shown), JSON.stringify(said)];
  return a === b ? [] : [`${what}: ${a} shown, ${b} said`];
}
