import type { ActAnswer } from "@trame/shared";
import { useId, useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { ConflictAct, ConflictRow } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { drawHex } from "../../data/draw-hex.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { TextField } from "../../ui/desk/fields.tsx";
import { Allowed } from "../access/allowed.tsx";
import { useHref } from "../href.ts";
import { conflictTitle } from "./conflict-view.ts";
import { Said } from "./said.tsx";

const KEY_DIGITS = 32;
/** Longer than any code of ours; a reader may have read a delivery note. */
const SIGNS_SHOWN = 24;

/** What does not fit, in words, and what a supervisor may do: keep all, or drop one of the two, with a reason. */
export function ConflictItem(props: { readonly row: ConflictRow; readonly onSettled: () => void }) {
  const { row, onSettled } = props;
  const { api } = useDesk();
  const i18n = useDeskWords();
  const { t } = i18n;
  const href = useHref();
  const action = useAction();
  const heading = useId();
  const [reason, setReason] = useState("");
  const { act, against, bundle } = row;
  const stationIds = [act, ...(against === null ? [] : [against])].map((each) => each.stationId);
  const isUnknown = row.code === "unknown-code";

  async function settle(settles: string, choice: "keep" | "drop") {
    const body = { key: drawHex(KEY_DIGITS), settles, choice, reason: reason.trim() };
    const sent = api.write<ActAnswer>("POST", "/api/v1/settlements", body);
    if ((await action.run(sent, t.follow.settled)) !== null) onSettled();
  }

  return (
    <li aria-labelledby={heading}>
      <h3 id={heading}>
        {bundle === null ? (
          t.follow.unknownCode(asRead(act.code ?? ""))
        ) : (
          <>
            <a href={href(`/bundle/${bundle.code}`)}>{bundle.code}</a>{" "}
            {conflictTitle(row.code, stationIds, i18n)}
          </>
        )}
      </h3>
      <p>
        <ActLine act={act} />
      </p>
      {against !== null && (
        <p>
          <ActLine act={against} />
        </p>
      )}
      <Allowed to="floor.act">
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            void settle(act.key, "keep");
          }}
        >
          <TextField
            label={t.follow.reason}
            hint={isUnknown ? t.follow.unknownHint : undefined}
            value={reason}
            isRequired={true}
            max={200}
            onText={setReason}
          />
          <button type="submit" class="plain" disabled={action.isBusy || reason.trim() === ""}>
            {isUnknown ? t.follow.seen : t.follow.keep}
          </button>
          {!isUnknown && (
            <DropButton
              act={act}
              isOff={action.isBusy || reason.trim() === ""}
              onDrop={() => void settle(act.key, "drop")}
            />
          )}
          {against !== null && (
            <DropButton
              act={against}
              isOff={action.isBusy || reason.trim() === ""}
              onDrop={() => void settle(against.key, "drop")}
            />
          )}
        </form>
      </Allowed>
      <Said outcome={action.outcome} />
    </li>
  );
}

/** What a reader read, as far as it can be shown: signs that have no shape are dots. */
function asRead(code: string): string {
  const shown = code.replaceAll(/\p{C}/gu, "·");
  return shown.length > SIGNS_SHOWN ? `${shown.slice(0, SIGNS_SHOWN)}…` : shown;
}

function DropButton(props: {
  readonly act: ConflictAct;
  readonly isOff: boolean;
  readonly onDrop: () => void;
}) {
  const { act, isOff, onDrop } = props;
  const { t, time } = useDeskWords();
  const stationName = useStationName();
  const where = act.stationId === null ? [] : [stationName(act.stationId)];
  return (
    <button type="button" class="plain" disabled={isOff} onClick={onDrop}>
      {t.follow.drop([...where, t.story.kinds[act.kind], time(act.at)].join(", "))}
    </button>
  );
}

function ActLine({ act }: { readonly act: ConflictAct }) {
  const { t, date, dayOf, time } = useDeskWords();
  const stationName = useStationName();
  const parts = [
    `${date(dayOf(act.at))}, ${time(act.at)}`,
    act.stationId === null ? null : stationName(act.stationId),
    t.story.kinds[act.kind],
    act.operation === null ? null : t.follow.operation(act.operation),
    act.outcome === null ? null : t.story.good(act.outcome.good),
  ];
  return <>{parts.filter((part) => part !== null).join(" · ")}</>;
}
