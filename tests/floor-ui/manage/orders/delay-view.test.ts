import type { OrderDelay } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  delayHead,
  delayText,
  endView,
} from "../../../../floor-ui/src/pages/manage/orders/delay-view.ts";
import { glance, typed, wordsIn } from "./orders-words.ts";

const fr = wordsIn("fr");
const none = { endsAt: null, endsOn: null };

function end(...asked: Parameters<typeof glance>) {
  const view = endView(glance(...asked), fr);
  return view === null ? null : { ...view, text: typed(view.text), note: typed(view.note) };
}

describe("forecast end in words", () => {
  it("[OD1] stands against the due day, a late one marked", () => {
    expect([end(), end({ daysLate: 0 }), end({ daysLate: 3 })]).toEqual([
      { text: "mardi 24 nov.", note: "2 jours avant", isLate: false },
      { text: "mardi 24 nov.", note: "le jour même", isLate: false },
      { text: "mardi 24 nov.", note: "3 jours après", isLate: true },
    ]);
  });

  it("[OD2] says why there is none, and of which style", () => {
    const styles = [
      { styleId: "POLO", name: "Polo" },
      { styleId: "SWEAT", name: "Sweat" },
    ];
    const gap = { ...none, gap: "not-begun", styleId: "SWEAT" } as const;

    expect([
      end({ daysLate: null, forecast: { ...none, gap: "too-early" } }),
      end({ daysLate: null, styles, forecast: gap }),
      end({ daysLate: null, forecast: { ...none, gap: "done" } }),
      end({ state: "closed" }),
    ]).toEqual([
      {
        text: "Pas encore prévisible",
        note: "moins de 4 h de travail jusqu’ici",
        isLate: false,
      },
      {
        text: "Pas encore prévisible",
        note: "Sweat : la couture n’a pas commencé",
        isLate: false,
      },
      { text: "Tout est fait", note: null, isLate: false },
      null,
    ]);
  });
});

describe("what delays an order in words", () => {
  it.each<[OrderDelay | null, string | null]>([
    [null, null],
    [{ code: "not-released" }, "Elle n’est pas encore lancée en atelier."],
    [{ code: "nothing-cut" }, "Rien n’est encore coupé."],
    [{ code: "conflicts", bundles: 1 }, "1 paquet attend d’être réglé."],
    [{ code: "conflicts", bundles: 2 }, "2 paquets attendent d’être réglés."],
    [{ code: "to-settle", bundles: 1 }, "1 paquet à régler"],
    [{ code: "to-settle", bundles: 3 }, "3 paquets à régler"],
    [
      { code: "stopped", stationIds: ["S3", "S7"] },
      "À l’arrêt avec un paquet de la commande : Poste S3 et Poste S7.",
    ],
    [
      { code: "queue", styleId: "MASQUE", operation: "40", pieces: 120, hours: 11.14 },
      "Plis : 120 pièces attendent, 11,1 h à sa cadence.",
    ],
    [{ code: "outside", pieces: 60 }, "60 pièces sont dehors."],
    [
      { code: "kit-style", styleId: "MASQUE", kits: 8 },
      "Les kits attendent Masque : 8 kits de moins.",
    ],
    [{ code: "not-cut", pieces: 1 }, "1 pièce reste à couper."],
  ])("[OD3] %o", (delay, said) => {
    const order = glance({ delay, delayLabel: { fr: "Plis" } });

    expect(typed(delayText(order, fr, (id) => `Poste ${id}`))).toBe(said);
  });

  it("[OD3] stands under « À noter » while the order is ahead", () => {
    const heads = (["conflicts", "to-settle"] as const).map((code) =>
      delayHead(glance({ delay: { code, bundles: 1 } }), fr),
    );

    expect(heads).toEqual(["Ce qui retarde", "À noter"]);
  });
});
