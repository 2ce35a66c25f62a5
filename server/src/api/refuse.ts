import { type Static, Type } from "@fastify/type-provider-typebox";
import { type Blanks, REFUSAL_STATUS, type RefusalCode, sentenceOf } from "@trame/shared";
import { languageOf } from "./language.ts";

/** Every refusal has this form; `path` points into what was sent (RFC 6901), or names a parameter: `/day`. */
export const RefusalSchema = Type.Object(
  {
    code: Type.String({ description: "Stable, for programs." }),
    message: Type.String({ description: "For people, in the language asked for." }),
    path: Type.Optional(Type.String({ description: "RFC 6901 pointer to what is refused." })),
  },
  { description: "A refusal" },
);

export type RefusalBody = Static<typeof RefusalSchema>;

/** An expected refusal. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly path?: string;
  readonly blanks?: Blanks;
}

/** What of a request and its reply a refusal needs. */
export interface Asked {
  readonly headers: { readonly "accept-language"?: string | undefined };
}
export interface Answering {
  code(status: number): unknown;
  /** What was refused, for whoever looks at it afterwards. */
  refusedWith?: RefusalCode | null;
}

/** Sets the status and answers the body: the one place where a refusal becomes HTTP. */
export function refuse(request: Asked, reply: Answering, refusal: Refusal): RefusalBody {
  reply.code(REFUSAL_STATUS[refusal.code]);
  reply.refusedWith = refusal.code;
  return tell(request, refusal);
}

/** A refusal in the language that a request asks for. */
export function tell({ headers }: Asked, { code, path, blanks }: Refusal): RefusalBody {
  const message = sentenceOf(code, languageOf(headers["accept-language"]), blanks);
  return path === undefined ? { code, message } : { code, message, path };
}
