import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import { Settings } from "typebox/system";
import type { Api } from "./api.ts";
import { findJsonSlip, type JsonSlip } from "./json-slip.ts";

/** A plan of 2,000 stations can be wrong in many places; beyond, mending some shows the others. */
const FAULTS_MAX = 200;

/** What was sent is no JSON, and where it stops being it. */
export class BodyNotJson extends Error {
  readonly slip: JsonSlip;

  constructor(slip: JsonSlip) {
    super("the body is not JSON");
    this.slip = slip;
  }
}

/**
 * Checks what is sent against its schema as it is: nothing is converted, filled in or dropped, so that a text where
 * a number belongs is told and not guessed.
 */
export function createValidation(): FastifySchemaCompiler<TSchema> {
  Settings.Set({ maxErrors: FAULTS_MAX });
  return ({ schema }) => {
    // Most routes are asked long after the start, which need not wait for hundreds of schemas.
    let compiled: Validator | null = null;
    return (value: unknown) => {
      compiled ??= Compile(schema);
      return compiled.Check(value) ? { value } : { error: compiled.Errors(value) };
    };
  };
}

/** Nothing sent is no fault where nothing is needed, even when it says that it is JSON. */
export function acceptEmptyBodies(app: Api): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser<string>(
    "application/json",
    { parseAs: "string" },
    (request, body, done) => {
      if (body === "") return done(null, undefined);
      void parse(request, body, (error, value) => {
        const slip = error === null ? null : findJsonSlip(body);
        done(slip === null ? error : new BodyNotJson(slip), value);
      });
    },
  );
}
