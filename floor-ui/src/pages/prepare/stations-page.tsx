import type { Plan, PlanStation } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { StationKeyRow } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Copyable } from "../../ui/copyable.tsx";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { QrCode } from "../../ui/desk/qr-code.tsx";
import { useHref } from "../href.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { Said, Waiting } from "./said.tsx";

/** `/prepare/stations`: a tablet for each station. */
export function StationsPage() {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="stations" title={t.prepare.pages.stations}>
      <StationLists />
      <PeopleLink />
    </DeskFrame>
  );
}

/** People and badges were on this page once. */
function PeopleLink() {
  const { t } = useDeskWords();
  const href = useHref();
  return (
    <p class="about">
      {t.stations.people} <a href={href("/manage/people")}>{t.stations.toPeople}</a>
    </p>
  );
}

function StationLists() {
  const { t } = useDeskWords();
  const plan = useRead<Plan>("/api/v1/plan");
  if (plan.value === null) return <Waiting reading={plan} />;
  return (
    <>
      {plan.value.lines.map(({ id, name, stations }) => (
        <Panel key={id} title={t.stations.line(name)} aside={<span>{stations.length}</span>}>
          <ul class="stations">
            {stations.map((station) => (
              <Station key={station.id} station={station} />
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}

/** The key is told once: it is shown until the page is left, and a new one takes its place. */
function Station({ station }: { readonly station: PlanStation }) {
  const { api } = useDesk();
  const { t } = useDeskWords();
  const action = useAction();
  const [made, setMade] = useState<StationKeyRow | null>(null);

  async function make() {
    const path = `/api/v1/stations/${encodeURIComponent(station.id)}/key`;
    const answer = await action.run(api.write<StationKeyRow>("POST", path), t.stations.made);
    if (answer !== null) setMade(answer);
  }

  return (
    <li class={made === null ? "" : "whole"}>
      <div class="station-head">
        <p>
          <b>{station.name}</b>
          <span>{[station.operation, ...(station.operations ?? [])].join(", ")}</span>
        </p>
        <button
          type="button"
          class="plain"
          aria-label={
            made === null ? t.stations.makeOf(station.name) : t.stations.makeAgainOf(station.name)
          }
          disabled={action.isBusy}
          onClick={() => void make()}
        >
          <DeskIcon name="tablet" />
          {made === null ? t.stations.make : t.stations.makeAgain}
        </button>
      </div>
      <Said outcome={action.outcome} />
      {made !== null && <TabletLink name={station.name} link={made.link} />}
    </li>
  );
}

const HERE = new Set(["localhost", "127.0.0.1", "[::1]"]);

function TabletLink({ name, link }: { readonly name: string; readonly link: string }) {
  const { t, language } = useDeskWords();
  const address = new URL(link, location.origin);
  if (language === "en") address.searchParams.set("lang", "en");
  const inspector = inspectorOf(address);
  const words = { copy: t.stations.copy, copied: t.stations.copied, select: t.stations.select };
  return (
    <div class="tablets">
      <p>{t.stations.openOnTablet}</p>
      {HERE.has(location.hostname) && <p class="fault">{t.stations.onlyHere}</p>}
      <div class="tablet">
        <section>
          <h3>{t.stations.toSew}</h3>
          <p>{t.stations.forSewing}</p>
          <QrCode text={address.href} label={t.stations.qr(name)} />
          <Copyable text={address.href} name={t.stations.link(name)} words={words} />
        </section>
        <section>
          <h3>{t.stations.toInspect}</h3>
          <p>{t.stations.forInspector}</p>
          <QrCode text={inspector} label={t.stations.qrInspector(name)} />
          <Copyable text={inspector} name={t.stations.linkInspector(name)} words={words} />
        </section>
      </div>
      <p class="about">{t.stations.once}</p>
    </div>
  );
}

/** The same key opens the inspector's screen of the station. */
function inspectorOf(address: URL): string {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/^\/station\//, "/inspect/");
  return url.href;
}
