import type { OrderStoryTopic } from "@trame/shared";
import { useState } from "preact/hooks";
import { orderPath } from "../../../data/desk/order-path.ts";
import type { OrderStoryPage } from "../../../data/desk/order-rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useStationName } from "../../../data/desk/use-station-name.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { SelectField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { useHref } from "../../href.ts";
import { Waiting } from "../../prepare/said.tsx";
import { ExportLinks } from "./export-links.tsx";
import type { OrderReads } from "./order-page.tsx";
import { type OrderStoryLine, orderStoryLines } from "./story-lines.ts";

const TOPICS: readonly (OrderStoryTopic | "all")[] = [
  "all",
  "order",
  "cut",
  "bundles",
  "outside",
  "settled",
  "packed",
];

/** All that happened to an order, the oldest first, a page at a time. */
export function StoryPart({ reads }: { readonly reads: OrderReads }) {
  const i18n = useOrdersWords();
  const { t, date } = i18n;
  const stationName = useStationName();
  const [topic, setTopic] = useState<OrderStoryTopic | "all">("all");
  const [pages, setPages] = useState<readonly number[]>([]);
  const query = new URLSearchParams({ after: String(pages.at(-1) ?? 0) });
  if (topic !== "all") query.set("topic", topic);
  const story = useRead<OrderStoryPage>(orderPath(reads.order.id, `/story?${query}`));
  const labels = new Map(
    reads.progress.styles.flatMap(({ operations }) =>
      operations.map(({ code, label }) => [code, label] as const),
    ),
  );
  const names = { stationName, labelOf: (code: string) => labels.get(code) };
  const lines = orderStoryLines(story.value?.facts ?? [], names, i18n);
  const days = [...new Set(lines.map(({ day }) => day))];
  const next = story.value?.next ?? null;
  return (
    <Panel
      title={
        story.value === null ? t.ordersDesk.parts.story : t.orderStory.title(story.value.total)
      }
      aside={<ExportLinks orderId={reads.order.id} kinds={["story"]} />}
    >
      <SelectField
        label={t.orderStory.show}
        value={topic}
        choices={TOPICS.map((value) => ({ value, label: t.orderStory.topics[value] }))}
        onPick={(value) => {
          setTopic(TOPICS.find((each) => each === value) ?? "all");
          setPages([]);
        }}
      />
      <Waiting reading={story} />
      {story.value !== null && lines.length === 0 && <p class="about">{t.orderStory.none}</p>}
      {days.map((day) => (
        <section key={day} class="story-day">
          <h3>{date(day)}</h3>
          <ol class="story">
            {lines
              .filter((line) => line.day === day)
              .map((line) => (
                <Line key={line.key} line={line} />
              ))}
          </ol>
        </section>
      ))}
      <div class="row">
        {pages.length > 0 && (
          <button type="button" class="plain" onClick={() => setPages(pages.slice(0, -1))}>
            {t.orderStory.before}
          </button>
        )}
        {next !== null && (
          <button type="button" class="plain" onClick={() => setPages([...pages, next])}>
            {t.orderStory.after}
          </button>
        )}
      </div>
    </Panel>
  );
}

function Line({ line }: { readonly line: OrderStoryLine }) {
  const { t } = useOrdersWords();
  const href = useHref();
  const { time, what, code, text, isUndone } = line;
  return (
    <li class={isUndone ? "void" : ""}>
      <span class="time">{time}</span>
      <span>
        <b>{what}</b>
        {code !== null && (
          <>
            {" "}
            <a href={href(`/bundle/${code}`)}>{t.orderStory.bundle(code)}</a>
          </>
        )}
        {text !== "" && ` · ${text}`}
      </span>
      <span class="story-marks">{isUndone && <b class="tag undone">{t.orderStory.undone}</b>}</span>
    </li>
  );
}
