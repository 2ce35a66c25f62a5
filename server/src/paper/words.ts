import type { Language } from "@trame/shared";

/** What a printed page says besides what was typed by people. */
interface PaperWords {
  readonly order: (id: string) => string;
  readonly quantity: string;
  readonly bundle: string;
  readonly shade: (shade: number) => string;
  readonly duplicate: string;
  /** On each label of a ticket after its first. */
  readonly more: (page: number, pages: number) => string;
  readonly tickets: (id: string) => string;
  readonly badges: string;
}

export const paperWords: Readonly<Record<Language, PaperWords>> = {
  fr: {
    order: (id) => `OF ${id}`,
    quantity: "Quantité",
    bundle: "Paquet",
    shade: (shade) => `Bain ${shade}`,
    duplicate: "Duplicata",
    more: (page, pages) => `Suite ${page}/${pages}`,
    tickets: (id) => `Tickets de paquet, OF ${id}`,
    badges: "Badges",
  },
  en: {
    order: (id) => `Order ${id}`,
    quantity: "Quantity",
    bundle: "Bundle",
    shade: (shade) => `Dye lot ${shade}`,
    duplicate: "Duplicate",
    more: (page, pages) => `More ${page}/${pages}`,
    tickets: (id) => `Bundle tickets, order ${id}`,
    badges: "Badges",
  },
};
