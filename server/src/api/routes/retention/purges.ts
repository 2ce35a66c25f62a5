import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../../api.ts";

const Rows = Type.Record(Type.String(), Type.Integer(), { description: "Rows by table" });

const PurgeSchema = Type.Object({
  at: Type.Integer({ description: "UTC ms" }),
  cause: Type.Union([Type.Literal("night"), Type.Literal("removal")]),
  taken: Rows,
  proof: Type.Object({
    isProven: Type.Boolean({ description: "What was deleted is nowhere any more" }),
    left: Rows,
    sought: Type.Integer({ description: "Deleted values that were looked for in the files" }),
    deleted: Type.Integer({ description: "Deleted values in all" }),
    files: Type.Integer(),
    bytes: Type.Integer(),
    found: Type.Array(Type.Object({ file: Type.String(), values: Type.Integer() })),
    isCompacted: Type.Boolean({ description: "The database was written anew as a whole" }),
    fault: Type.Union([Type.String(), Type.Null()]),
  }),
  backups: Type.Object({
    rewritten: Type.Integer(),
    dropped: Type.Integer(),
    left: Type.Array(Type.String()),
  }),
});

/** What was deleted at the end of its time, and how that was proved ([RT8]). */
export function routePurges(app: Api, { store }: RouteDeps): void {
  const schema = {
    tags: ["privacy"],
    summary: "What was deleted each night, the latest first, and whether it is proved",
    response: { 200: Type.Object({ purges: Type.Array(PurgeSchema) }) },
  };
  app.get("/api/v1/privacy/purges", { schema }, async () => ({
    purges: (await store.reports.readPurges()).map((purge) => ({
      ...purge,
      taken: { ...purge.taken },
      proof: { ...purge.proof, left: { ...purge.proof.left }, found: [...purge.proof.found] },
      backups: { ...purge.backups, left: [...purge.backups.left] },
    })),
  }));
}
