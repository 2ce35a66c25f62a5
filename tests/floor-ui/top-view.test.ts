import { describe, expect, it } from "vitest";
import { ageView, messageView, orderView } from "../../floor-ui/src/pages/wall/top-view.ts";
import { at } from "../browser/support/rows.ts";
import { i18nOf } from "./support/scene.ts";

describe("age of the picture", () => {
  it("[W11] says how fresh it is, of when it is, and since when nothing came", () => {
    const i18n = i18nOf();
    const heardAt = at("11:34");
    expect([
      ageView({ freshness: "fresh", heardAt, now: heardAt + 4100 }, i18n),
      ageView({ freshness: "reconnecting", heardAt, now: heardAt + 8000 }, i18n),
      ageView({ freshness: "stale", heardAt, now: heardAt + 40_000 }, i18n),
      ageView({ freshness: "offline", heardAt, now: heardAt + 200_000 }, i18n),
    ]).toEqual([
      { kind: "fresh", text: "À jour · il y a 4\u00a0s" },
      { kind: "loading", text: "Reconnexion · il y a 8\u00a0s" },
      { kind: "stale", text: "Données de 11\u00a0h\u00a034" },
      { kind: "offline", text: "Connexion perdue depuis 11\u00a0h\u00a034" },
    ]);
  });

  it("[W11] does not name a time where nothing was ever heard", () => {
    const i18n = i18nOf();
    const told = (["loading", "stale", "offline"] as const).map(
      (freshness) => ageView({ freshness, heardAt: 0, now: null }, i18n).text,
    );
    expect(told).toEqual(["Connexion", "Connexion", "Pas de réponse du serveur"]);
  });
});

describe("sign over a wall", () => {
  it("[W35] names the order that is sewn, and of several the first and how many more", () => {
    const order = { orderId: "2026-118", name: "Masque lavable", pieces: 12_000 };
    const shown = { id: "OF 2026-118", name: "Masque lavable", pieces: "12\u00a0000\u00a0pièces" };
    expect([[], [order], [order, order]].map((orders) => orderView(orders, i18nOf()))).toEqual([
      null,
      { ...shown, more: null },
      { ...shown, more: "+ 1" },
    ]);
  });

  it("[W35] shows a message until its time is over, also where nothing new was heard", () => {
    const message = { text: "Livraison à 16 h", until: at("16:00") };
    const told = [at("15:59"), at("16:00")].map((now) => messageView(message, now));
    expect([told, messageView({ ...message, until: null }, at("20:00"))]).toEqual([
      ["Livraison à 16 h", null],
      "Livraison à 16 h",
    ]);
  });
});
