import { useRead } from "../../../data/desk/use-read.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Waiting } from "../../prepare/said.tsx";

interface Minutes {
  readonly supportMinutes: number;
  readonly learningMinutes: number;
}

/** `GET /api/v1/people/training`. */
interface Training {
  readonly from: string;
  readonly to: string;
  readonly operations: readonly { readonly operation: string; readonly minutes: Minutes | null }[];
  readonly total: Minutes | null;
}

/** Hours of learning by operation, of a group or masked. */
export function TrainingPanel() {
  const { t, day } = usePeopleWords();
  const reading = useRead<Training>("/api/v1/people/training");
  const { value } = reading;
  return (
    <Panel title={t.team.training}>
      <Waiting reading={reading} />
      {value?.operations.length === 0 && <p class="about">{t.team.noTraining}</p>}
      {value !== null && value.operations.length > 0 && (
        <>
          <p class="about">{t.team.trainingLead({ from: day(value.from), to: day(value.to) })}</p>
          <TrainingTable training={value} />
        </>
      )}
    </Panel>
  );
}

function TrainingTable({ training }: { readonly training: Training }) {
  const { t } = usePeopleWords();
  return (
    <div class="scroll">
      <table class="list stack">
        <thead>
          <tr>
            <th scope="col">{t.team.operation}</th>
            <th scope="col" class="amount">
              {t.team.support}
              <small>{t.team.supportHint}</small>
            </th>
            <th scope="col" class="amount">
              {t.team.learning}
              <small>{t.team.learningHint}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {training.operations.map(({ operation, minutes }) => (
            <tr key={operation}>
              <th scope="row">{operation}</th>
              <Figures minutes={minutes} masked={t.team.masked} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.team.total}</th>
            <Figures minutes={training.total} masked={t.team.totalMasked} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const MINUTE_MS = 60_000;

function Figures({
  minutes,
  masked,
}: {
  readonly minutes: Minutes | null;
  readonly masked: string;
}) {
  const { t, duration } = usePeopleWords();
  if (minutes === null)
    return (
      <td colSpan={2} class="amount pp-quiet stack-tools">
        {masked}
      </td>
    );
  return (
    <>
      <td class="amount" data-label={t.team.support}>
        {duration(minutes.supportMinutes * MINUTE_MS)}
      </td>
      <td class="amount" data-label={t.team.learning}>
        {duration(minutes.learningMinutes * MINUTE_MS)}
      </td>
    </>
  );
}
