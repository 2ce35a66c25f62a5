import { type CallRow, isEscalated } from "@trame/shared";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { callsInOrder } from "../wall/calls-view.ts";
import { stationNumber } from "../wall/tile-view.ts";
import { useChime } from "../wall/use-chime.ts";
import { RowState, useIsUnderWay } from "./errand-state.tsx";
import type { Floor } from "./use-floor.ts";
import { stepCall } from "./wishes.ts";

/** Who asks for help, those that nobody took first; taken ones lose their fill. */
export function CallsPanel({ floor }: { readonly floor: Floor }) {
  const { t } = useFloorWords();
  const { calls } = floor.line;
  useChime(calls, floor.scene.asOf);
  const open = calls.filter(({ takenAt }) => takenAt === null).length;
  return (
    <Box id="calls" title={t.floorCalls.title} count={open} isHot={true}>
      {calls.length === 0 && <p class="fd-calm">{t.floorCalls.none}</p>}
      <ul class="fd-calls-list">
        {callsInOrder(calls).map((call) => (
          <Call key={call.key} call={call} floor={floor} />
        ))}
      </ul>
    </Box>
  );
}

function Call({ call, floor }: { readonly call: CallRow; readonly floor: Floor }) {
  const { t } = useFloorWords();
  const errands = useErrands();
  const isUnderWay = useIsUnderWay();
  const { store } = useScreen().picture;
  const name = store.station(call.stationId)?.value.name ?? call.stationId;
  const index = floor.line.stationIds.indexOf(call.stationId);
  const kind = t.floorCalls.kinds[call.call];
  const about = `call ${call.key}`;
  const isTaken = call.takenAt !== null;
  const isOff = !floor.canAct || isUnderWay(about);
  const step = isTaken ? "resolve" : "take";
  const text = isTaken ? t.floorCalls.resolvedText(name, kind) : t.floorCalls.takenText(name, kind);
  const label = isTaken ? t.floorCalls.resolveOf(name, kind) : t.floorCalls.takeOf(name, kind);
  return (
    <li class={isTaken ? "fd-call taken" : "fd-call"}>
      <span class="num">
        <span class="fd-vh">{name}</span>
        <span aria-hidden="true">{stationNumber(name, index)}</span>
      </span>
      <p>
        <b>{kind}</b>
        <CallAge call={call} now={floor.scene.asOf} />
      </p>
      <button
        type="button"
        class={isTaken ? "fd-b" : "fd-b pri"}
        disabled={isOff}
        aria-label={label}
        onClick={() => errands.want(stepCall(call.key, step, { about, text, hasRow: true }))}
      >
        {isTaken && <FloorIcon name="check" />}
        {isTaken ? t.floorCalls.resolve : t.floorCalls.take}
      </button>
      <RowState about={about} />
    </li>
  );
}

function CallAge({ call, now }: { readonly call: CallRow; readonly now: number }) {
  const { t, duration } = useFloorWords();
  if (call.takenAt !== null) {
    return (
      <span class="age ok">
        <Glyph shape="ok" />
        {t.floorCalls.taken(duration(now - call.takenAt))}
      </span>
    );
  }
  const age = duration(now - call.at);
  return isEscalated(call, now) ? (
    <span class="age late">
      <Glyph shape="stopped" />
      {t.floorCalls.escalated(age)}
    </span>
  ) : (
    <span class="age">{t.floorCalls.since(age)}</span>
  );
}
