import type {
  BadgeRequest,
  CallRequest,
  CallStepRequest,
  CorrectionRequest,
  FinishRequest,
  InspectionRequest,
  JoinRequest,
  OpenBundle,
  ScanRequest,
  SplitRequest,
  UndoRequest,
} from "@trame/shared";

/** What each kind of act says; `sentAt` is added when it is sent. */
interface Bodies {
  badge: Omit<BadgeRequest, "sentAt">;
  scan: Omit<ScanRequest, "sentAt">;
  finish: Omit<FinishRequest, "sentAt">;
  split: Omit<SplitRequest, "sentAt">;
  join: Omit<JoinRequest, "sentAt">;
  undo: Omit<UndoRequest, "sentAt">;
  correction: Omit<CorrectionRequest, "sentAt">;
  call: Omit<CallRequest, "sentAt">;
  "call-resolve": Omit<CallStepRequest, "sentAt">;
  inspection: Omit<InspectionRequest, "sentAt">;
}

/** What was said of pieces. */
export type Finish = Bodies["finish"];

/** A finish as the tablet remembers it, so that it can be taken back on the screen at once. */
export interface FinishDone {
  readonly said: Finish;
  /** The bundle as it was open before; null when it was not. */
  readonly before: OpenBundle | null;
}

/** An act as it was done. What stands beside the body stays on the tablet. */
export type Act =
  | {
      [Kind in Exclude<keyof Bodies, "undo">]: { kind: Kind; body: Bodies[Kind] };
    }[Exclude<keyof Bodies, "undo">]
  | { kind: "undo"; body: Bodies["undo"]; readonly finish?: FinishDone };

/** An act on the tablet's disk. */
export type KeptAct = Act & {
  /** The order in which this tablet's acts were done, over all its tabs. */
  readonly number: number;
};

/** Where each kind of act is sent. */
const ACT_PATHS: Readonly<Record<Exclude<Act["kind"], "call-resolve">, string>> = {
  badge: "/api/v1/badges",
  scan: "/api/v1/scans",
  finish: "/api/v1/finishes",
  split: "/api/v1/splits",
  join: "/api/v1/joins",
  undo: "/api/v1/undos",
  correction: "/api/v1/corrections",
  call: "/api/v1/calls",
  inspection: "/api/v1/inspections",
};

/** Where an act is sent and what is sent there, besides when it is sent. */
export function wireOf(act: Act): { readonly path: string; readonly body: object } {
  if (act.kind !== "call-resolve") return { path: ACT_PATHS[act.kind], body: act.body };
  const { call, ...body } = act.body;
  return { path: `/api/v1/calls/${encodeURIComponent(call)}/resolve`, body };
}

/** What a person read or typed for it; null for acts that bear no code. */
export function textOf(act: Act): string | null {
  switch (act.kind) {
    case "badge":
      return act.body.badge ?? null;
    case "scan":
    case "finish":
    case "split":
      return act.body.code;
    case "join":
      return act.body.codes.join(" + ");
    case "correction":
      return act.body.code ?? null;
    case "undo":
    case "call":
    case "call-resolve":
    case "inspection":
      return null;
  }
}
