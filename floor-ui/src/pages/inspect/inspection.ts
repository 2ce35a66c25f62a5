import { type Signal, signal } from "@preact/signals";
import type { Defect } from "@trame/shared";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { StationModel } from "../../data/station/model.ts";
import type { Fault } from "../station/outcome-form.ts";
import { type Kind, onePiece } from "./inspect-view.ts";

/** What the inspector's screen keeps beside the station's. */
export interface Inspection {
  /** The kind of fault that is being explained; null: none is. */
  readonly fault: Signal<Fault | null>;
  /** Pieces looked at without a bundle since that was begun; null while bundles are inspected. */
  readonly sample: Signal<number | null>;
  /** Key of the act that went without the photo that was taken for it; null when none did. */
  readonly withoutPhoto: Signal<string | null>;
  /** A photo for the station's server; its id, or null when it did not get there. */
  readonly sendPhoto: (photo: Blob) => Promise<string | null>;
}

/** What is said of a faulty piece. */
export interface Explained {
  readonly defects: readonly Defect[];
  readonly photo: string | null;
  /** One was taken, and is not where it should be. */
  readonly isPhotoLost: boolean;
}

export function createInspection(sendPhoto: Inspection["sendPhoto"]): Inspection {
  return {
    fault: signal<Fault | null>(null),
    sample: signal<number | null>(null),
    withoutPhoto: signal<string | null>(null),
    sendPhoto,
  };
}

/** Handed down by the page. */
export const InspectionContext = createContext<Inspection | null>(null);

/** The inspection of the page that asks. */
export function useInspection(): Inspection {
  const inspection = useContext(InspectionContext);
  if (inspection === null) throw new Error("useInspection outside the inspector's page");
  return inspection;
}

/** One piece, of the bundle that is open or of the sample: through the outbox of the station, like whatever is done there. */
export async function declare(
  { sample, withoutPhoto }: Inspection,
  model: StationModel,
  said: { readonly kind: Kind; readonly code: string | null } & Partial<Explained>,
): Promise<void> {
  const { kind, code, defects = [], photo = null } = said;
  const seen = sample.peek();
  const input = { outcome: onePiece(kind), defects, ...(photo === null ? {} : { photo }) };
  if (seen !== null) await model.inspect(input);
  else if (code !== null) await model.finish({ ...input, code });
  else return;
  const answer = model.answer.peek();
  withoutPhoto.value = said.isPhotoLost === true ? (answer?.key ?? null) : null;
  const isTaken = answer?.kind === "accepted" || answer?.kind === "kept";
  if (seen !== null && isTaken) sample.value = seen + 1;
}
