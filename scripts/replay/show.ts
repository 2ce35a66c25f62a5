import { type Comparison, type DayComparison, isDayAgreed } from "./compare.ts";

const RATIO = new Intl.NumberFormat("fr-FR", {
  minimumFractionDigits: 5,
  maximumFractionDigits: 5,
});
const WIDTHS = [14, 8, 10, 11, 11, 10];
const HEAD = ["équipe", "pièces", "comptées", "rendement", "compté", "permis ±"];

/** The comparison of a day, a line for each team. */
export function showDay(comparison: DayComparison): string {
  const { day, teams, surplus } = comparison;
  return [
    `${day.fileDate}, joué le ${day.date}`,
    showRow(HEAD),
    ...teams.map(showTeam),
    ...surplus.map(({ lineId, pieces }) => `✗ ${lineId} : ${pieces} pièces en trop`),
    "",
  ].join("\n");
}

/** The last lines: how many team-days agree. */
export function showTotal(comparisons: readonly DayComparison[]): string {
  const teams = comparisons.flatMap((comparison) => comparison.teams);
  const agreed = teams.filter(({ isAgreed }) => isAgreed).length;
  const pieces = teams.reduce((sum, { work }) => sum + work.pieces, 0);
  const days = comparisons.filter((comparison) => !isDayAgreed(comparison));
  const summary = `${teams.length} journées d'équipe, ${pieces} pièces : ${agreed} d'accord, ${teams.length - agreed} en désaccord.`;
  if (days.length === 0) return summary;
  return [summary, "", "Le produit compte autrement :", ...days.map(showFaults)].join("\n");
}

function showFaults({ day, teams, surplus }: DayComparison): string {
  const wrong = teams.filter(({ isAgreed }) => !isAgreed);
  const kept = { day, teams: wrong, surplus };
  return showDay(kept).trimEnd();
}

function showTeam({ work, counted, tolerance, isAgreed }: Comparison): string {
  const row = [
    work.team.name,
    String(work.pieces),
    String(counted?.pieces ?? "—"),
    RATIO.format(work.efficiency),
    counted?.efficiency == null ? "—" : RATIO.format(counted.efficiency),
    RATIO.format(tolerance),
  ];
  return `${showRow(row)}  ${isAgreed ? "✓" : "✗"}`;
}

function showRow([name = "", ...figures]: readonly string[]): string {
  const [first = 0, ...widths] = WIDTHS;
  const cells = figures.map((figure, index) => figure.padStart(widths[index] ?? 0));
  return `  ${name.padEnd(first)}${cells.join("")}`;
}
