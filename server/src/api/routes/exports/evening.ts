import { Type } from "@fastify/type-provider-typebox";
import {
  EVENING_EXPORT_SETTING,
  type EveningExportSettings,
  eveningExportOf,
  formatDay,
  type KeptEveningExport,
  parseDay,
} from "@trame/shared";
import { EveningExportSchema } from "@trame/shared/schemas";
import { QUIET_MS } from "../../../exports/evening/due-days.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse, tell } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";

const URL = "/api/v1/settings/evening-export";
const tags = ["reports"];

const AtOrNull = Type.Union([Type.Integer({ description: "UTC ms" }), Type.Null()]);

const StatusSchema = Type.Object({
  state: Type.Union([Type.Literal("off"), Type.Literal("ok"), Type.Literal("failing")]),
  nextAt: Type.Union([Type.Integer(), Type.Null()], {
    description: "When today's files are written, UTC ms; null where that is past, or off",
  }),
  last: Type.Union([
    Type.Object({
      day: Type.String(),
      version: Type.Integer({ description: "1 is the day as it closed" }),
      writtenAt: Type.Integer({ description: "UTC ms" }),
    }),
    Type.Null(),
  ]),
  failing: Type.Union(
    [Type.Object({ ...RefusalSchema.properties, since: AtOrNull }), Type.Null()],
    { description: "Why nothing can be written; tried again each minute" },
  ),
});

interface Status {
  readonly state: "off" | "ok" | "failing";
  readonly nextAt: number | null;
  readonly last: {
    readonly day: string;
    readonly version: number;
    readonly writtenAt: number;
  } | null;
  readonly failing: {
    readonly code: string;
    readonly message: string;
    readonly since: number;
  } | null;
}

/** Files that the server writes into a folder each evening. */
export function routeEvening(app: Api, deps: RouteDeps): void {
  routeSettings(app, deps);
  routeStatus(app, deps);
}

function routeSettings(app: Api, { evening, live, now, store }: RouteDeps): void {
  const common = {
    tags,
    response: { 200: answering<EveningExportSettings>(EveningExportSchema), "4xx": RefusalSchema },
  };
  const kept = async () => eveningExportOf(await store.setting(EVENING_EXPORT_SETTING));
  const reading = { ...common, summary: "What is written into a folder each evening" };
  app.get(URL, { schema: reading }, async () => toldOf(await kept()));

  const writing = {
    ...common,
    summary: "Sets it; a folder that nothing can be written into is refused while it is on",
    body: EveningExportSchema,
  };
  app.put(URL, { schema: writing }, async (request, reply) => {
    const { body } = request;
    const fault = body.enabled ? await evening.tryFolder(body.folder) : null;
    if (fault !== null) return refuse(request, reply, { ...fault, path: "/folder" });
    const before = await kept();
    const today = (await live.readBoard()).day;
    const setting: KeptEveningExport = {
      ...body,
      kinds: [...new Set(body.kinds)],
      formats: [...new Set(body.formats)],
      since: body.enabled ? (before.since ?? today) : null,
    };
    await store.putSetting(EVENING_EXPORT_SETTING, JSON.stringify(setting), now());
    void evening.check();
    return toldOf(setting);
  });
}

function toldOf({ since: _, ...setting }: KeptEveningExport): EveningExportSettings {
  return setting;
}

function routeStatus(app: Api, deps: RouteDeps): void {
  const { evening, store } = deps;
  const schema = {
    summary: "Whether the evening's files were written, and if not, why",
    tags,
    response: { 200: answering<Status>(StatusSchema) },
  };
  app.get("/api/v1/exports/evening", { schema }, async (request): Promise<Status> => {
    const { enabled } = eveningExportOf(await store.setting(EVENING_EXPORT_SETTING));
    const { last, failing } = evening.status();
    const told = last === null ? null : { ...last, day: formatDay(last.day) };
    if (!enabled) return { state: "off", nextAt: null, last: told, failing: null };
    const nextAt = await readNextAt(deps);
    if (failing === null) return { state: "ok", nextAt, last: told, failing: null };
    const { since } = failing;
    return { state: "failing", nextAt, last: told, failing: { ...tell(request, failing), since } };
  });
}

/** When today's files are to be written, UTC ms; null when that is past, and on a day off. */
async function readNextAt({ live, now, store }: RouteDeps): Promise<number | null> {
  const today = parseDay((await live.readBoard()).day);
  if (today === null) return null;
  const { endsAt } = await store.reports.readDayTurn(today);
  return endsAt === null || endsAt + QUIET_MS <= now() ? null : endsAt + QUIET_MS;
}
