import { useState } from "preact/hooks";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { LineTarget } from "../../data/floor/rows.ts";
import { useList } from "../../data/floor/use-list.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { TextField } from "../../ui/desk/fields.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { computedTarget, fieldAmount, parseAmount } from "./target-form.ts";
import type { Floor } from "./use-floor.ts";
import { setTarget, type TargetSaid } from "./wishes.ts";

interface SheetProps {
  readonly floor: Floor;
  readonly onClose: () => void;
}

/** The day's target of the line: by hand, computed, or the plan's again. */
export function TargetSheet({ floor, onClose }: SheetProps) {
  const { t, number } = useFloorWords();
  const errands = useErrands();
  const { line, scene } = floor;
  const path = `/api/v1/targets?line=${encodeURIComponent(line.lineId)}`;
  const list = useList<{ readonly lines: readonly LineTarget[] }>(path, "");
  const told = list.value?.lines.find(({ lineId }) => lineId === line.lineId) ?? null;

  function keep(said: Pick<TargetSaid, "pieces" | "of">, text: string) {
    const target = { lineId: line.lineId, day: scene.head.day, ...said };
    const about = `target ${line.lineId}`;
    errands.want(setTarget(target, { about, text, hasRow: false }));
    onClose();
  }

  return (
    <DeskSheet title={t.floorLine.target} close={t.floor.close} onClose={onClose}>
      <p>
        {line.target === null || line.targetOrigin === null
          ? t.floorLine.targetNone
          : t.floorLine.targetNow(
              number(line.target),
              t.floorLine.targetOrigins[line.targetOrigin],
            )}
      </p>
      <ByHand
        first={line.target}
        canAct={floor.canAct}
        onKeep={(pieces) => keep({ pieces, of: null }, t.floorLine.targetText(number(pieces)))}
      />
      <Computed
        key={told === null ? "reading" : "read"}
        told={told}
        canAct={floor.canAct}
        onKeep={(of, pieces) => keep({ pieces: null, of }, t.floorLine.targetText(number(pieces)))}
      />
      <button
        type="button"
        class="fd-b"
        disabled={!floor.canAct || line.targetOrigin === "plan"}
        onClick={() => keep({ pieces: null, of: null }, t.floorLine.targetPlanText)}
      >
        {t.floorLine.targetPlan}
      </button>
    </DeskSheet>
  );
}

function ByHand(props: {
  readonly first: number | null;
  readonly canAct: boolean;
  readonly onKeep: (pieces: number) => void;
}) {
  const { t, language } = useFloorWords();
  const first = props.first === null ? null : Math.round(props.first);
  const [typed, setTyped] = useState(fieldAmount(first, language));
  const pieces = parseAmount(typed);
  return (
    <SheetForm onSend={() => pieces !== null && props.onKeep(pieces)}>
      <TextField label={t.floorLine.targetPieces} value={typed} keys="numeric" onText={setTyped} />
      <button type="submit" class="fd-b pri" disabled={!props.canAct || pieces === null}>
        {t.floorLine.targetByHand}
      </button>
    </SheetForm>
  );
}

/** People × minutes × efficiency / standard minutes, as the server reckons it. */
function Computed(props: {
  readonly told: LineTarget | null;
  readonly canAct: boolean;
  readonly onKeep: (of: NonNullable<TargetSaid["of"]>, pieces: number) => void;
}) {
  const { told, canAct, onKeep } = props;
  const { t, language, number } = useFloorWords();
  const shown = (value: number | null | undefined) => fieldAmount(value, language);
  const { of, people, garment } = told ?? {};
  const expected = people === undefined ? null : Math.round(people.personMinutes);
  const [minutes, setMinutes] = useState(shown(of?.personMinutes ?? expected));
  const [percent, setPercent] = useState(shown(100 * (of?.efficiency ?? 0.8)));
  const [standard, setStandard] = useState(shown(of?.standardMinutes ?? garment?.standardMinutes));
  const computed = computedTarget({ minutes, percent, standard });
  const isKept = of != null && minutes === shown(of.personMinutes) && minutes !== shown(expected);
  const hint =
    people === undefined
      ? undefined
      : [
          ...(isKept ? [t.floorLine.personMinutesKept] : []),
          t.floorLine.personMinutesHint(people.count, number(people.personMinutes)),
        ].join(" ");
  return (
    <SheetForm onSend={() => computed !== null && onKeep(computed.of, computed.pieces)}>
      <h3>{t.floorLine.targetCompute}</h3>
      <TextField
        label={t.floorLine.personMinutes}
        hint={hint}
        value={minutes}
        keys="decimal"
        onText={setMinutes}
      />
      <TextField
        label={t.floorLine.efficiency}
        value={percent}
        keys="decimal"
        onText={setPercent}
      />
      <TextField
        label={t.floorLine.standardMinutes}
        value={standard}
        keys="decimal"
        onText={setStandard}
      />
      <p role="status">
        {computed !== null && <b>{t.floorLine.targetResult(number(computed.pieces))}</b>}
      </p>
      <button type="submit" class="fd-b" disabled={!canAct || computed === null}>
        {t.floorLine.targetUse}
      </button>
    </SheetForm>
  );
}
