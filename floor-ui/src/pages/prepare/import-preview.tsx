import type { ImportAnswer } from "../../data/desk/rows.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Scroll } from "../../ui/desk/scroll.tsx";

/** Each fault with its row and column, then what becomes of each thing. */
export function ImportPreview({ answer }: { readonly answer: ImportAnswer }) {
  const { t } = useDeskWords();
  const { rows, faults, ignored, preview } = answer;
  return (
    <>
      <p role="status">
        {t.imports.summary({
          rows,
          added: answer.new,
          changed: answer.changed,
          same: answer.same,
          faults: faults.length,
        })}
      </p>
      {ignored.length > 0 && <p class="about">{t.imports.ignored(ignored.join(", "))}</p>}
      {faults.length > 0 && <Faults faults={faults} />}
      {preview.length > 0 && (
        <Scroll name={t.imports.preview}>
          <table class="list">
            <thead>
              <tr>
                <th scope="col" class="amount">
                  {t.imports.row}
                </th>
                <th scope="col">{t.imports.thing}</th>
                <th scope="col">{t.imports.becomes}</th>
              </tr>
            </thead>
            <tbody>
              {preview.map((line) => (
                <tr key={`${line.row} ${line.name}`}>
                  <td class="amount">{line.row}</td>
                  <th scope="row">{line.name}</th>
                  <td>{t.imports.become[line.becomes]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

function Faults({ faults }: Pick<ImportAnswer, "faults">) {
  const { t } = useDeskWords();
  return (
    <Scroll name={t.imports.faults}>
      <table class="list faults">
        <caption>{t.imports.faults}</caption>
        <thead>
          <tr>
            <th scope="col" class="amount">
              {t.imports.row}
            </th>
            <th scope="col">{t.imports.column}</th>
            <th scope="col">{t.imports.value}</th>
            <th scope="col">{t.imports.mend}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, value, message }) => (
            <tr key={`${row} ${column} ${message}`}>
              <td class="amount">{row}</td>
              <td>{column ?? "—"}</td>
              <td>{value}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
