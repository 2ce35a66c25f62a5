import type {
  AmendRequest,
  BadgeRequest,
  CallRequest,
  CallStepRequest,
  CorrectionRequest,
  DispatchRequest,
  FinishRequest,
  HandCountRequest,
  InspectionRequest,
  JoinRequest,
  MessageRequest,
  ReturnRequest,
  ScanRequest,
  SettleRequest,
  SplitRequest,
  StopRequest,
  TargetRequest,
  UndoRequest,
  UpkeepRequest,
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
  | { readonly kind: "settle"; readonly body: SettleRequest }
  | { readonly kind: "amend"; readonly body: AmendRequest }
  | WordRequest;

/** What people say of the floor besides. */
export type WordRequest =
  | { readonly kind: "call"; readonly body: CallRequest }
  | { readonly kind: "call-take" | "call-resolve"; readonly body: CallStepRequest }
  | { readonly kind: "stop"; readonly body: StopRequest }
  | { readonly kind: "inspection"; readonly body: InspectionRequest }
  | { readonly kind: "upkeep"; readonly body: UpkeepRequest }
  | { readonly kind: "message"; readonly body: MessageRequest }
  | { readonly kind: "target"; readonly body: TargetRequest };

/** What the server knows of a request besides what was sent. */
export interface ActContext {
  /** UTC ms. */
  readonly received: number;
  /** Sent with the admin token: a supervisor, who may undo whatever and whenever. */
  readonly isAdmin: boolean;
}

/** How an act ended: on record with its answer, or its key stands for something else. */
export type ActOutcome = { readonly answer: StoredAnswer } | { readonly isKeyTaken: true };
