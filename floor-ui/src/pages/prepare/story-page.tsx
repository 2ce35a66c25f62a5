import type { OrderProgress, Story } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { useHref } from "../href.ts";
import { placeOf } from "./bundle-view.ts";
import { conflictNotes } from "./conflict-view.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { Said, Waiting } from "./said.tsx";
import { Line } from "./story-line.tsx";
import { daysOf, storyLines } from "./story-view.ts";

/** `/bundle/118-117-K`: the life of a bundle, told in order. */
export function StoryPage({ code = "" }: { readonly code?: string }) {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="orders" title={t.story.title(code)}>
      <WholeStory key={code} code={code} />
    </DeskFrame>
  );
}

function WholeStory({ code }: { readonly code: string }) {
  const reading = useRead<Story>(`/api/v1/bundles/${encodeURIComponent(code)}/story`);
  const story = reading.value;
  if (story === null) return <Waiting reading={reading} />;
  return <Told story={story} onChanged={reading.reload} />;
}

function Told(props: { readonly story: Story; readonly onChanged: () => void }) {
  const { story, onChanged } = props;
  const action = useAction();
  const i18n = useDeskWords();
  const { t, date } = i18n;
  const href = useHref();
  const stationName = useStationName();
  const { bundle, parent, joinedInto } = story;
  const progress = useRead<OrderProgress>(`/api/v1/orders/${bundle.orderId}/progress`);
  const style = progress.value?.styles.find(({ styleId }) => styleId === bundle.styleId);
  const names = { stationName, operations: style?.operations ?? [] };
  const days = daysOf(storyLines(story, names, i18n));
  return (
    <>
      <Blocked story={story} />
      <BundleHead story={story} />
      <p class="row">
        <a href={href(`/manage/orders/${bundle.orderId}`)}>{t.order.title(bundle.orderId)}</a>
        {parent !== null && <a href={href(`/bundle/${parent}`)}>{t.story.from(parent)}</a>}
        {joinedInto !== null && (
          <a href={href(`/bundle/${joinedInto}`)}>{t.story.joinedInto(joinedInto)}</a>
        )}
      </p>
      <Said outcome={action.outcome} />
      {days.map(({ day, lines }) => (
        <Panel key={day} title={date(day)}>
          <ol class="story">
            {lines.map((line) => (
              <Line key={line.key} line={line} action={action} onUndone={onChanged} />
            ))}
          </ol>
        </Panel>
      ))}
    </>
  );
}

/** Why it does not go on, and where that is settled. */
function Blocked({ story }: { readonly story: Story }) {
  const i18n = useDeskWords();
  const { t } = i18n;
  const href = useHref();
  const stationName = useStationName();
  const notes = conflictNotes(story, stationName, i18n);
  if (notes.length === 0) return null;
  return (
    <section class="refusal">
      {notes.map(({ key, title, acts }) => (
        <p key={key}>
          <DeskIcon name="alert" />
          <span>
            <b>{t.story.blocked(title)}</b> {acts.join(" · ")}
          </span>
        </p>
      ))}
      <p>
        <a href={href("/prepare/follow")}>{t.story.settle}</a>
      </p>
    </section>
  );
}

function BundleHead({ story }: { readonly story: Story }) {
  const { t, number } = useDeskWords();
  const stationName = useStationName();
  const { bundle } = story;
  const { state } = bundle;
  const place = placeOf(bundle);
  const at = place === "open" && bundle.openAt !== null ? ` · ${stationName(bundle.openAt)}` : "";
  const figures: readonly (readonly [string, string])[] = [
    [t.orders.style, bundle.styleName],
    [t.prepare.size, bundle.size],
    [t.prepare.colour, bundle.colour],
    [t.prepare.shade, String(bundle.shade)],
    [t.bundles.pieces, number(state.pieces)],
    [t.bundles.where, `${t.bundles.places[place]}${at}`],
    [t.prepare.good, number(state.good)],
    [t.story.inProgress, number(state.inProgress)],
    [t.prepare.rework, number(state.rework)],
    [t.prepare.second, number(state.second)],
    [t.prepare.scrap, number(state.scrap)],
  ];
  return (
    <section class="panel">
      <dl class="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
