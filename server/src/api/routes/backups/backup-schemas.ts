import { type Static, Type } from "@fastify/type-provider-typebox";
import type { BackupDesk } from "../../../backup/backup-desk.ts";
import { type BackupRecord, isMadeUp } from "../../../backup/backup-record.ts";
import { type Comparison, sideOf } from "../../../backup/compare.ts";
import { type Asked, tell } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";

const At = Type.Integer({ description: "UTC ms" });
const AtOrNull = Type.Union([At, Type.Null()]);
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

/** What a store holds, in a few figures. */
const SideSchema = Type.Object({
  clock: Type.Integer({ description: "Writing transactions so far" }),
  lastAt: AtOrNull,
  pieces: Type.Integer({ description: "Counted at all stations together" }),
  acts: Type.Integer({ description: "What people did" }),
  orders: Type.Integer(),
  bundles: Type.Integer(),
});

const KindSchema = Type.Enum(["hourly", "nightly", "manual", "before-restore", "uploaded"]);

const BackupSchema = Type.Object({
  id: Type.String(),
  kind: KindSchema,
  at: Type.Integer({ description: "When it was made or received, UTC ms" }),
  isMadeUp: Type.Boolean({ description: "Made later, for a night that was missed" }),
  size: Type.Integer({ description: "Bytes" }),
  sha256: Type.String(),
  verifiedAt: Type.Integer({ description: "When it was restored beside and compared, UTC ms" }),
  damagedAt: AtOrNull,
  clock: Type.Integer({ description: "Of the log; restoring asks for it" }),
  version: Type.Integer({ description: "Of the schema" }),
  totals: SideSchema,
});

const FailingSchema = Type.Object({
  code: Type.String(),
  message: Type.String({ description: "What is wrong, and what to do" }),
  since: At,
});

const RestoreSchema = Type.Object({
  id: Type.String({ description: "Of the backup that is restored" }),
  step: Type.Enum(["saving", "preparing", "stopping", "starting", "done", "failed"]),
  startedAt: At,
  endedAt: AtOrNull,
  beforeId: TextOrNull,
  code: TextOrNull,
  message: TextOrNull,
});

/** All that the page of backups shows. */
export const BackupListSchema = Type.Object({
  now: At,
  verifiedAt: AtOrNull,
  backups: Type.Array(BackupSchema, { description: "Verified ones, the newest first" }),
  doing: Type.Union([Type.Object({ kind: KindSchema, since: At }), Type.Null()]),
  failing: Type.Union([FailingSchema, Type.Null()]),
  second: Type.Union([
    Type.Object({
      folder: Type.String(),
      copiedAt: AtOrNull,
      failing: Type.Union([FailingSchema, Type.Null()]),
    }),
    Type.Null(),
  ]),
  restore: Type.Union([RestoreSchema, Type.Null()], { description: "Under way, or the last one" }),
});

export type BackupList = Static<typeof BackupListSchema>;

/** One backup as it is listed. */
function rowOf(record: BackupRecord): BackupList["backups"][number] {
  const { id, kind, at, size, sha256, verifiedAt, damagedAt, totals } = record;
  const { clock, version } = totals.outline;
  const made = { id, kind, at, isMadeUp: isMadeUp(record) };
  const told = { ...made, size, sha256, verifiedAt, damagedAt, clock, version };
  return { ...told, totals: sideOf(totals.outline) };
}

/** The list in the language of a request. */
export function listOf(asked: Asked, desk: BackupDesk, now: number): BackupList {
  const { backups, state } = desk;
  const { doing, failing, second, settings, shelf } = backups;
  const failingOf = (one: typeof failing): BackupList["failing"] =>
    one === null ? null : { ...messageOf(asked, one.code), since: one.since };
  return {
    now,
    verifiedAt: shelf.verifiedAt,
    backups: shelf.records.map(rowOf),
    doing,
    failing: failingOf(failing),
    second:
      settings.folder === null
        ? null
        : {
            folder: settings.folder,
            copiedAt: second.copiedAt,
            failing: failingOf(second.failing),
          },
    restore: restoreOf(asked, state),
  };
}

function restoreOf(asked: Asked, state: BackupDesk["state"]): BackupList["restore"] {
  if (state === null) return null;
  const { fault, ...known } = state;
  const told = fault === null ? { code: null, message: null } : messageOf(asked, fault);
  return { ...known, ...told };
}

function messageOf(asked: Asked, code: Parameters<typeof tell>[1]["code"]) {
  const { message } = tell(asked, { code });
  return { code, message };
}

const CountedSchema = Type.Object({ pieces: Type.Integer(), acts: Type.Integer() });
const Ids = (description: string) => Type.Array(Type.String(), { description });
const Moments = (description: string) => Type.Array(Type.Integer(), { description });

/** What restoring would change. */
export const ComparisonSchema = answering<Comparison>(
  Type.Object({
    before: SideSchema,
    after: SideSchema,
    days: Type.Array(
      Type.Object({ day: Type.String(), before: CountedSchema, after: CountedSchema }),
      { description: "Days that are not the same, the newest first" },
    ),
    orders: Type.Object({
      gone: Ids("There now, and no more afterwards"),
      back: Ids("Not there now, and again afterwards"),
      changed: Type.Array(
        Type.Object({ id: Type.String(), before: Type.String(), after: Type.String() }),
      ),
    }),
    plans: Type.Object({
      gone: Moments("From when the plans hold that would be gone, UTC ms"),
      back: Moments("From when the plans hold that would be back, UTC ms"),
    }),
    devices: Ids("Counters that were let in since: they would have to be again"),
    changed: Type.Object(
      {
        settings: Ids("Keys of settings"),
        styles: Ids("Styles whose sheet was changed"),
        routings: Ids("Styles whose routing was changed"),
        orders: Ids("Orders made or changed"),
        people: Type.Integer({ description: "Times that somebody's sheet was changed" }),
        cartons: Type.Integer({ description: "Cartons that were closed" }),
        cartonsOpened: Type.Integer({ description: "Cartons that were opened again" }),
      },
      { description: "What people changed since the backup, that would be as it was" },
    ),
  }),
);

export const IdSchema = Type.Object({ id: Type.String({ maxLength: 40 }) });
