import { LEAP_LIMITS } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { compareDay, isDayAgreed } from "../../scripts/replay/compare.ts";
import { countersOf } from "../../scripts/replay/counter.ts";
import { parseFactoryFile, type TeamDay } from "../../scripts/replay/factory-file.ts";
import { layOutMonth, type Month, workingDayBefore } from "../../scripts/replay/month.ts";
import { parseReplayOptions } from "../../scripts/replay/options.ts";
import { markOf, momentOf, plansOf } from "../../scripts/replay/plans.ts";

const HEADER =
  "date,quarter,department,day,team,targeted_productivity,smv,wip,over_time,incentive,idle_time,idle_men,no_of_style_change,no_of_workers,actual_productivity";

/** A row of the file; by default a finishing team of 8 whose work in progress nobody counted. */
function row(fields: Readonly<Record<string, string>> = {}): string {
  const usual = "1/1/2015,Quarter1,finishing,Thursday,1,0.75,3.94,,960,0,0,0,0,8,0.8865";
  const cells = usual.split(",");
  return HEADER.split(",")
    .map((column, index) => fields[column] ?? cells[index])
    .join(",");
}

function faultsOf(...lines: string[]): readonly string[] {
  const parsed = parseFactoryFile(lines.join("\n"));
  return parsed.ok ? [] : parsed.faults;
}

function teamDaysOf(text: string): readonly TeamDay[] {
  const parsed = parseFactoryFile(text);
  if (!parsed.ok) throw new Error(parsed.faults.join());
  return parsed.teamDays;
}

function monthOf(...rows: string[]): Month {
  const text = [HEADER, ...rows].join("\n");
  const file = { name: "usine.csv", text, teamDays: teamDaysOf(text) };
  return layOutMonth(file, "2026-11-20");
}

const finishing: TeamDay = {
  line: 2,
  date: "2015-01-01",
  department: "finishing",
  team: "1",
  standardMinutes: 3.94,
  operators: 8,
  efficiency: 0.8865,
  plannedEfficiency: 0.75,
};

describe("a factory's file", () => {
  it("[R27] is read with an empty wip and fractional workers", () => {
    const text = [HEADER, row(), row({ team: "12", no_of_workers: "30.5" })].join("\n");
    expect(teamDaysOf(text)).toEqual([
      finishing,
      { ...finishing, line: 3, team: "12", operators: 30.5 },
    ]);
  });

  it.each([
    ["Windows line ends", [HEADER, row(), ""].join("\r\n")],
    ["a byte order mark and no line end", `\uFEFF${HEADER}\n${row()}`],
    ["quoted fields", [HEADER, row().replace("finishing", '"finishing "')].join("\n")],
    ["empty lines at its end", [HEADER, row(), "", " ", ""].join("\n")],
  ])("[R27] is read with %s", (_, text) => {
    expect(teamDaysOf(text)).toEqual([finishing]);
  });

  it("[R27] may have its columns in another order, and others beside them", () => {
    const columns = ["note", ...HEADER.split(",").toReversed()];
    const cells = ['"a ""b"", c"', ...row().split(",").toReversed()];
    expect(teamDaysOf([columns.join(), cells.join()].join("\n"))).toEqual([finishing]);
  });

  it("[R27] is refused with every faulty row, each with its line", () => {
    expect(
      faultsOf(
        HEADER,
        row({ smv: "0" }),
        row(),
        row({ no_of_workers: "eight" }),
        row({ date: "2/30/2015" }),
        row({ actual_productivity: "" }),
        row({ team: " " }),
        `${row()},1`,
      ),
    ).toEqual([
      "ligne 2 : smv vaut « 0 », un nombre de minutes au-dessus de 0 et jusqu'à 1000 est attendu.",
      "ligne 4 : no_of_workers vaut « eight », un nombre de personnes au-dessus de 0 et jusqu'à 10000 est attendu.",
      "ligne 5 : date vaut « 2/30/2015 », une date comme 1/31/2015 est attendue.",
      "ligne 6 : actual_productivity vaut « », un nombre de 0 à 10 est attendu.".replace(
        "« »",
        "«  »",
      ),
      "ligne 7 : team est vide.",
      "ligne 8 : 16 champs, 15 sont attendus.",
    ]);
  });

  it("[R27] is refused without one of its columns, without a day, or when it is no CSV", () => {
    expect(faultsOf(HEADER.replace("smv", "sam"))).toEqual([
      "ligne 1 : la colonne « smv » manque.",
    ]);
    expect(faultsOf(HEADER)).toEqual(["le fichier n'a aucun jour."]);
    expect(faultsOf(HEADER, row(), '1/1/2015,"Quarter1')).toEqual([
      "ligne 3 : un guillemet n'est pas à sa place.",
    ]);
  });
});

describe("a month laid onto working days", () => {
  it("[R26] ends with the last working day before today, and skips weekends", () => {
    expect(workingDayBefore("2026-11-23")).toBe("2026-11-20");
    expect(workingDayBefore("2026-11-22")).toBe("2026-11-20");
    expect(workingDayBefore("2026-11-20")).toBe("2026-11-19");
    const dates = ["1/3/2015", "1/1/2015", "1/12/2015"];
    const { days } = monthOf(...dates.map((date) => row({ date })));
    expect(days.map(({ fileDate, date }) => [fileDate, date])).toEqual([
      ["2015-01-01", "2026-11-18"],
      ["2015-01-03", "2026-11-19"],
      ["2015-01-12", "2026-11-20"],
    ]);
  });

  it("[R25] keeps both rows of a team that has two on one day", () => {
    const { days, teams } = monthOf(row(), row({ smv: "5", no_of_workers: "3" }));
    expect(teams.map(({ id }) => id)).toEqual(["finishing-1", "finishing-1-2"]);
    expect(days[0]?.works.map(({ pieces }) => pieces)).toEqual([1080, 319]);
  });

  it("[R25] gives every team an id of its own, whatever people call it", () => {
    const { teams } = monthOf(row({ team: "A/1" }), row({ team: "A 1" }), row({ team: "équipe" }));
    expect(teams.map(({ id }) => id)).toEqual([
      "finishing-A-1",
      "finishing-A-1-2",
      "finishing-e-quipe",
    ]);
  });

  it("[R26] has a plan of 600 minutes for each day, and one that closes the factory", () => {
    const month = monthOf(row(), row({ date: "1/3/2015", no_of_workers: "9.5" }));
    const plans = plansOf(month, new Map([["rejeu.finishing-1", "a secret"]]));
    expect(plans.map(({ from }) => new Date(from).toISOString())).toEqual([
      "2026-11-18T23:00:00.000Z",
      "2026-11-19T23:00:00.000Z",
      "2026-11-20T23:00:00.000Z",
    ]);
    expect(
      plans.map(({ plan }) => [plan.calendar.shifts.length, plan.lines[0]?.operators]),
    ).toEqual([
      [1, 8],
      [1, 9.5],
      [0, 9.5],
    ]);
    const { fingerprint } = month;
    expect(plans.map(({ plan }) => markOf(plan))).toEqual(
      plans.map(() => ({ fingerprint, lastDate: "2026-11-20" })),
    );
  });

  it("[R26] is not taken for the maker of a plan with another counter in it", () => {
    const plan = plansOf(monthOf(row()), new Map())[0]?.plan;
    if (plan === undefined) throw new Error("no plan");
    expect(markOf(plan)).not.toBeNull();
    expect(markOf({ ...plan, devices: [...plan.devices, { id: "esp-01" }] })).toBeNull();
    expect(markOf({ ...plan, workshop: { ...plan.workshop, name: "Rejeu" } })).toBeNull();
  });
});

describe("a counter of the replay", () => {
  it("[R25] counts each day's pieces inside the day, from a base of 0", () => {
    const month = monthOf(row(), row({ date: "1/3/2015", no_of_workers: "9.5" }));
    const [counter] = countersOf(month);
    const samples = counter?.samples ?? [];
    expect(samples[0]).toMatchObject({ seq: 1, pieces: 0 });
    const piecesUntil = (date: string, time: string): number =>
      samples.findLast(({ up }) => (counter?.began ?? 0) + up <= momentOf(date, time))?.pieces ??
      -1;
    expect([
      piecesUntil("2026-11-19", "07:00"),
      piecesUntil("2026-11-19", "17:00"),
      piecesUntil("2026-11-20", "07:00"),
      piecesUntil("2026-11-20", "17:00"),
    ]).toEqual([0, 1080, 1080, 2362]);
    expect(samples.map(({ seq }) => seq)).toEqual(samples.map((_, index) => index + 1));
  });

  it("[R25] never seems to leap, even with several pieces a second", () => {
    const [counter] = countersOf(monthOf(row({ smv: "0.05", no_of_workers: "60" })));
    const { base, perMinute } = LEAP_LIMITS.pieces;
    const samples = counter?.samples ?? [];
    const leaps = samples.filter((sample, index) => {
      const before = samples[index - 1] ?? { up: 0, pieces: 0 };
      const minutes = (sample.up - before.up) / 60_000;
      return sample.pieces - before.pieces > base + perMinute * minutes;
    });
    expect(leaps).toEqual([]);
    expect(samples.at(-1)?.pieces).toBe(638_280);
  });

  it("[R26] says the same again when the same file is played on the same days", () => {
    const rows = [row(), row({ team: "2" })];
    expect(countersOf(monthOf(...rows))).toEqual(countersOf(monthOf(...rows)));
    const boots = countersOf(monthOf(...rows)).map(({ boot }) => boot);
    expect(new Set(boots).size).toBe(2);
    expect(countersOf(monthOf(...rows, row({ team: "3" })))[0]?.boot).not.toBe(boots[0]);
  });
});

describe("the comparison", () => {
  const { days } = monthOf(row());
  const [day] = days;
  if (day === undefined) throw new Error("no day");
  const line = { lineId: "finishing-1", pieces: 1080, efficiency: 0.8865 };
  // Half of a piece of 3.94 minutes, over 8 people's 600 minutes.
  const tolerance = (0.5 * 3.94) / (8 * 600);

  it.each([
    ["agrees with the file's own figure", line, true],
    ["agrees up to half a piece", { ...line, efficiency: 0.8865 - tolerance }, true],
    ["disagrees beyond half a piece", { ...line, efficiency: 0.8865 + 1.001 * tolerance }, false],
    ["disagrees with a piece more", { ...line, pieces: 1081 }, false],
    ["disagrees with a piece less", { ...line, pieces: 1079 }, false],
    ["disagrees with no efficiency", { ...line, efficiency: null }, false],
    ["disagrees with another line", { ...line, lineId: "finishing-2" }, false],
  ])("[R25] %s", (_, counted, isAgreed) => {
    expect(isDayAgreed(compareDay(day, { lines: [counted] }))).toBe(isAgreed);
  });

  it("[R25] disagrees with pieces on a line that the file does not have", () => {
    const other = { lineId: "other", pieces: 1, efficiency: null };
    expect(isDayAgreed(compareDay(day, { lines: [line, other] }))).toBe(false);
    expect(isDayAgreed(compareDay(day, { lines: [line, { ...other, pieces: 0 }] }))).toBe(true);
  });
});

describe("the command line of the replay", () => {
  it("[R26] plays into a server of its own unless it is given one, with its token", () => {
    expect(parseReplayOptions(["/tmp/usine.csv"], {})).toEqual({
      ok: true,
      options: { file: "/tmp/usine.csv", address: null },
    });
    const argv = ["/tmp/usine.csv", "--server", "http://atelier:8080"];
    expect(parseReplayOptions(argv, { TRAME_ADMIN_TOKEN: "token" })).toEqual({
      ok: true,
      options: {
        file: "/tmp/usine.csv",
        address: { server: "http://atelier:8080", broker: "mqtt://atelier:1883", token: "token" },
      },
    });
    expect(parseReplayOptions(argv, {})).toMatchObject({ ok: false, isHelp: false });
    expect(parseReplayOptions([...argv, "--token", "t", "--mqtt", "http://x"], {}).ok).toBe(false);
    expect(parseReplayOptions(["a.csv", "b.csv"], {}).ok).toBe(false);
  });

  it("[R26] finds a file from the folder of whoever asked npm", () => {
    expect(parseReplayOptions(["usine.csv"], { INIT_CWD: "/tmp" })).toMatchObject({
      options: { file: "/tmp/usine.csv" },
    });
  });
});
