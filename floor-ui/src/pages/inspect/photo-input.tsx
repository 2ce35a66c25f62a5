import { useState } from "preact/hooks";
import { useInspectWords } from "../../i18n/inspect-words.ts";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import type { Inspection } from "./inspection.ts";

/** A photo of what is wrong, on its way to the server. */
export interface PhotoState {
  readonly state: "none" | "sending" | "taken" | "lost";
  /** null until it is there. */
  readonly id: string | null;
  take(photo: Blob): void;
}

/** At most one; a later one takes its place. */
export function usePhoto(sendPhoto: Inspection["sendPhoto"]): PhotoState {
  const [{ state, id }, set] = useState<Pick<PhotoState, "state" | "id">>({
    state: "none",
    id: null,
  });
  return {
    state,
    id,
    take(photo) {
      set({ state: "sending", id: null });
      void sendPhoto(photo).then((sent) =>
        set({ state: sent === null ? "lost" : "taken", id: sent }),
      );
    },
  };
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
