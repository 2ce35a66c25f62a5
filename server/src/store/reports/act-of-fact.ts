import type { BareFact, ReportFact } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type Clockwork, createClockwork } from "../clock-steps.ts";
import { type ActKind, timeOf } from "../floor/act-log.ts";
import { createCodeReader } from "../floor/bundle-cards.ts";

interface ActRow {
  readonly n: number;
  readonly run: number;
  readonly key: string;
  readonly kind: ActKind;
  readonly origin: "scan" | "hand";
  readonly at: number;
  readonly eventAt: number | null;
  readonly received: number;
}

/** Acts that say what pieces were; others only move them, and what they let deduce is their word too. */
const DECLARING: readonly ActKind[] = ["finish", "return"];

/** Tells facts as they are on record: with the act that said so, the bundle's ticket, and what corrected it since. */
export function createFactTeller(sqlite: Database): (facts: readonly BareFact[]) => ReportFact[] {
  const statements = prepare(sqlite);
  const clockwork = createClockwork(sqlite);
  const codeOf = createCodeReader(sqlite);

  function actOf({ key, n, bundleId, at }: BareFact): ActRow | null {
    if (key !== null) return statements.byKey.get(key) ?? null;
    if (n !== null) return statements.byNumber.get(n) ?? null;
    return bundleId === null ? null : actAt(bundleId, { at, clockwork });
  }

  function actAt(bundleId: number, { at, clockwork: by }: { at: number; clockwork: Clockwork }) {
    const then = statements.ofBundle.all(bundleId).filter((row) => timeOf(by, row) === at);
    return then.find(({ kind }) => DECLARING.includes(kind)) ?? then[0] ?? null;
  }

  function told({ n: _, bundleId, ...fact }: BareFact & { n: unknown }, act: ActRow | null) {
    const code = bundleId === null ? null : codeOf(bundleId);
    if (act === null) return { ...fact, code, correctedBy: null };
    const { key, kind, received: receivedAt } = act;
    const correctedBy = statements.correction.get(key) ?? null;
    return { ...fact, code, key, kind, receivedAt, correctedBy };
  }

  return (facts) => {
    clockwork.reload();
    return facts.map((fact) => told(fact, fact.kind === "pieces" ? null : actOf(fact)));
  };
}

function prepare(sqlite: Database) {
  const select = `SELECT a.n, a.run, a.key, a.kind, a.origin, a.at, e.at AS eventAt, a.received
    FROM acts a LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq`;
  return {
    byKey: sqlite.prepare<[string], ActRow>(`${select} WHERE a.key = ?`),
    byNumber: sqlite.prepare<[number], ActRow>(`${select} WHERE a.n = ?`),
    ofBundle: sqlite.prepare<[number], ActRow>(
      `${select} JOIN act_bundles x ON x.n = a.n
       WHERE x.bundle_id = ? AND a.state = 'accepted' AND a.kind <> 'undo' ORDER BY a.n`,
    ),
    correction: sqlite
      .prepare<[string], string>(
        `SELECT key FROM acts m WHERE m.about = ? AND m.kind = 'amend' AND m.state = 'accepted'
         AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = m.key AND u.kind = 'undo' AND u.state = 'accepted')
         ORDER BY m.n DESC LIMIT 1`,
      )
      .pluck(),
  };
}
