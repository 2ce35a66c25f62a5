import type { OpenBundle } from "@trame/shared";
import { leftOf } from "../../data/station/lay-cards.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { useInspectWords } from "../../i18n/inspect-words.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import type { LineIconName } from "../../ui/station/line-icon.tsx";
import { useDesk } from "../station/desk.ts";
import type { Fault } from "../station/outcome-form.ts";
import { declare, useInspection } from "./inspection.ts";

const FAULTS: readonly (readonly [Fault, LineIconName])[] = [
  ["rework", "wrench"],
  ["second", "circle-alert"],
  ["scrap", "x"],
];

/** What the next piece is; where things are never moves. */
export function InspectActions({ open }: { readonly open: OpenBundle | null }) {
  const { model } = useDesk();
  const inspection = useInspection();
  const words = useInspectWords();
  const isIdle = open === null && inspection.sample.value === null;
  const code = open?.code ?? null;
  return (
    <section class="acts" aria-label={words.actions}>
      <BigButton
        icon="check"
        label={words.good}
        shape="wide"
        {...(isIdle ? {} : { weight: "main" })}
        isDisabled={isIdle}
        onPress={() => void declare(inspection, model, { kind: "good", code })}
      />
      {FAULTS.map(([fault, icon]) => (
        <BigButton
          key={fault}
          icon={icon}
          label={words[fault]}
          shape="half"
          isDisabled={isIdle}
          onPress={() => {
            inspection.fault.value = fault;
          }}
        />
      ))}
      <Besides open={open} />
    </section>
  );
}

/** What ends a bundle, takes a step back, or begins something else. */
function Besides({ open }: { readonly open: OpenBundle | null }) {
  const { model, panel } = useDesk();
  const { sample } = useInspection();
  const { station } = useI18n().t;
  const words = useInspectWords();
  const left = open === null ? 0 : leftOf(open);
  const undo = async () => {
    const undone = model.undoable.peek()?.act;
    await model.undo();
    if (undone === "inspection" && sample.value !== null)
      sample.value = Math.max(0, sample.value - 1);
  };
  return (
    <>
      <BigButton
        icon="search-check"
        label={open === null ? words.rest : `${words.rest} (${words.restOf(left)})`}
        shape="wide"
        isDisabled={open === null}
        onPress={() => void model.finishAllGood(open?.code)}
      />
      <BigButton
        icon="undo-2"
        label={words.undo}
        weight="soft"
        isDisabled={model.undoable.value === null}
        onPress={() => void undo()}
      />
      <BigButton
        icon="scan-qr-code"
        label={words.scan}
        weight="soft"
        onPress={() => {
          panel.value = "scan";
        }}
      />
      <BigButton
        icon="ellipsis"
        label={station.more}
        weight="soft"
        onPress={() => {
          panel.value = "more";
        }}
      />
      <BigButton
        icon="search-check"
        label={sample.value === null ? words.sample : words.sampleEnd}
        weight="soft"
        isDisabled={open !== null}
        onPress={() => {
          sample.value = sample.value === null ? 0 : null;
        }}
      />
    </>
  );
}
