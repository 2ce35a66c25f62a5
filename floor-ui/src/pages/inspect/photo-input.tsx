import { useRef, useState } from "preact/hooks";
import { useInspectWords } from "../../i18n/inspect-words.ts";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import type { Inspection } from "./inspection.ts";

/** A photo of what is wrong, on its way to the server. */
export interface PhotoState {
  readonly state: "none" | "sending" | "taken" | "lost";
  take(photo: Blob): void;
  /** Its id, and whether one was taken that did not get there. Waits a moment for one on its way. */
  settle(): Promise<{ readonly id: string | null; readonly isLost: boolean }>;
}

/** So long a piece waits for its photo; then it is told without. */
const PATIENCE_MS = 1_500;

/** At most one; a later one takes its place. `isAway`: the network is known to be away, and nobody waits for it. */
export function usePhoto(sendPhoto: Inspection["sendPhoto"], isAway: () => boolean): PhotoState {
  const [state, setState] = useState<PhotoState["state"]>("none");
  const last = useRef<Promise<string | null> | null>(null);
  return {
    state,
    take(photo) {
      const sent = sendPhoto(photo);
      last.current = sent;
      setState(isAway() ? "lost" : "sending");
      void sent.then((id) => {
        if (last.current === sent) setState(id === null ? "lost" : "taken");
      });
    },
    async settle() {
      const sent = last.current;
      if (sent === null) return { id: null, isLost: false };
      const id = await Promise.race([sent, pass(isAway() ? 0 : PATIENCE_MS)]);
      return { id, isLost: id === null };
    },
  };
}

function pass(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

/** The tablet's own camera; a field so that it works with the keyboard too. */
export function PhotoInput({ photo }: { readonly photo: PhotoState }) {
  const words = useInspectWords();
  const said = {
    none: words.photo,
    sending: words.photoSending,
    taken: words.photoTaken,
    lost: words.photo,
  }[photo.state];
  return (
    <div class="photo-input">
      <label class={photo.state === "taken" ? "b soft on" : "b soft"}>
        <LineIcon name="camera" />
        {said}
        <input
          class="vh"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) photo.take(file);
          }}
        />
      </label>
      <p role="status">{photo.state === "lost" ? words.photoLost : ""}</p>
    </div>
  );
}
