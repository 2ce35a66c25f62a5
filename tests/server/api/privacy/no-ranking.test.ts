import { describe, expect, it } from "vitest";
import { describedRoutes } from "../people/described.ts";
import { ADMIN, openPeople } from "../supervision/people-http.ts";

const NAMES = ["Fleur", "Luc", "Noa"];

/** Three people at one station, of whom the first makes most and the last least. */
async function openWorked(most: string, least: string) {
  const floor = await openPeople();
  for (const id of ["fleur", "luc", "noa"]) await floor.badge(id, "S01");
  const { present } = await floor.tablet("S01");
  const amounts = new Map([
    [most, 50],
    [least, 10],
  ]);
  for (const [index, { assignmentId, pseudonym }] of present.entries()) {
    const code = floor.codes[index] ?? "";
    await floor.scan("S01", code, { assignmentId });
    await floor.finish("S01", code, { good: amounts.get(pseudonym) ?? 30, assignmentId });
  }
  return floor;
}

/** In which order an answer names people. */
function orderIn(text: string): string {
  return NAMES.filter((name) => text.includes(name))
    .toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
    .join(" ");
}

describe("lists of people", () => {
  it("[PR10] stand in the same order whoever made most, at every address that names people", async () => {
    const [one, other] = [await openWorked("Fleur", "Noa"), await openWorked("Noa", "Fleur")];
    const routes = (await describedRoutes(one)).filter(
      ({ method, path, personFields }) =>
        method === "GET" && personFields.length > 0 && !path.endsWith(".pdf"),
    );
    const orders: string[] = [];
    for (const { path } of routes) {
      const url = `${path.replace("{id}", "S01")}?line=L1`;
      const [left, right] = [await one.get(url, ADMIN), await other.get(url, ADMIN)];
      const bare = left.status === 200 ? left : await one.get(path.replace("{id}", "S01"), ADMIN);
      const same =
        right.status === 200 ? right : await other.get(path.replace("{id}", "S01"), ADMIN);
      expect([path, orderIn(same.text)]).toEqual([path, orderIn(bare.text)]);
      if (orderIn(bare.text) !== "") orders.push(path);
    }
    expect(orders).toEqual(
      expect.arrayContaining(["/api/v1/operators", "/api/v1/people/skills", "/api/v1/presence"]),
    );
  });

  it("[PR10] are told apart by the same reading where one is sorted by a figure", () => {
    const made = { Fleur: 50, Luc: 30, Noa: 10 };
    const ranked = (of: Record<string, number>) =>
      JSON.stringify(Object.entries(of).toSorted(([, a], [, b]) => b - a));
    expect(orderIn(ranked(made))).not.toBe(orderIn(ranked({ ...made, Fleur: 10, Noa: 50 })));
  });

  it("[PR10] hold no figure of what somebody made, but the station's own « Ma journée »", async () => {
    const floor = await openWorked("Fleur", "Noa");
    for (const { name, personFields } of await describedRoutes(floor)) {
      const figures = personFields.filter((field) =>
        /pieces|efficien|earned|idle|good/i.test(field),
      );
      const isOwn = /own|accompanied|stations\/\{id\}/.test(name);
      expect([name, isOwn ? [] : figures]).toEqual([name, []]);
    }
  });
});
