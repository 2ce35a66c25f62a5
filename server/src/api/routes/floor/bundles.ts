import { Type } from "@fastify/type-provider-typebox";
import type { BundleCard, BundleState, OperationState } from "@trame/shared";
import type { ListedBundle } from "../../../store/floor/bundle-list.ts";
import type { StoryFact } from "../../../store/floor/story-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { type Asked, RefusalSchema, refuse } from "../../refuse.ts";
import { tellAnswer } from "./answer.ts";
import {
  At,
  answering,
  BundleCardSchema,
  BundleStateSchema,
  IntegerOrNull,
  OutcomeSchema,
  TextOrNull,
} from "./card-schemas.ts";

const BundleSchema = Type.Object({
  ...BundleCardSchema.properties,
  state: BundleStateSchema,
});

const FactSchema = Type.Object({
  at: At,
  kind: Type.String(),
  origin: Type.String({ description: "machine, scan, hand, deduced or correction" }),
  key: TextOrNull,
  stationId: TextOrNull,
  isAccepted: Type.Boolean(),
  isUndone: Type.Boolean(),
  isOffline: Type.Boolean(),
  code: Type.Union([Type.String(), Type.Null()], { description: "What was answered" }),
  message: TextOrNull,
  conflict: TextOrNull,
  operation: TextOrNull,
  pieces: IntegerOrNull,
  outcome: Type.Union([OutcomeSchema, Type.Null()]),
  details: Type.Record(Type.String(), Type.Unknown()),
});

const StorySchema = Type.Object({
  bundle: BundleSchema,
  parent: Type.Union([Type.String(), Type.Null()], { description: "Split off this bundle" }),
  joinedInto: TextOrNull,
  facts: Type.Array(FactSchema, { description: "In the order in which they happened" }),
});

/** A bundle as it is told: without what only the fold needs to go on. */
interface ToldBundle extends BundleCard {
  readonly state: Omit<BundleState, "id" | "part" | "operations"> & {
    readonly operations: readonly ToldOperation[];
  };
}

/** Whose work it was is nobody's business here, not even as an assignment ([PD1]). */
type ToldOperation = Omit<
  OperationState,
  "takenGood" | "isTruth" | "scanKey" | "isDeclared" | "assignmentId"
>;

interface Story {
  readonly bundle: ToldBundle;
  readonly parent: string | null;
  readonly joinedInto: string | null;
  readonly facts: readonly ToldFact[];
}

interface ToldFact extends Omit<StoryFact, "answer" | "assignmentId"> {
  readonly code: string | null;
  readonly message: string | null;
  readonly conflict: string | null;
}

const Bundle = answering<ToldBundle>(BundleSchema);
const State = Type.Union([
  Type.Literal("open"),
  Type.Literal("waiting"),
  Type.Literal("outside"),
  Type.Literal("conflict"),
  Type.Literal("all"),
]);
const CodeParams = Type.Object({ code: Type.String({ maxLength: 256 }) });

/** Bundles and their stories. */
export function routeBundles(app: Api, { store }: RouteDeps): void {
  const listing = {
    summary: "Bundles, a page at a time",
    tags: ["bundles"],
    querystring: Type.Object({
      order: Type.Optional(Type.String({ maxLength: 64 })),
      state: Type.Optional(State),
      after: Type.Optional(
        Type.String({ pattern: "^[0-9]{1,15}$", description: "`after` of the page before" }),
      ),
    }),
    response: {
      200: Type.Object({
        bundles: Type.Array(Bundle),
        after: Type.Union([Type.String(), Type.Null()], { description: "null: the last page" }),
      }),
      "4xx": RefusalSchema,
    },
  };
  app.get("/api/v1/bundles", { schema: listing }, async ({ query }) => {
    const { order = null, state = "all", after = "0" } = query;
    const asked = { orderId: order, state, after: Number(after) };
    const page = await store.reports.readBundles(asked);
    return {
      bundles: page.bundles.map(bundleOf),
      after: page.after === null ? null : String(page.after),
    };
  });

  const one = {
    summary: "A bundle, by the code of any of its tickets",
    tags: ["bundles"],
    params: CodeParams,
    response: { 200: Bundle, "4xx": RefusalSchema },
  };
  app.get("/api/v1/bundles/:code", { schema: one }, async (request, reply) => {
    const story = await store.reports.readStory(request.params.code);
    return story === null ? refuse(request, reply, { code: "bundle-unknown" }) : bundleOf(story);
  });

  const telling = {
    summary: "Every fact of a bundle's life, in order, with its origin",
    tags: ["bundles"],
    params: CodeParams,
    response: { 200: answering<Story>(StorySchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/bundles/:code/story", { schema: telling }, async (request, reply) => {
    const story = await store.reports.readStory(request.params.code);
    if (story === null) return refuse(request, reply, { code: "bundle-unknown" });
    const { parent, joinedInto, facts } = story;
    const told = facts.map((fact) => factOf(request, fact));
    return { bundle: bundleOf(story), parent, joinedInto, facts: told };
  });
}

function bundleOf({ card, state }: ListedBundle): ToldBundle {
  const { id: _, part: __, operations, ...told } = state;
  return { ...card, state: { ...told, operations: operations.map(operationOf) } };
}

function operationOf(work: OperationState): ToldOperation {
  const { takenGood: _, isTruth: __, scanKey: ___, isDeclared: ____, ...shown } = work;
  const { assignmentId: _whose, ...told } = shown;
  return told;
}

function factOf(asked: Asked, { answer, assignmentId: _, ...fact }: StoryFact): ToldFact {
  // Cutting tells nobody anything.
  const told = answer === null || fact.kind === "cut" ? null : tellAnswer(asked, answer);
  const { code = null, message = null, conflict = null } = told ?? {};
  return { ...fact, code, message, conflict };
}
