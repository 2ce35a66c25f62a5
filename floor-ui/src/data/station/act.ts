import type {
  BadgeRequest,
  CorrectionRequest,
  FinishRequest,
  JoinRequest,
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
}

/** An act as it was done. */
export type Act = { [Kind in keyof Bodies]: { kind: Kind; body: Bodies[Kind] } }[keyof Bodies];

/** An act on the tablet's disk. */
export type KeptAct = Act & {
  /** The order in which this tablet's acts were done, over all its tabs. */
  readonly number: number;
};

/** Where each kind of act is sent. */
export const ACT_PATHS: Readonly<Record<Act["kind"], string>> = {
  badge: "/api/v1/badges",
  scan: "/api/v1/scans",
  finish: "/api/v1/finishes",
  split: "/api/v1/splits",
  join: "/api/v1/joins",
  undo: "/api/v1/undos",
  correction: "/api/v1/corrections",
};

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
      return null;
  }
}
