import type { OwnExport } from "@trame/shared";
import type { copyFr } from "../../i18n/copy-fr.ts";
import { useOwnWords } from "../../i18n/own-data.ts";
import { saveFile } from "../prepare/save-file.ts";
import {
  lookLines,
  type OwnLine,
  requestLines,
  sheetLines,
  whereLines,
} from "../station/own/own-lines.ts";
import { OwnProgressRows } from "../station/own/own-progress.tsx";
import { OwnRows } from "../station/own/own-rows.tsx";
import { didLines } from "./copy-lines.ts";

/** The copy as it is printed: everything, in plain words. */
export function CopyPaper(props: {
  readonly copy: OwnExport;
  readonly words: typeof copyFr;
  readonly onClose: () => void;
}) {
  const { copy, words, onClose } = props;
  const i18n = useOwnWords();
  const parts: readonly (readonly [string, readonly OwnLine[]])[] = [
    [words.part.sheet, sheetLines(copy, i18n)],
    [words.part.where, whereLines(copy, i18n)],
    [words.part.looks, lookLines(copy, i18n)],
    [words.part.requests, requestLines(copy, i18n)],
    [words.part.did, didLines(copy, words, i18n)],
  ];
  return (
    <article class="copy-paper">
      <p class="row copy-acts">
        <button type="button" class="act" onClick={() => print()}>
          {words.print}
        </button>
        <button type="button" class="plain" onClick={() => save(copy)}>
          {words.save}
        </button>
        <button type="button" class="plain" onClick={onClose}>
          {words.close}
        </button>
      </p>
      <h1>{words.heading(copy.workshop)}</h1>
      <p>{words.readAt(i18n.dayMonthAt(copy.at), i18n.time(copy.at))}</p>
      <p>{words.hint}</p>
      {parts.map(([title, lines]) => (
        <section key={title}>
          <h2>{title}</h2>
          {lines.length === 0 ? <p>{i18n.t.nothing}</p> : <OwnRows lines={lines} />}
        </section>
      ))}
      {copy.progress !== null && (
        <section>
          <h2>{words.part.progress}</h2>
          <OwnProgressRows progress={copy.progress} />
        </section>
      )}
    </article>
  );
}

function save(copy: OwnExport): void {
  const file = new Blob([JSON.stringify(copy, null, 2)], { type: "application/json" });
  saveFile(file, `trame-${copy.person.id}.json`);
}
