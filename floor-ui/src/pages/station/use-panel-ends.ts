import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type Desk, useDesk } from "./desk.ts";

/** A sheet that waits for a code, and a pause, end when an answer has come, whichever way; who wants to hears that it did. */
export function usePanelEnds(): void {
  const desk = useDesk();
  const { model } = desk;
  const last = useRef(model.answer.peek());
  useSignalEffect(() => {
    const answer = model.answer.value;
    if (model.question.value !== null) ask(desk);
    if (answer === last.current) return;
    last.current = answer;
    if (answer !== null) tell(desk);
  });
}

/** While the other part is asked for, the question is answered already. */
function ask({ model, panel }: Desk): void {
  if (panel.peek() === "outcome") return;
  const isJoining = panel.peek() === "join";
  panel.value = "none";
  if (isJoining) void model.reply({ kind: "join" });
}

function tell({ model, panel, tools }: Desk): void {
  panel.value = "none";
  if (model.me.peek()?.mode.sound !== true) return;
  const kind = model.answer.peek()?.kind;
  tools.voice.play(kind === "accepted" || kind === "kept" ? "yes" : "look");
}
