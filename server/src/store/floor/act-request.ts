import type {
  BadgeRequest,
  CorrectionRequest,
  DispatchRequest,
  FinishRequest,
  HandCountRequest,
  JoinRequest,
  ReturnRequest,
  ScanRequest,
  SettleRequest,
  SplitRequest,
  UndoRequest,
} from "@trame/shared";
import type { StoredAnswer } from "./stored-answer.ts";

/** What a person does, as a screen sends it. */
export type ActRequest =
  | { readonly kind: "badge"; readonly body: BadgeRequest }
  | { readonly kind: "scan"; readonly body: ScanRequest }
  | { readonly kind: "finish"; readonly body: FinishRequest }
  | { readonly kind: "split"; readonly body: SplitRequest }
  | { readonly kind: "join"; readonly body: JoinRequest }
  | { readonly kind: "undo"; readonly body: UndoRequest }
  | { readonly kind: "correction"; readonly body: CorrectionRequest }
  | { readonly kind: "hand-count"; readonly body: HandCountRequest }
  | { readonly kind: "dispatch"; readonly body: DispatchRequest }
  | { readonly kind: "return"; readonly body: ReturnRequest }
  | { readonly kind: "settle"; readonly body: SettleRequest };

/** What the server knows of a request besides what was sent. */
export interface ActContext {
  /** UTC ms. */
  readonly received: number;
  /** Sent with the admin token: a supervisor, who may undo whatever and whenever. */
  readonly isAdmin: boolean;
}

/** How an act ended: on record with its answer, or its key stands for something else. */
export type ActOutcome = { readonly answer: StoredAnswer } | { readonly isKeyTaken: true };
