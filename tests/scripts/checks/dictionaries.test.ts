import { describe, expect, it } from "vitest";
import { checkDictionaries } from "../../../scripts/checks/dictionaries.ts";
import { plantTree } from "../support/tree.ts";

interface World {
  fr: string;
  en: string;
  page?: string;
}

const messagesOf = ({ fr, en, page = "" }: World) =>
  checkDictionaries(
    plantTree({
      "floor-ui/src/i18n/fr.ts": `export const fr = ${fr} as const;`,
      "floor-ui/src/i18n/en.ts": `import type { Dictionary } from "./fr.ts"; export const en = ${en} satisfies Dictionary;`,
      "floor-ui/src/pages/wall.tsx": page,
    }),
  ).map(({ file, line, message }) => `${file}:${line} ${message}`);

const english = "floor-ui/src/i18n/en.ts";
const french = "floor-ui/src/i18n/fr.ts";

describe("the check of dictionaries", () => {
  it("[R10] passes when both languages say the same and all of it is shown", () => {
    const fr = `{ wall: { done: "Fait", since: (time: string) => \`depuis \${time}\`, "late": "{n} en retard" }, states: { running: "En marche", closed: "Fermé" }, tiles: { pace: "cadence", empty: "vide" } }`;
    const en = `{ wall: { done: "Done", since: (at: string) => \`since \${at}\`, late: "{n} late" }, states: { running: "Running", closed: "Closed" }, tiles: { pace: "pace", empty: "empty" } }`;
    const page = `
      const { wall } = t;
      export const Wall = () => <p title={t.wall.since("8 h")}>{wall.done} {t?.wall.late} {t.states[state]}</p>;
      const words = t.tiles;
      export const Tile = () => <p>{words.pace} {words.empty}</p>;`;
    expect(messagesOf({ fr, en, page })).toEqual([]);
  });

  it("[R10] finds a sentence that one language lacks", () => {
    const page = "t.wall.done; t.wall.only";
    expect(
      messagesOf({
        fr: `{ wall: { done: "Fait", only: "seul" } }`,
        en: `{ wall: { done: "Done" } }`,
        page,
      }),
    ).toEqual([`${english}:undefined wall.only is missing`]);
    expect(
      messagesOf({
        fr: `{ wall: { done: "Fait" } }`,
        en: `{ wall: { done: "Done", only: "only" } }`,
        page,
      }),
    ).toEqual([`${french}:undefined wall.only is missing`]);
  });

  it("[R10] compares a sentence with that of its own page, though another has one of the same name", () => {
    const found = checkDictionaries(
      plantTree({
        "floor-ui/src/i18n/fr.ts": "export const fr = {} as const;",
        "floor-ui/src/i18n/en.ts": "export const en = {} as const;",
        "floor-ui/src/i18n/copy-fr.ts": `export const copyFr = { title: "Ma copie" } as const;`,
        "floor-ui/src/i18n/copy-en.ts": `export const copyEn = { title: "My copy" };`,
        "floor-ui/src/i18n/looks-fr.ts": `export const looksFr = { title: (who: string) => \`Vu par \${who}\` } as const;`,
        "floor-ui/src/i18n/looks-en.ts": `export const looksEn = { title: "Seen" };`,
        "floor-ui/src/pages/copy.tsx": "t.title;",
      }),
    );
    expect(found).toEqual([
      {
        file: "floor-ui/src/i18n/looks-en.ts",
        line: 1,
        message: "title fills nothing, in French (value)",
      },
    ]);
  });

  it("[R10] reads the sentences of each domain beside the first dictionary", () => {
    const found = checkDictionaries(
      plantTree({
        "shared/src/refusals/fr.ts": `export const fr = { late: "tard", ...floorFr } as const;`,
        "shared/src/refusals/en.ts": `export const en = { late: "late", ...floorEn } as const;`,
        "shared/src/refusals/floor-fr.ts": `export const floorFr = { gone: "parti", "too-many": "trop" } as const;`,
        "shared/src/refusals/floor-en.ts": `export const floorEn = { gone: "gone" } as const;`,
        "server/src/refuse.ts": `refuse("late"); refuse("too-many");`,
      }),
    ).map(({ message }) => message);

    expect(found).toEqual(["too-many is missing", "nothing uses gone"]);
  });

  it("[R10] finds blanks that differ", () => {
    const fr = `{ wall: { late: "{n} en retard", since: ({ time }) => time } }`;
    const en = `{ wall: { late: "{count} late", since: "since" } }`;
    expect(messagesOf({ fr, en, page: "t.wall.late; t.wall.since" })).toEqual([
      `${english}:1 wall.late fills {count}, in French {n}`,
      `${english}:1 wall.since fills nothing, in French {time}`,
    ]);
  });

  it("[R10] finds a sentence that nothing shows", () => {
    const both = `{ wall: { done: "x", old: "y" } }`;
    const page = `// t.wall.old\nexport const text = [t.wall.done, "wall.old", other.old];`;
    expect(messagesOf({ fr: both, en: both, page })).toEqual([`${french}:1 nothing uses wall.old`]);
  });

  it("[R10] finds French signs and units that could begin a line, and no code between the words", () => {
    const both = (fr: string, en: string) =>
      messagesOf({ fr: `{ a: ${fr} }`, en: `{ a: ${en} }`, page: "t.a" }).length;
    const loose = [
      "Fini ?",
      "Code : 3",
      "Oui ; non",
      "« Aide »",
      "dans 20 s",
      "10 %",
      "1 000 fois",
    ];
    expect(loose.map((text) => both(`"${text}"`, '"x"'))).toEqual(loose.map(() => 1));
    const bound = loose.map((text) => text.replaceAll(" ", "\\u00a0"));
    expect(bound.map((text) => both(`"${text}"`, '"x"'))).toEqual(bound.map(() => 0));
    const blank = `(n: number) => \`« \${n}\``;
    expect(both(blank, `(n: number) => \`\${n}\``)).toBe(1);
    const code = '(n: number) => (n > 1 ? "de 08:00 à 9:00" : "en 2 fois")';
    expect(both(code, '(n: number) => (n > 1 ? "a" : "b")')).toBe(0);
  });

  it("[R10] finds a refusal that nothing answers", () => {
    const root = plantTree({
      "shared/src/refusals/fr.ts": `export const fr = { "plan-invalid": "Plan refusé", gone: "Parti" };`,
      "shared/src/refusals/en.ts": `export const en = { "plan-invalid": "Plan refused", gone: "Gone" };`,
      "server/src/api/plan.ts": `export const refuse = () => ({ code: "plan-invalid" });`,
    });
    expect(checkDictionaries(root)).toEqual([
      { file: "shared/src/refusals/fr.ts", line: 1, message: "nothing uses gone" },
    ]);
  });
});
