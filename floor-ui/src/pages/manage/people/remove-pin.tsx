import { useDesk } from "../../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import type { Action } from "../../../data/desk/use-action.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { AskAgain } from "../../prepare/ask-again.tsx";

/** Somebody forgot their PIN. Who has one is not said here: it is theirs. */
export function RemovePin(props: { readonly row: OperatorRow; readonly action: Action }) {
  const { row, action } = props;
  const { id, pseudonym } = row;
  const { api } = useDesk();
  const { t } = usePeopleWords();
  return (
    <AskAgain
      label={t.pin.remove}
      name={t.pin.removeOf(pseudonym)}
      question={t.pin.sure}
      yes={t.pin.yes}
      no={t.pin.no}
      isOff={action.isBusy}
      onYes={() => {
        const path = `/api/v1/operators/${encodeURIComponent(id)}/pin`;
        void action.run(api.write("DELETE", path), t.pin.removed);
      }}
    />
  );
}
