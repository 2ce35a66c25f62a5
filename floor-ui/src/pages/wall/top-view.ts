import type { LineOrder } from "@trame/shared";
import type { Freshness } from "../../data/picture.ts";
import type { I18n } from "../../i18n/i18n.ts";
import type { AgeView, OrderView } from "../../ui/top.tsx";

/** How old the picture is, in server time. */
export interface Age {
  readonly freshness: Freshness;
  /** When the server last spoke, UTC ms; 0 before. */
  readonly heardAt: number;
  /** UTC ms; null while no server has told it. */
  readonly now: number | null;
}

/** « À jour · il y a 4 s », « Reconnexion · il y a 8 s », « Données de 11 h 34 », « Connexion perdue depuis 11 h 21 ». */
export function ageView({ freshness, heardAt, now }: Age, i18n: I18n): AgeView {
  const { live } = i18n.t;
  switch (freshness) {
    case "loading":
      return { kind: "loading", text: live.connecting };
    case "fresh":
      return { kind: "fresh", text: live.upToDate(i18n.number(secondsSince(heardAt, now))) };
    case "reconnecting":
      return { kind: "loading", text: live.reconnecting(i18n.number(secondsSince(heardAt, now))) };
    case "stale":
      if (heardAt === 0) return { kind: "loading", text: live.connecting };
      return { kind: "stale", text: live.dataOf(i18n.time(heardAt)) };
    case "offline":
      if (heardAt === 0) return { kind: "offline", text: live.neverThere };
      return { kind: "offline", text: live.lostSince(i18n.time(heardAt)) };
  }
}

function secondsSince(heardAt: number, now: number | null): number {
  return Math.max(0, Math.round(((now ?? heardAt) - heardAt) / 1000));
}

/** « OF 2026-118 · Masque lavable · 12 000 pièces »; of several the first, and how many more; null without one. */
export function orderView(orders: readonly LineOrder[], { t, number }: I18n): OrderView | null {
  const [first, ...others] = orders;
  if (first === undefined) return null;
  const { wall } = t;
  return {
    id: wall.order(first.orderId),
    name: first.name,
    pieces: wall.orderPieces(number(first.pieces)),
    more: others.length === 0 ? null : wall.moreOrders(others.length),
  };
}

/** What holds now: an old picture keeps a message no longer than it was meant. */
export function messageView(
  message: { readonly text: string; readonly until: number | null } | null,
  now: number,
): string | null {
  if (message === null || (message.until !== null && message.until <= now)) return null;
  return message.text;
}
