import { Type } from "@fastify/type-provider-typebox";
import { parseCode, type TicketCode } from "@trame/shared";
import type { ActRead } from "../../../store/journal/act-read.ts";
import type { AuthorRead } from "../../../store/journal/author-read.ts";
import type { JournalRead } from "../../../store/journal/journal-read.ts";
import type { Principal } from "../../access/principal.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { readMoment } from "../../moments.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";
import { routeVerification } from "./verification.ts";

const Anything = Type.Unknown({ description: "Figures and fields; null: nothing, or not shown" });

const AuthorSchema = Type.Object({
  kind: Type.Unsafe<AuthorRead["kind"]>(
    Type.String({ description: "account, key, station, wall, token, local, anonymous" }),
  ),
  id: TextOrNull,
  name: Type.Union([Type.String(), Type.Null()], {
    description: "Of the account or the key; null for others, and where it is not for the reader",
  }),
  isGone: Type.Boolean({ description: "The account or the key was deleted since" }),
});

const EntrySchema = Type.Object({
  n: Type.Integer({ description: "Order of arrival" }),
  at: At,
  kind: Type.String({ description: "amend, undo, correction, setting, plan, order, …" }),
  by: Type.Union([Type.Literal("desk"), Type.Literal("station")]),
  author: Type.Union([AuthorSchema, Type.Null()], {
    description: "Who; null for what was written before that was kept, and for nobody",
  }),
  stationId: TextOrNull,
  subject: TextOrNull,
  subjectName: Type.Union([Type.String(), Type.Null()], {
    description: "Of an account, a key or a screen; null for others",
  }),
  before: Anything,
  after: Anything,
  reason: TextOrNull,
  key: TextOrNull,
  about: TextOrNull,
  isUndone: Type.Boolean(),
});

const JournalSchema = Type.Object({
  entries: Type.Array(EntrySchema, { description: "The newest first" }),
  next: Type.Union([Type.Integer(), Type.Null()], { description: "`before` of the next page" }),
});

const Declared = Type.Record(Type.String(), Type.Unknown());

const ActSchema = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  at: At,
  received: At,
  stationId: TextOrNull,
  code: TextOrNull,
  operation: TextOrNull,
  original: Declared,
  now: Declared,
  isUndone: Type.Boolean(),
  amendments: Type.Array(
    Type.Object({
      n: Type.Integer(),
      key: Type.String(),
      at: At,
      reason: Type.String(),
      to: Declared,
      isUndone: Type.Boolean(),
    }),
  ),
  canAmend: Type.Boolean(),
  before: Type.Union([Declared, Type.Null()]),
  after: Type.Union([Declared, Type.Null()]),
  reason: TextOrNull,
  about: Type.Union([
    Type.Object({
      key: Type.String(),
      kind: Type.String(),
      code: TextOrNull,
      stationId: TextOrNull,
    }),
    Type.Null(),
  ]),
});

const JournalQuery = Type.Object({
  from: Type.Optional(Type.String({ description: "A day, or RFC 3339; the beginning if absent" })),
  to: Type.Optional(
    Type.String({ description: "A day, or RFC 3339; not included; now if absent" }),
  ),
  of: Type.Optional(
    Type.Union([Type.Literal("all"), Type.Literal("figures"), Type.Literal("settings")]),
  ),
  before: Type.Optional(Type.Integer({ minimum: 0 })),
});

const tags = ["journal"];

/** Who changed what, when, and what it was before ([JO3], [JO4]). */
export function routeJournal(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  routeVerification(app, deps);
  const journal = {
    summary: "Who changed what, when, what it was and what it is now",
    tags,
    querystring: JournalQuery,
    response: { 200: answering<JournalRead>(JournalSchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/journal", { schema: journal }, async (request, reply) => {
    const { of = "all", before = null, from, to } = request.query;
    const begin = from === undefined ? 0 : await readMoment(from, deps);
    if (begin === null) return refuse(request, reply, notAMoment("/from", from));
    const end = to === undefined ? now() + 1 : await readMoment(to, deps);
    if (end === null) return refuse(request, reply, notAMoment("/to", to));
    const read = await store.reports.readJournal({ from: begin, to: end, of, before });
    return knowsNames(request.principal) ? read : withoutNames(read);
  });

  const act = {
    summary: "An act as it was declared, as it holds now, and its corrections",
    tags,
    params: Type.Object({ key: Type.String({ maxLength: 80 }) }),
    querystring: Type.Object({
      code: Type.Optional(
        Type.String({ maxLength: 256, description: "Of a cutting: ticket of the bundle meant" }),
      ),
    }),
    response: { 200: answering<ActRead>(ActSchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/acts/:key", { schema: act }, async (request, reply) => {
    const read = await store.reports.readAct(request.params.key, readCode(request.query.code));
    return read ?? refuse(request, reply, { code: "act-unknown" });
  });
}

/** Colleagues who sign in know each other's names; a program does not. */
function knowsNames({ kind }: Principal): boolean {
  return kind === "account" || kind === "admin-token";
}

function withoutNames({ entries, next }: JournalRead): JournalRead {
  const nameless = entries.map((entry) => ({
    ...entry,
    subjectName: null,
    author: entry.author === null ? null : { ...entry.author, name: null },
  }));
  return { entries: nameless, next };
}

function notAMoment(path: string, value = "") {
  return { code: "moment-invalid", path, blanks: { value } } as const;
}

function readCode(text = ""): TicketCode | null {
  const parsed = parseCode(text);
  return parsed.ok ? parsed : null;
}
