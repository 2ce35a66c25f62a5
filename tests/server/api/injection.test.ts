/** Texts from outside are data: what they say is stored and told, and never done. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles, readText } from "../../../scripts/checks/tree.ts";
import { fileNameOf } from "../../../server/src/exports/file-name.ts";
import { MASK, openCatalogue } from "./catalogue/catalogue-http.ts";

const HOSTILE = [
  `'); DROP TABLE styles; --`,
  `" OR "1"="1`,
  `<script>alert(1)</script><img src=x onerror=alert(2)>`,
  "{{7*7}} $(id) `id` ; rm -rf /",
];

/** What starts a program, runs a text, or puts one into a page as markup. */
const RUNS =
  /child_process|\beval\(|new Function\(|dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/;

/** Reads the files of a folder in a process of its own ([S30]). */
const READER = "server/src/store/retention/start-proof.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SHIPPED = ["shared/src", "broker/src", "server/src", "floor-ui/src"];

describe("what people type", () => {
  it("[IN1] is told as it was typed, and nothing else of the store is another", async () => {
    const http = await openCatalogue({ isEmpty: true });
    await http.must(http.put("/styles/MASQUE", MASK));
    for (const [i, name] of HOSTILE.entries()) {
      await http.must(http.put(`/styles/S${i}`, { ...MASK, id: `S${i}`, name }));
    }

    const { styles } = Object((await http.get("/styles")).json);

    expect(styles.map(({ name }: { name: string }) => name).toSorted()).toEqual(
      [MASK.name, ...HOSTILE].toSorted(),
    );
  });

  it("[IN1] asks for nothing but what it names, in an address too", async () => {
    const http = await openCatalogue();
    const routingsOf = async (styleId: string): Promise<unknown[]> => {
      const { json } = await http.get(`/routings?styleId=${encodeURIComponent(styleId)}`);
      return Object(json).routings;
    };

    const found = await Promise.all(HOSTILE.map(routingsOf));

    expect(found).toEqual(HOSTILE.map(() => []));
    expect(await routingsOf(MASK.id)).toHaveLength(1);
  });

  it("[IN1] ends no header, and leads a file's name nowhere", () => {
    const of = ['118"\r\nSet-Cookie: x=1', "../../etc/passwd"];
    const day = "2026-11-23";
    const name = fileNameOf({ kind: "production", format: "csv", from: day, to: day, of });
    expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
  });
});

describe("what is shipped", () => {
  it("[IN2] starts no program but its own reader of files, runs no text as one, and puts none into a page as markup", () => {
    const files = SHIPPED.flatMap((folder) => listFiles(ROOT, folder, [".ts", ".tsx"]));
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => RUNS.test(readText(ROOT, file)))).toEqual([READER]);

    const reader = readText(ROOT, READER);
    expect(reader.match(/import .*child_process.*/g)).toEqual([
      'import { type ChildProcess, fork } from "node:child_process";',
    ]);
    // A module of ours, without a shell; what it is to look for goes over the channel, and not into a command.
    expect(reader.match(/\bfork\(.*/g)).toEqual([
      'fork(PROGRAM, { serialization: "advanced", execArgv });',
    ]);
  });

  it("[IN2] control: each way to do so would be seen", () => {
    const ways = [
      'import { exec } from "node:child_process";',
      "eval(text)",
      "new Function(text)",
      "node.innerHTML = text",
      "<p dangerouslySetInnerHTML={{ __html: text }} />",
    ];
    expect(ways.filter((way) => !RUNS.test(way))).toEqual([]);
  });
});
