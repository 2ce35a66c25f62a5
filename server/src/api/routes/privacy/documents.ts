import { Type } from "@fastify/type-provider-typebox";
import { PRIVACY_SETTING, privacyOf, ROLE_PERMISSIONS } from "@trame/shared";
import { DOCUMENT_KINDS, type PrivacyDocument } from "../../../privacy/documents/document.ts";
import { writeDocument } from "../../../privacy/documents/write-document.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";

const TextOrNull = Type.Union([Type.String(), Type.Null()]);

const DocumentSchema = Type.Object({
  kind: Type.Enum([...DOCUMENT_KINDS]),
  day: Type.String({ description: "YYYY-MM-DD on which it was written" }),
  title: Type.String(),
  mark: TextOrNull,
  lead: Type.Array(Type.String()),
  sections: Type.Array(
    Type.Object({
      heading: Type.String(),
      pictogram: TextOrNull,
      paragraphs: Type.Array(Type.String()),
      items: Type.Array(Type.String()),
      rows: Type.Array(Type.Object({ name: Type.String(), text: TextOrNull })),
    }),
  ),
});

/** Documents about the data of people, written from what is in force at the moment ([PR8]). */
export function routePrivacyDocuments(app: Api, { access, live, store }: RouteDeps): void {
  const schema = {
    tags: ["privacy"],
    summary:
      "A document for people, the works council or the register, from the settings in force; in French",
    params: Type.Object({ kind: Type.Enum([...DOCUMENT_KINDS]) }),
    response: { 200: answering<PrivacyDocument>(DocumentSchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/privacy/documents/:kind", { schema }, async ({ params }) => {
    const setting = privacyOf(await store.setting(PRIVACY_SETTING));
    const { day, workshop } = await live.readBoard();
    const { supervisorId } = setting;
    return writeDocument(params.kind, {
      ...{ setting, day, roles: ROLE_PERMISSIONS },
      workshop: workshop?.name ?? "à nommer",
      supervisor: supervisorId === null ? null : (access.accounts.find(supervisorId)?.name ?? null),
    });
  });
}
