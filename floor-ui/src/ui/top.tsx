import { Glyph } from "./glyph.tsx";
import { Time } from "./time.tsx";

/** How old the picture is. */
export interface AgeView {
  readonly kind: "fresh" | "stale" | "offline" | "loading";
  readonly text: string;
}

/** The order that is being sewn. */
export interface OrderView {
  readonly id: string;
  readonly name: string;
  readonly pieces: string;
  /** « + 1 » of several; null of one. */
  readonly more: string | null;
}

/** The sign over a wall. */
export interface TopView {
  readonly title: string;
  readonly order: OrderView | null;
  /** In place of the order where there is none; null before the first snapshot. */
  readonly day: string | null;
  /** What the supervisor tells the room. */
  readonly message: string | null;
  readonly age: AgeView;
  /** null while no server has told the time. */
  readonly clock: {
    readonly hour: string;
    readonly separator: string;
    readonly minute: string;
  } | null;
}

/** Longer messages are set smaller, on two lines. */
const SHORT_MESSAGE = 26;

/** Workshop and line, what is sewn, what the room is told, how fresh, the clock. */
export function Top({ view }: { readonly view: TopView }) {
  const { title, age, clock } = view;
  return (
    <header class="top">
      <h1>{title}</h1>
      <Told view={view} />
      <p class={`live ${age.kind}`} role={age.kind === "offline" ? "alert" : undefined}>
        {age.kind === "fresh" && <Glyph shape="ok" />}
        {(age.kind === "stale" || age.kind === "offline") && <Glyph shape="waiting" />}
        {age.text}
      </p>
      {clock !== null && (
        <p class="clock">
          <Time parts={clock} />
        </p>
      )}
    </header>
  );
}

function Told({ view }: { readonly view: TopView }) {
  const { order, day, message } = view;
  if (order === null && day === null && message === null) return null;
  return (
    <div class={message === null ? "told" : "told with-message"}>
      {order !== null ? <Order order={order} /> : day !== null && <p class="of">{day}</p>}
      {message !== null && (
        <p class={message.length > SHORT_MESSAGE ? "message long" : "message"}>{message}</p>
      )}
    </div>
  );
}

function Order({ order }: { readonly order: OrderView }) {
  return (
    <p class="of">
      <span class="what">
        <b>{order.id}</b>
        {` · ${order.name}`}
      </span>
      <span class="q">{`\u00a0· ${order.pieces}`}</span>
      {order.more !== null && <span>{`\u00a0${order.more}`}</span>}
    </p>
  );
}
