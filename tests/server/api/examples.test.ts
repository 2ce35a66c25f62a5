import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { type Answer, type Ask, openHttp, type TestHttp, TOKEN } from "./support/open-http.ts";
import { startCounter } from "./support/workshop.ts";

const DOCUMENT = new URL("../../../docs/api.md", import.meta.url);

/** A command, the status it answers, and the block of the answer; none for a status without a body. */
const EXAMPLE =
  /```sh\n(?<command>curl .+)\n```\n\n`(?<status>\d{3})`\n(?:\n```(?<kind>json|csv)\n(?<shown>[^`]*\n)?```\n)?/g;
const PLAN = /`plan\.json`:\n\n```json\n([^`]+)```/;

/** What a curl command of the document asks for. */
function parseCurl(command: string, plan: string): Ask & { method: "GET"; url: string } {
  const headers = [...command.matchAll(/-H (['"])(.+?)\1(?= |$)/g)].map(([, , header]) => {
    const [name = "", value = ""] = (header ?? "").split(": ");
    return [name.toLowerCase(), value.replace("$TOKEN", TOKEN)];
  });
  const data = /--data (?:'(.+)'|@plan\.json)/.exec(command);
  return {
    method: (/-X (\w+)/.exec(command)?.[1] ?? "GET") as "GET",
    url: /\$TRAME(\/[^\s"]*)/.exec(command)?.[1] ?? "",
    headers: Object.fromEntries(headers),
    ...(data !== null && { body: data[1] ?? plan }),
  };
}

/** A morning's work: 431 pieces, a jump, a message that nobody can read and a counter that waits. */
async function sew(http: TestHttp): Promise<void> {
  const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
  await http.record(
    sewn("2026-11-23T08:59:00+01:00", 108),
    sewn("2026-11-23T09:59:00+01:00", 130),
    sewn("2026-11-23T10:59:00+01:00", 121),
    sewn("2026-11-23T11:33:00+01:00", 72),
    sewn("2026-11-23T11:34:00+01:00", 5_000),
  );
  await http.record({
    kind: "quarantine",
    deviceId: "esp-01",
    received: Date.parse("2026-11-23T09:12:00+01:00"),
    topic: "trame/v1/esp-01/counts",
    payload: Buffer.from('{"boot":"9f2c01ab","up":36'),
    index: -1,
    fault: "not-json",
  });
  await http.store.addWaiting("esp-02", http.deps.now());
  http.connect("esp-01", { firmware: "1.0.0", rssi: -61 });
}

const WIDTH = 120;

/** JSON as people write it: what fits on a line is on one. */
function show(value: unknown, indent = ""): string {
  const flat = JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, " ")
    .replace(/(?<=\[) | (?=\])/g, "");
  if (typeof value !== "object" || value === null || indent.length + flat.length <= WIDTH) {
    return flat;
  }
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.every((item) => typeof item === "number")) {
    const lines = flat.slice(1, -1).match(/.{1,100}(?:,|$)/g) ?? [];
    return `[\n${lines.map((line) => deeper + line.trim()).join("\n")}\n${indent}]`;
  }
  const items = Array.isArray(value)
    ? value.map((item) => show(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${show(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${items.map((item) => deeper + item).join(",\n")}\n${indent}${close}`;
}

/** The block of an answer; as it is shown already where that means the same, in whatever order of its fields. */
function blockOf({ json, text }: Answer, kind: string, shown: string): string {
  const isSame = kind === "json" && shown !== "" && isDeepStrictEqual(JSON.parse(shown), json);
  if (isSame) return `\n\`\`\`${kind}\n${shown}\`\`\`\n`;
  const body = kind === "csv" ? text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n") : show(json);
  return `\n\`\`\`${kind}\n${body}\n\`\`\`\n`;
}

describe("docs/api.md", () => {
  it("[A17] shows what the server answers", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const document = readFileSync(DOCUMENT, "utf8");
    const plan = PLAN.exec(document)?.[1] ?? "";
    const examples = [...document.matchAll(EXAMPLE)];
    let played = document;

    for (const [example, command = "", status = "", kind, shown = ""] of examples) {
      const { method, url, ...ask } = parseCurl(command, plan);
      const answer = await http.ask(method, url, ask);
      expect(`${answer.status}`, command).toBe(status);
      const block = kind === undefined ? "" : blockOf(answer, kind, shown);
      const told = `\`\`\`sh\n${command}\n\`\`\`\n\n\`${status}\`\n${block}`;
      played = played.replace(example, () => told);
      if (method !== "GET" && command.includes("from=2026")) await sew(http);
    }

    expect(examples.length).toBeGreaterThan(20);
    // After a change that is meant: `npm test -- tests/server/api/examples.test.ts -u`.
    await expect(played).toMatchFileSnapshot(DOCUMENT.pathname);
  });
});
