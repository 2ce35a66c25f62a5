import { ANSWER_WITHIN_DAYS, type PersonRequest, type RequestAnswer } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";

interface Listed extends PersonRequest {
  readonly name: string;
}

const PATH = "/api/v1/people/requests";
const WORDS_MAX = 500;
const DAY_MS = 86_400_000;
const ANSWERS: readonly RequestAnswer[] = ["done", "partly", "refused"];

/** What people asked about their data, to be answered here; they read it at their station. */
export function RequestsPanel() {
  const { t } = usePeopleWords();
  const reading = useRead<{ requests: Listed[] }>(PATH);
  const requests = reading.value?.requests ?? [];
  const open = requests.filter(({ answer }) => answer === null).length;
  return (
    <Panel title={t.requests.title} aside={open > 0 ? <span>{t.requests.open(open)}</span> : null}>
      <p class="about">{t.requests.lead}</p>
      <Waiting reading={reading} />
      {reading.value !== null && requests.length === 0 && <p class="about">{t.requests.none}</p>}
      <ul class="pp-requests">
        {requests.map((request) => (
          <RequestItem key={request.n} request={request} onAnswered={reading.reload} />
        ))}
      </ul>
    </Panel>
  );
}

function RequestItem(props: { readonly request: Listed; readonly onAnswered: () => void }) {
  const { request, onAnswered } = props;
  const canAnswer = useCan("people.write");
  const { t, dayMonthAt } = usePeopleWords();
  const { kind, about, words, name, at, answer, answerWords, answeredAt } = request;
  const due = t.requests.before(dayMonthAt(at + ANSWER_WITHIN_DAYS * DAY_MS));
  return (
    <li>
      <p>
        <b>{name}</b> {t.requests.line(t.requests.kind[kind], t.requests.about[about])}
        {words !== null && <q>{words}</q>}
      </p>
      <p class="pp-quiet">
        {t.requests.asked(dayMonthAt(at))}
        {" · "}
        {answeredAt === null ? due : t.requests.answered(dayMonthAt(answeredAt))}
      </p>
      {answer !== null && (
        <p>{[t.requests.answers[answer], answerWords].filter(Boolean).join(". ")}</p>
      )}
      {answer === null && canAnswer && <AnswerForm request={request} onAnswered={onAnswered} />}
    </li>
  );
}

function AnswerForm(props: { readonly request: Listed; readonly onAnswered: () => void }) {
  const { n, name, kind } = props.request;
  const { api } = useDesk();
  const { t } = usePeopleWords();
  const action = useAction();
  const [answer, setAnswer] = useState<RequestAnswer | null>(null);
  const [words, setWords] = useState("");

  async function send() {
    const body = { answer, words: words.trim() === "" ? null : words.trim() };
    const sent = api.write("POST", `${PATH}/${n}/answer`, body);
    if ((await action.run(sent, t.requests.sent(name))) !== null) props.onAnswered();
  }

  return (
    <form
      class="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="about">{t.requests.todo[kind]}</p>
      <div class="row at-field">
        <SelectField
          label={t.requests.answer}
          value={answer ?? ""}
          choices={[
            { value: "", label: t.requests.choose },
            ...ANSWERS.map((value) => ({ value, label: t.requests.answers[value] })),
          ]}
          onPick={(value) => setAnswer(ANSWERS.find((one) => one === value) ?? null)}
        />
        <TextField
          label={t.requests.words}
          hint={t.requests.wordsHint}
          value={words}
          max={WORDS_MAX}
          isRequired={answer === "partly" || answer === "refused"}
          onText={setWords}
        />
        <button
          type="submit"
          class="plain"
          aria-label={t.requests.sendTo(name)}
          disabled={action.isBusy || answer === null}
        >
          {t.requests.send}
        </button>
      </div>
      <Said outcome={action.outcome} />
    </form>
  );
}
