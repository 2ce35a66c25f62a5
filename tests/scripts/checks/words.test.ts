import { describe, expect, it } from "vitest";
import { checkWords } from "../../../scripts/checks/words.ts";
import { plantTree } from "../support/tree.ts";

const messagesOf = (files: Record<string, string>) =>
  checkWords(plantTree(files)).map(({ file, line, message }) => `${file}:${line} ${message}`);

const unfinished = ["TO", "DO"].join("");
const above = "..";

describe("the check of words", () => {
  it("[R12] passes paths inside the repository and words that only look alike", () => {
    expect(
      messagesOf({
        "server/src/store/a.ts": `import "../record.ts"; new URL("../../migrations", import.meta.url);`,
        "docs/adr/0001.md":
          "See [the notes](../architecture.md) and https://example.org/home/page.",
        "floor-ui/src/ui/mastodon.ts": "const tokens = [...all, ...more]; const XXXL = 1;",
        "node_modules/x/index.js": `// ${unfinished}`,
      }),
    ).toEqual([]);
  });

  it("[R12] finds what was left to finish", () => {
    expect(messagesOf({ "server/src/a.ts": `const a = 1;\n// ${unfinished}: later` })).toEqual([
      `server/src/a.ts:2 ${unfinished}: finish it, or open an issue`,
    ]);
  });

  it("[R12] finds a path that leads out of the repository", () => {
    expect(messagesOf({ "README.md": `See ${above}/design/style.md` })).toEqual([
      `README.md:1 ${above}/design/style.md is outside the repository`,
    ]);
    expect(messagesOf({ "docs/a.md": `See ${above}/${above}/design` })).toEqual([
      `docs/a.md:1 ${above}/${above}/design is outside the repository`,
    ]);
  });

  it("[R12] finds a folder of somebody's machine", () => {
    const folder = ["/ho", "me/jo/trame"].join("");
    expect(messagesOf({ "docs/a.md": `In ${folder}` })).toEqual([
      `docs/a.md:1 ${folder} is a folder of one machine`,
    ]);
  });

  it("[R12] looks into floor-ui/src/data but not into the workshop's own records", () => {
    const text = `// ${unfinished}`;
    expect(messagesOf({ "data/notes.md": text, "floor-ui/src/data/a.ts": text })).toEqual([
      `floor-ui/src/data/a.ts:1 ${unfinished}: finish it, or open an issue`,
    ]);
  });
});
