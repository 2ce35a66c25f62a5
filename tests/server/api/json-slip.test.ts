import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonSlip } from "../../../server/src/api/json-slip.ts";
import { openHttp, TOKEN } from "./support/open-http.ts";

describe("a slip in JSON", () => {
  it.each([
    ['{"lines": [1, 2,]}', 1, 17],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{\r\n  "a": 1,\r\n  b: 2\r\n}', 3, 3],
    ['{"a": 0,4}', 1, 9],
    ["{'a': 1}", 1, 2],
    ['{"a": 01}', 1, 7],
    ['{"a": "never\nclosed}', 1, 7],
    ['{"a": True}', 1, 7],
    ['{"a": 1', 1, 8],
    ["[1]]", 1, 4],
    ["[1}", 1, 3],
    ['["\\x"]', 1, 2],
    ['\uFEFF{"é": "😀", }', 1, 12],
  ])("[A4] of %j is found in its line and column", (text, line, column) => {
    expect(findJsonSlip(text)).toEqual({ line, column });
  });

  it("[A4] is found in every text that is no JSON, and in no other", () => {
    const cut = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom(..."[]{},:\"\\ 0.-eEtn'\n\t"), fc.nat({ max: 1 }))
      .map(([text, at, sign, length]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + sign + text.slice(index + length);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), cut), (text) => {
        expect(findJsonSlip(text) === null).toBe(isJson(text));
      }),
      { seed: 20_261_123, numRuns: 2_000 },
    );
  });

  it("[A4] of a plan that was sent is told with its place", async () => {
    const http = await openHttp();
    const body = '{\n  "workshop": { "name": "Lons" },\n  "lines": [,]\n}';

    expect(await http.ask("PUT", "/api/v1/plan", { token: TOKEN, body })).toMatchObject({
      status: 400,
      json: {
        code: "body-not-json",
        message:
          "Le contenu envoyé n’est pas du JSON\u00a0: regardez la ligne 3, colonne 13, et ce qui est juste avant.",
      },
    });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
