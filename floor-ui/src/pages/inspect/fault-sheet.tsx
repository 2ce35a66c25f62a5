import type { OpenBundle } from "@trame/shared";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { useInspectWords } from "../../i18n/inspect-words.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { OperationPictogram } from "../../ui/station/operation-pictogram.tsx";
import { Sheet } from "../../ui/station/sheet.tsx";
import { useDesk } from "../station/desk.ts";
import type { Fault } from "../station/outcome-form.ts";
import { labelOf, wordsOf } from "../station/words.ts";
import { declare, useInspection } from "./inspection.ts";
import { PhotoInput, type PhotoState, usePhoto } from "./photo-input.tsx";

interface Faulty {
  readonly kind: Fault;
  readonly bundle: OpenBundle | null;
}

/** A faulty piece in two taps: which defect, at which operation. Nobody has to know either. */
export function FaultSheet(props: Faulty) {
  const { kind, bundle } = props;
  const { model } = useDesk();
  const inspection = useInspection();
  const i18n = useI18n();
  const words = useInspectWords();
  const photo = usePhoto(inspection.sendPhoto, () => model.connection.peek() !== "connected");
  const record = useRecord(props, photo);
  const [defect, setDefect] = useState<string | null>(null);
  const places = bundle?.earlier ?? [];
  const close = useMemo(
    () => ({
      label: words.back,
      onClose() {
        inspection.fault.value = null;
      },
    }),
    [inspection, words],
  );

  const kinds = model.view.value?.defects ?? [];
  const chosen = kinds.find(({ code }) => code === defect);
  const title =
    chosen === undefined
      ? words.defectTitle(words[kind])
      : words.placeTitle(wordsOf(chosen.label, i18n));
  return (
    <Sheet icon="circle-alert" title={title} close={close}>
      <div class="form">
        {chosen === undefined ? (
          <ul class="defects">
            {kinds.map(({ code, label }) => (
              <li key={code}>
                <button
                  type="button"
                  class="b soft"
                  onClick={() => (places.length === 0 ? void record(code, null) : setDefect(code))}
                >
                  {wordsOf(label, i18n)}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <ul class="defects places">
            {places.map((place) => (
              <li key={place.code}>
                <button
                  type="button"
                  class="b soft"
                  onClick={() => void record(chosen.code, place.code)}
                >
                  <OperationPictogram picture={place.picture} />
                  {labelOf(place, i18n)}
                </button>
              </li>
            ))}
          </ul>
        )}
        <div class="pair">
          <PhotoInput photo={photo} />
          <BigButton
            icon="arrow-right"
            label={chosen === undefined ? words.noDefect : words.unknown}
            onPress={() => void record(defect, null)}
          />
        </div>
      </div>
    </Sheet>
  );
}

/** Tells the piece, once, and closes the sheet; a photo on its way is waited for a moment. */
function useRecord({ kind, bundle }: Faulty, photo: PhotoState) {
  const { model } = useDesk();
  const inspection = useInspection();
  const isRecording = useRef(false);
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  return async (named: string | null, operation: string | null): Promise<void> => {
    if (isRecording.current) return;
    isRecording.current = true;
    const { id, isLost } = await photo.settle();
    // Gone back while the photo was waited for: nothing was said.
    if (!isHere.current) return;
    inspection.fault.value = null;
    const defects = named === null ? [] : [{ defect: named, operation, pieces: 1 }];
    const code = bundle?.code ?? null;
    await declare(inspection, model, { kind, code, defects, photo: id, isPhotoLost: isLost });
  };
}
