import { dhu, firstPassYield, type NoForecast, noForecast, paceOfLine } from "@trame/shared";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { LineTape } from "../../ui/floor-desk/line-tape.tsx";
import { type LineInScene, numbersView } from "../wall/numbers-view.ts";
import { momentOf, type Scene } from "../wall/scene.ts";
import { HoursSheet } from "./hours-sheet.tsx";
import { MessageSheet } from "./message-sheet.tsx";
import { TargetSheet } from "./target-sheet.tsx";
import type { Floor } from "./use-floor.ts";

type Opened = "target" | "hours" | "message";

/** Where the line is: the same figures as on its wall. */
export function NumbersPanel({ floor }: { readonly floor: Floor }) {
  const { t, decimal, percent } = useFloorWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { line, stations, scene } = floor;
  const rows = stations.map(({ row }) => row);
  const outputs = rows.filter(({ stationId }) => line.outputStationIds.includes(stationId));
  const view = numbersView({ line, outputs }, scene);
  const noEnd = whyNoEnd({ line, outputs }, scene);
  const defects = dhu(line.quality);
  const firstPass = firstPassYield(line.quality);
  const close = () => setOpened(null);
  const { end } = view;
  const [start = "", raised = "", rest = ""] = t.floorLine.firstPassParts;
  return (
    <section class="fd-box fd-numbers" aria-label={view.label}>
      <dl class="fd-figures">
        <Figure class="main" name={view.done.label} note={view.done.note}>
          {view.empty ?? view.done.value}
        </Figure>
        <Figure name={view.expected.label}>{view.expected.value}</Figure>
        <Figure name={view.target.label}>{view.target.value}</Figure>
      </dl>
      <dl class="fd-figures small">
        <Figure name={view.gap.label}>{view.gap.value}</Figure>
        <Figure name={end.label}>
          {end.value.kind === "word"
            ? end.value.text
            : `${end.value.hour}\u00a0${end.value.separator}\u00a0${end.value.minute}`}
        </Figure>
        <Figure name={<abbr title={t.floorLine.dhuHint}>{t.floorLine.dhu}</abbr>}>
          {defects === null ? "—" : decimal(defects)}
        </Figure>
        <Figure
          name={
            <span>
              {start}
              {raised !== "" && <sup>{raised}</sup>}
              {rest}
            </span>
          }
        >
          {firstPass === null ? "—" : percent(firstPass)}
        </Figure>
      </dl>
      {noEnd !== null && <p class="fd-no-end">{t.floorLine.noEnd[noEnd]}</p>}
      {view.tape !== null && <LineTape {...view.tape} />}
      <p class="fd-tools-row">
        <Opener
          icon="pencil"
          label={t.floorLine.targetShort}
          name={t.floorLine.target}
          onOpen={() => setOpened("target")}
        />
        <Opener
          icon="clock"
          label={t.floorLine.hoursShort}
          name={t.floorLine.hours}
          onOpen={() => setOpened("hours")}
        />
        <Opener
          icon="megaphone"
          label={t.floorLine.messageShort}
          name={t.floorLine.message}
          onOpen={() => setOpened("message")}
        />
      </p>
      {opened === "target" && <TargetSheet floor={floor} onClose={close} />}
      {opened === "hours" && <HoursSheet floor={floor} onClose={close} />}
      {opened === "message" && <MessageSheet floor={floor} onClose={close} />}
    </section>
  );
}

/** A dash where the end stands says why; a target that is reached has its own word, a day off too. */
function whyNoEnd(
  { line, outputs }: LineInScene,
  scene: Scene,
): Exclude<NoForecast, "reached"> | null {
  if (scene.head.windows.length === 0) return null;
  const moment = momentOf(scene);
  const pace = paceOfLine(line, outputs, moment);
  const why = noForecast({ target: line.target, done: line.pieces, pace }, moment);
  return why === "reached" ? null : why;
}

function Figure(props: {
  readonly name: ComponentChildren;
  readonly note?: string | null;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={props.class}>
      <dt>
        {props.name} {props.note}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Opener(props: {
  readonly icon: "pencil" | "clock" | "megaphone";
  readonly label: string;
  /** In full, for whoever hears it alone. */
  readonly name: string;
  readonly onOpen: () => void;
}) {
  return (
    <button
      type="button"
      class="fd-b quiet"
      aria-label={props.name}
      aria-haspopup="dialog"
      onClick={props.onOpen}
    >
      <FloorIcon name={props.icon} />
      {props.label}
    </button>
  );
}
