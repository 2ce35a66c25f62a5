import type { CallKind, StationCall } from "@trame/shared";
import type { StationModel } from "../../data/station/model.ts";
import type { I18n } from "../../i18n/i18n.ts";
import type { LineIconName } from "../../ui/station/line-icon.tsx";

/** What can be asked for, and how that stands. */
export interface CallView {
  readonly kind: CallKind;
  readonly icon: LineIconName;
  readonly label: string;
  /** null: nobody asks for it. */
  readonly open: OpenCallView | null;
}

export interface OpenCallView {
  readonly key: string;
  readonly state: string;
  /** As long as nobody comes, and an act can be undone. */
  readonly canTakeBack: boolean;
}

const ICONS: Readonly<Record<CallKind, LineIconName>> = {
  mechanic: "wrench",
  material: "package-open",
  quality: "search-check",
  supervisor: "user-round",
};

const KINDS: readonly CallKind[] = ["mechanic", "material", "quality", "supervisor"];
/** Three are as many as a screen in easy words has; another is there while somebody asks for it. */
const SIMPLE_KINDS: readonly CallKind[] = ["mechanic", "material", "supervisor"];
const MINUTE_MS = 60_000;
/** Of one that a tablet keeps from before it knew of calls. */
const NONE: readonly StationCall[] = [];

/** The four things that somebody may need. */
export function callViews(model: StationModel, { t, time }: I18n): CallView[] {
  const { callSent, callUnsent, callTaken } = t.station;
  const nameOf = (kind: CallKind) => t.station.callKinds[kind];
  const words = { nameOf, sent: callSent, unsent: callUnsent, taken: callTaken };
  return viewsOf(model, KINDS, { ...words, time });
}

/** The same in easy words. */
export function simpleCallViews(model: StationModel, { t, time }: I18n): CallView[] {
  const { callSent, callUnsent, callTaken } = t.simple;
  const nameOf = (kind: CallKind) => t.simple.callKinds[kind];
  const open = (model.view.value?.calls ?? NONE).map(({ call }) => call);
  const kinds = KINDS.filter((kind) => SIMPLE_KINDS.includes(kind) || open.includes(kind));
  const words = { nameOf, unsent: callUnsent, taken: callTaken };
  return viewsOf(model, kinds, { ...words, sent: () => callSent, time });
}

interface CallWords {
  nameOf(kind: CallKind): string;
  readonly unsent: string;
  readonly taken: string;
  sent(time: string): string;
  time(at: number): string;
}

function viewsOf(model: StationModel, kinds: readonly CallKind[], words: CallWords): CallView[] {
  const calls = model.view.value?.calls ?? NONE;
  return kinds.map((kind) => {
    const call = calls.find((each) => each.call === kind);
    return {
      kind,
      icon: ICONS[kind],
      label: words.nameOf(kind),
      open: call === undefined ? null : openView(model, call, words),
    };
  });
}

function openView(model: StationModel, { key, at, takenAt }: StationCall, words: CallWords) {
  const { serverTime = 0, undoMinutes = 0 } = model.view.value ?? {};
  const isUnsent = model.unsent.value.has(key);
  const sent = isUnsent ? words.unsent : words.sent(words.time(at));
  return {
    key,
    state: takenAt === null ? sent : words.taken,
    canTakeBack: takenAt === null && (isUnsent || serverTime - at < undoMinutes * MINUTE_MS),
  };
}
