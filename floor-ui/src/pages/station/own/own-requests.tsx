import {
  REQUEST_KINDS,
  REQUEST_SUBJECTS,
  type RequestKind,
  type RequestSubject,
} from "@trame/shared";
import { useState } from "preact/hooks";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { BigButton } from "../../../ui/station/big-button.tsx";
import type { LineIconName } from "../../../ui/station/line-icon.tsx";
import { useDesk } from "../desk.ts";
import { EasyPages } from "./easy-pages.tsx";
import { easySentences } from "./own-easy.ts";
import type { OwnLine } from "./own-lines.ts";
import type { OwnPartProps } from "./own-parts.ts";
import { OwnRows } from "./own-rows.tsx";
import { RequestWords } from "./request-words.tsx";

type Step =
  | { readonly kind: "list" }
  | { readonly kind: "kind" }
  | { readonly kind: "about"; readonly asks: RequestKind }
  | { readonly kind: "words"; readonly asks: RequestKind; readonly about: RequestSubject };

const KIND_ICONS: Readonly<Record<RequestKind, LineIconName>> = {
  correction: "wrench",
  objection: "hand",
  deletion: "x",
};
const ABOUT_ICONS: Readonly<Record<RequestSubject, LineIconName>> = {
  sheet: "id-card-lanyard",
  skills: "check",
  presence: "history",
  work: "package-open",
  name: "user-round",
  all: "ellipsis",
};

/** What somebody asks about their data: two touches, and words where they like. The answer comes back here ([PD7]). */
export function OwnRequests(props: OwnPartProps & { readonly lines: readonly OwnLine[] }) {
  const { isEasy, proof, onChanged } = props;
  const { tools } = useDesk();
  const { t } = useOwnWords();
  const [step, setStep] = useState<Step>({ kind: "list" });
  const [said, setSaid] = useState<string | null>(null);

  async function send(kind: RequestKind, about: RequestSubject, words: string | null) {
    const told = await tools.own.request(proof, { kind, about, words });
    if (!told.ok) return setSaid(told.message ?? t.unreached);
    setSaid(t.sent);
    setStep({ kind: "list" });
    onChanged(proof);
  }

  if (step.kind === "kind")
    return (
      <Choice
        lead={isEasy ? t.easy.kind : t.askKind}
        isEasy={isEasy}
        choices={REQUEST_KINDS.map((asks) => ({
          icon: KIND_ICONS[asks],
          label: t.kind[asks],
          onPress: () => setStep({ kind: "about", asks }),
        }))}
      />
    );
  if (step.kind === "about")
    return (
      <Choice
        lead={isEasy ? t.easy.about : t.askAbout}
        isEasy={isEasy}
        choices={REQUEST_SUBJECTS.map((about) => ({
          icon: ABOUT_ICONS[about],
          label: t.about[about],
          onPress: () => setStep({ kind: "words", asks: step.asks, about }),
        }))}
      />
    );
  if (step.kind === "words")
    return (
      <RequestWords
        kind={step.asks}
        title={t.request(t.kind[step.asks], t.about[step.about])}
        isEasy={isEasy}
        said={said}
        onSend={(words) => void send(step.asks, step.about, words)}
      />
    );
  return <Asked {...props} said={said} onAsk={() => setStep({ kind: "kind" })} />;
}

interface AskedProps extends OwnPartProps {
  readonly lines: readonly OwnLine[];
  /** What came of the last one; null before. */
  readonly said: string | null;
  readonly onAsk: () => void;
}

function Asked({ data, isEasy, lines, said, onAsk }: AskedProps) {
  const i18n = useOwnWords();
  const { t } = i18n;
  return (
    <>
      {isEasy ? (
        <EasyPages
          key={said ?? ""}
          sentences={said === null ? easySentences("requests", data, i18n) : [said]}
        />
      ) : (
        <>
          <p class="lead" role="status">
            {said ?? t.requestsLead}
          </p>
          <OwnRows lines={lines} />
        </>
      )}
      <BigButton icon="hand" label={t.ask} weight="main" onPress={onAsk} />
    </>
  );
}

function Choice(props: {
  readonly lead: string;
  readonly isEasy: boolean;
  readonly choices: readonly {
    readonly icon: LineIconName;
    readonly label: string;
    readonly onPress: () => void;
  }[];
}) {
  return (
    <>
      <p class={props.isEasy ? "lead easy-lead" : "lead"}>{props.lead}</p>
      <section class="own-menu">
        {props.choices.map((choice) => (
          <BigButton key={choice.label} {...choice} />
        ))}
      </section>
    </>
  );
}
