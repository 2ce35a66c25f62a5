/** What is asked for at a join beside a part: the garment as far as it was joined before. */
export const WHOLE_GARMENT = { fr: "Vêtement déjà assemblé", en: "Garment joined so far" } as const;
