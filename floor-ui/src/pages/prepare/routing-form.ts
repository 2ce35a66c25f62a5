import { type Operation, type Part, parseStandardMinutes, type Routing } from "@trame/shared";
import { splitList } from "./style-form.ts";

/** An operation that is being written, as typed. */
export interface OperationDraft {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
  readonly machine: string;
  readonly minutes: string;
  readonly after: string;
  readonly part: string;
  readonly joins: string;
  readonly countedBy: Operation["countedBy"];
  readonly pictogram: string;
  /** What the table doesn't show stays as it is. */
  readonly rest: Pick<Operation, "pieceRule" | "picture">;
}

/** A part, by the code that operations name it with. */
export interface PartDraft {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
}

/** A routing that is being written. */
export interface RoutingDraft {
  readonly parts: readonly PartDraft[];
  readonly operations: readonly OperationDraft[];
}

/** What is sent, or the codes of the operations whose time can't be read. */
export type RoutingSend =
  | { readonly ok: true; readonly routing: Omit<Routing, "version"> }
  | { readonly ok: false; readonly unread: readonly string[] };

const STEP = 10;
const EMPTY: Omit<OperationDraft, "code" | "after"> = {
  fr: "",
  en: "",
  machine: "",
  minutes: "",
  part: "",
  joins: "",
  countedBy: "machine",
  pictogram: "",
  rest: {},
};

/** The next operation: ten further on, after the last one, as on most routings. */
export function nextOperation(operations: readonly OperationDraft[]): OperationDraft {
  const last = operations.at(-1);
  const numbers = operations.map(({ code }) => Number.parseInt(code, 10)).filter((n) => n > 0);
  const code = String(Math.floor(Math.max(0, ...numbers) / STEP) * STEP + STEP);
  return { ...EMPTY, machine: last?.machine ?? "", code, after: last?.code ?? "" };
}

export function toRoutingDraft(routing: Routing | null): RoutingDraft {
  if (routing === null) return { parts: [], operations: [nextOperation([])] };
  return {
    parts: routing.parts.map(({ code, label }) => ({ code, fr: label.fr, en: label.en ?? "" })),
    operations: routing.operations.map(toOperationDraft),
  };
}

function toOperationDraft(operation: Operation): OperationDraft {
  const { code, label, machine, standardMinutes, after, countedBy, picture, pieceRule } = operation;
  return {
    code,
    machine,
    countedBy,
    fr: label.fr,
    en: label.en ?? "",
    minutes: `${String(standardMinutes).replace(".", ",")} min`,
    after: after.join(", "),
    part: operation.part ?? "",
    joins: (operation.joins ?? []).join(", "),
    pictogram: picture !== undefined && "pictogram" in picture ? picture.pictogram : "",
    rest: {
      ...(pieceRule !== undefined && { pieceRule }),
      ...(picture !== undefined && { picture }),
    },
  };
}

/** As it is sent; a time without a unit is taken for minutes where that is safe (`parseStandardMinutes`). */
export function toRouting(styleId: string, { parts, operations }: RoutingDraft): RoutingSend {
  const read = operations.map((draft) => ({
    draft,
    minutes: parseStandardMinutes(draft.minutes),
  }));
  const unread = read.filter(({ minutes }) => !minutes.ok).map(({ draft }) => draft.code);
  if (unread.length > 0) return { ok: false, unread };
  return {
    ok: true,
    routing: {
      styleId,
      parts: parts.filter(({ code }) => code.trim() !== "").map(toPart),
      operations: read.map(({ draft, minutes }) =>
        toOperation(draft, minutes.ok ? minutes.minutes : 0),
      ),
    },
  };
}

function toPart({ code, fr, en }: PartDraft): Part {
  const french = fr.trim() === "" ? code.trim() : fr.trim();
  return { code: code.trim(), label: { fr: french, ...(en.trim() !== "" && { en: en.trim() }) } };
}

function toOperation(draft: OperationDraft, standardMinutes: number): Operation {
  const { code, fr, en, machine, after, part, joins, countedBy, pictogram, rest } = draft;
  const { picture, ...others } = rest;
  // A photo stays where no pictogram takes its place.
  const shown =
    pictogram !== ""
      ? { pictogram }
      : picture !== undefined && "photo" in picture
        ? picture
        : undefined;
  const joined = splitList(joins);
  return {
    ...others,
    code: code.trim(),
    label: { fr: fr.trim(), ...(en.trim() !== "" && { en: en.trim() }) },
    ...(shown !== undefined && { picture: shown }),
    machine: machine.trim(),
    standardMinutes,
    after: splitList(after),
    ...(part.trim() !== "" && { part: part.trim() }),
    ...(joined.length > 0 && { joins: joined }),
    countedBy,
  };
}
