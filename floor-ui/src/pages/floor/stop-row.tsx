import { useStationName } from "../../data/desk/use-station-name.ts";
import type { Errand } from "../../data/floor/errand.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { StopRow } from "../../data/floor/rows.ts";
import { type FloorI18n, useFloorWords } from "../../i18n/floor-words.ts";
import { CauseGrid } from "../../ui/floor-desk/cause-grid.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { causeName, causesAsButtons } from "./cause-view.ts";
import { RowState, useIsUnderWay } from "./errand-state.tsx";
import { causeButtons, heldThere, shownLength, spanText, stopId } from "./stops-view.ts";
import type { Floor } from "./use-floor.ts";
import { useStopSayer } from "./use-stop-sayer.ts";

interface RowProps {
  readonly stop: StopRow;
  readonly floor: Floor;
  /** The list asks about it; a row that is only kept in its place does not. */
  readonly isAsked: boolean;
  readonly onOpen: () => void;
}

/** A stop that asks for its cause: one tap each; what was answered stands where the buttons were ([FL22]). */
export function StopToExplain({ stop, floor, isAsked, onOpen }: RowProps) {
  const i18n = useFloorWords();
  const { t } = i18n;
  const stationName = useStationName();
  const isUnderWay = useIsUnderWay();
  const sayStop = useStopSayer(floor.lists.stops.value?.version, floor.causes);
  const name = stationName(stop.stationId);
  const isOfToday = stop.from >= (floor.scene.head.windows[0]?.from ?? Infinity);
  const time = spanText(stop, i18n);
  const span = isOfToday ? time : `${i18n.dayMonthAt(stop.from)} ${time}`;
  const subject = t.floorStops.subject(name, span);
  const { first, hasMore } = causeButtons(floor.causes);
  const about = stopId(stop);
  const errand = useErrands().all.value.findLast((each) => each.about === about && each.hasRow);
  const held = heldThere(stop, floor.lists.stops.value?.stops ?? []);
  const answer = answerOf(errand, { isAsked, heldCause: held[0]?.cause ?? null });
  return (
    <li>
      <h3>
        <b>{name}</b> {span}
        <span>{i18n.duration(shownLength(stop))}</span>
      </h3>
      <div class={answer === null ? "fd-stop-act" : "fd-stop-act answered"}>
        <CauseGrid
          causes={causesAsButtons(first, { subject, held: null, i18n })}
          isOff={!floor.canAct || isUnderWay(about)}
          onPick={(cause) => sayStop({ stop, cause, hasRow: true })}
          more={
            hasMore
              ? { label: t.floorStops.other, name: t.floorStops.otherOf(subject), onOpen }
              : null
          }
        />
        <div role="status">
          {answer !== null && <Answered answer={answer} errand={errand} floor={floor} />}
        </div>
      </div>
      <RowState
        about={about}
        isAnswered={answer !== null}
        canChoose={isAsked}
        heldNow={held.length === 0 ? null : heldText(held, { name, floor, i18n })}
      />
    </li>
  );
}

interface Answer {
  readonly step: "saving" | "waiting" | "noted";
  /** null where it is taken back. */
  readonly cause: string | null;
}

/** What stands where the buttons were; null while they are to be touched. */
function answerOf(
  errand: Errand | undefined,
  { isAsked, heldCause }: { readonly isAsked: boolean; readonly heldCause: string | null },
): Answer | null {
  const said = errand?.body?.["cause"];
  const cause = typeof said === "string" ? said : null;
  switch (errand?.state) {
    case "sending":
      return errand.isSlow ? { step: "saving", cause } : null;
    case "waiting":
      return { step: "waiting", cause };
    case "taken":
      return errand.takeBack === null ? null : { step: "noted", cause };
    case "failed":
      return null;
    case "refused":
      return isAsked ? null : { step: "noted", cause: heldCause };
    default:
      return isAsked ? null : { step: "noted", cause: heldCause };
  }
}

function Answered(props: {
  readonly answer: Answer;
  readonly errand: Errand | undefined;
  readonly floor: Floor;
}) {
  const { answer, errand, floor } = props;
  const errands = useErrands();
  const i18n = useFloorWords();
  const { t } = i18n;
  const { step, cause } = answer;
  const name = cause === null ? "" : causeName(cause, floor.causes, i18n);
  const canTakeBack = errand?.state === "taken" && errand.takeBack !== null;
  return (
    <p class={step === "waiting" ? "fd-answered to-send" : "fd-answered"}>
      <FloorIcon name={step === "noted" ? "check" : "clock"} />
      <span>
        <b>{step === "waiting" ? t.floor.toSend : step === "saving" && t.floor.saving}</b>{" "}
        {step === "noted" ? t.floor.noted(name) : name}
      </span>
      {canTakeBack && (
        <button
          type="button"
          class="fd-b"
          aria-label={t.floor.takeBackOf(errand.text)}
          onClick={() => errands.takeBack(errand.id)}
        >
          {t.floor.takeBack}
        </button>
      )}
    </p>
  );
}

interface HeldOptions {
  /** Of the station. */
  readonly name: string;
  readonly floor: Floor;
  readonly i18n: FloorI18n;
}

/** « Entre-temps on a noté : Poste 10, 11 h 23 – 11 h 31, Qualité. » */
function heldText(held: readonly StopRow[], { name, floor, i18n }: HeldOptions): string {
  const { floorStops } = i18n.t;
  const parts = held.map((stop) =>
    floorStops.text(
      floorStops.subject(name, spanText(stop, i18n)),
      causeName(stop.cause, floor.causes, i18n),
    ),
  );
  return floorStops.heldNow(parts.join(" ; "));
}
