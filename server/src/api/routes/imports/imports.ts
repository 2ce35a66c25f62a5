import { type Static, Type } from "@fastify/type-provider-typebox";
import { personal } from "@trame/shared/schemas";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ImportFault } from "../../../imports/columns.ts";
import { exampleOf, type ImportKind } from "../../../imports/examples.ts";
import {
  type Existing,
  type ReadFile,
  type ReadImport,
  readImport,
} from "../../../imports/import-file.ts";
import type { Store } from "../../../store/open-store.ts";
import { may } from "../../access/principal.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { type Asked, type Refusal, RefusalSchema, refuse, tell } from "../../refuse.ts";

const FILE_BYTES_MAX = 5 * 1_024 * 1_024;
/** Enough to see what a file brings; it counts them all. */
const PREVIEW_MAX = 200;
const FAULTS_MAX = 500;

const KindSchema = Type.Object({
  kind: Type.Union([
    Type.Literal("styles"),
    Type.Literal("routings"),
    Type.Literal("orders"),
    Type.Literal("operators"),
  ]),
});

const FaultSchema = Type.Object({
  row: Type.Integer({ description: "As the spreadsheet numbers it" }),
  column: Type.Union([Type.String(), Type.Null()], { description: "Its header in the file" }),
  value: Type.String({ description: "What stands in the cell" }),
  code: Type.String(),
  message: Type.String({ description: "What to write instead" }),
});

const ImportSchema = Type.Object({
  kind: Type.String(),
  rows: Type.Integer({ description: "Rows below the headers that hold something" }),
  new: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  ignored: Type.Array(Type.String(), { description: "Headers that nothing is read from" }),
  faults: Type.Array(FaultSchema, { description: `At most ${FAULTS_MAX}` }),
  preview: Type.Array(
    Type.Object({
      row: Type.Integer(),
      name: personal(Type.String({ description: "A pseudonym, of people" })),
      becomes: Type.Union([Type.Literal("new"), Type.Literal("changed"), Type.Literal("same")]),
    }),
    { description: `The first ${PREVIEW_MAX} things` },
  ),
  committed: Type.Boolean(),
});

const FaultyImportSchema = Type.Object({
  ...RefusalSchema.properties,
  ...Type.Partial(ImportSchema).properties,
});

/** Files that bring styles, routings, orders or people: read and checked; written all or nothing, when that is asked ([I10], [I12]). */
export function routeImports(app: Api, deps: RouteDeps): void {
  routeExamples(app);
  const schema = {
    summary: "Reads a CSV or XLSX file, and writes what it brings when `commit` is true",
    tags: ["imports"],
    params: KindSchema,
    querystring: Type.Object({ commit: Type.Optional(Type.Enum(["true", "false"])) }),
    response: { 200: ImportSchema, "4xx": FaultyImportSchema },
  };
  const config = {
    look: {
      what: "people",
      unless: (request: FastifyRequest) => !isOfPeople(request),
    },
  } as const;
  const options = { schema, config, bodyLimit: FILE_BYTES_MAX, onRequest: holdPeople };
  app.register((scope: Api, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<Buffer>("*", { parseAs: "buffer" }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.post("/api/v1/imports/:kind", options, async (request, reply) => {
      const { kind } = request.params;
      const read = await readBody(kind, request.body, deps);
      if (!read.ok) return refuse(request, reply, { code: read.fault });
      const answer = { kind, ...describe(request, read.file), committed: false };
      if (request.query.commit !== "true") return answer;
      const refusal = await commit(read.file, deps);
      if (refusal === null) return { ...answer, committed: true };
      return { ...refuse(request, reply, refusal), ...answer };
    });
    done();
  });
}

async function readBody(
  kind: ImportKind,
  body: unknown,
  { now, store, tables }: RouteDeps,
): Promise<ReadImport | { readonly ok: false; readonly fault: "imports-busy" }> {
  const table = await tables.read(body instanceof Uint8Array ? body : new Uint8Array());
  if (table === null) return { ok: false, fault: "imports-busy" };
  return readImport(kind, table, {
    readExisting: () => readExisting(store),
    check: (batch) => store.checkCatalogue(batch, now()),
  });
}

function isOfPeople({ params }: FastifyRequest): boolean {
  return Object(params).kind === "operators";
}

/** A file of people is people's data, whoever may write orders ([RO7]). */
function holdPeople(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (!isOfPeople(request) || may(request.principal, "people.write")) done();
  else reply.send(refuse(request, reply, { code: "not-allowed" }));
}

/** Writes what a file brings; null when it is on disk. */
async function commit(
  { batch, faults }: ReadFile,
  { now, store }: RouteDeps,
): Promise<Refusal | null> {
  const faulty = { code: "import-faulty", blanks: { count: faults.length } } as const;
  if (faults.length > 0) return faulty;
  const taken = await store.putCatalogue(batch, now());
  if (taken.ok) return null;
  // Something changed between the check and the writing: a second try shows what.
  return "refusal" in taken ? taken.refusal : faulty;
}

function routeExamples(app: Api): void {
  const schema = {
    summary: "A small file that can be imported as it is, to write over",
    tags: ["imports"],
    params: KindSchema,
    response: { 200: Type.Unsafe<string>({ description: "CSV" }), "4xx": RefusalSchema },
  };
  app.get("/api/v1/imports/:kind/example.csv", { schema }, (request, reply) => {
    const { kind } = request.params;
    reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="trame-${kind}.csv"`);
    return exampleOf(kind);
  });
}

async function readExisting({ reports }: Pick<Store, "reports">): Promise<Existing> {
  const [styles, routings, orders, operators] = await Promise.all([
    reports.readStyles(),
    reports.readRoutings(null),
    reports.readOrders("all"),
    reports.readOperators(),
  ]);
  // Versions ascend: the last one of a style stays.
  const latest = new Map(routings.map((routing) => [routing.styleId, routing]));
  return {
    styles,
    routings: [...latest.values()],
    orders: orders.map(({ id, order }) => ({ ...order, id })),
    operators,
  };
}

function describe(
  request: Asked,
  { rows, faults, ignored, preview }: ReadFile,
): Omit<Static<typeof ImportSchema>, "kind" | "committed"> {
  const count = (what: string): number => preview.filter(({ becomes }) => becomes === what).length;
  return {
    rows,
    new: count("new"),
    changed: count("changed"),
    same: count("same"),
    ignored: [...ignored],
    faults: faults.slice(0, FAULTS_MAX).map((fault) => describeFault(request, fault)),
    preview: preview.slice(0, PREVIEW_MAX).map((line) => ({ ...line })),
  };
}

function describeFault(request: Asked, { row, column, value, code, blanks }: ImportFault) {
  const { message } = tell(request, blanks === undefined ? { code } : { code, blanks });
  return { row, column, value, code, message };
}
