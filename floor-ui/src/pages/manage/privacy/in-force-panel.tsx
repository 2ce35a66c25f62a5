import type { PrivacySetting } from "@trame/shared";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import type { AccountName } from "./privacy-rows.ts";

interface Props {
  readonly setting: PrivacySetting;
  /** null: who has an account is not for this reader. */
  readonly accounts: readonly AccountName[] | null;
}

/** What holds now, since when and why. */
export function InForcePanel({ setting, accounts }: Props) {
  const { t, day } = usePrivacyWords();
  const { mode, since, reason, consultation, supervisorId, retention } = setting;
  const named =
    accounts === null
      ? t.inForce.named
      : (accounts.find(({ id }) => id === supervisorId)?.name ?? t.inForce.nobody);
  const body = consultation?.body ?? null;
  return (
    <Panel
      title={t.inForce.title}
      aside={<span>{since === null ? t.inForce.never : t.inForce.since(day(since))}</span>}
    >
      <p class="pv-mode">
        <b>{t.modes[mode].name}</b>
        <span>{`${t.inForce.seen} ${t.modes[mode].who} ${t.modes[mode].text}`}</span>
      </p>
      <dl class="pv-facts">
        <Fact name={t.inForce.figures}>
          {setting.stationFigures ? t.inForce.figuresOn : t.inForce.figuresOff}
        </Fact>
        <Fact name={t.inForce.minutes}>
          {setting.operationMinutes ? t.inForce.minutesOn : t.inForce.minutesOff}
        </Fact>
        <Fact name={t.inForce.myDay}>{setting.myDay ? t.inForce.myDayOn : t.inForce.myDayOff}</Fact>
        <Fact name={t.retention.samplesDays}>{t.retention.inDays(retention.samplesDays)}</Fact>
        <Fact name={t.retention.assignmentsDays}>
          {t.retention.inDays(retention.assignmentsDays)}
        </Fact>
        <Fact name={t.retention.aggregatesYears}>
          {t.retention.inYears(retention.aggregatesYears)}
        </Fact>
        {supervisorId !== null && <Fact name={t.inForce.supervisor}>{named}</Fact>}
        {consultation !== null && body !== null && (
          <Fact name={t.inForce.consultation}>
            {`${t.accompanied.bodies[body]}, ${day(consultation.date)}`}
          </Fact>
        )}
        {reason !== null && <Fact name={t.inForce.reason}>{reason}</Fact>}
      </dl>
      <p class="about">{t.retention.nightly}</p>
    </Panel>
  );
}

function Fact(props: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
