import { cutParts, findRoutingFaults, joinsOf, type Operation, type Routing } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { operation, poloRouting, routing } from "./builders.ts";
import { anyGraph } from "./graphs.ts";

/** A routing without parts of which one may ask only what its graph is worth. */
function graph(...operations: Operation[]): Routing {
  return routing({ operations });
}

type Changes = Record<string, { [Field in keyof Operation]?: Operation[Field] | undefined }>;

/** The polo with some fields of its operations changed, or taken away where undefined. */
function polo(changes: Changes): Routing {
  const operations = poloRouting().operations.map((each) => {
    const fields = Object.entries({ ...each, ...changes[each.code] });
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Operation;
  });
  return poloRouting({ operations });
}

describe("a routing", () => {
  it("[O3] [O4] is taken as a list, and as parts that join", () => {
    expect([findRoutingFaults(routing()), findRoutingFaults(poloRouting())]).toEqual([[], []]);
  });

  it("[O3] is refused with each operation that waits for itself, and each that waits for such a one", () => {
    const faulty = graph(
      operation("10"),
      operation("20", { after: ["10", "30"] }),
      operation("30", { after: ["20"] }),
      operation("40", { after: ["30"] }),
      operation("50", { after: ["40", "50"] }),
    );
    expect(findRoutingFaults(faulty)).toEqual([
      { code: "cycle", path: "/operations/1" },
      { code: "cycle", path: "/operations/2" },
      { code: "unreachable", path: "/operations/3" },
      { code: "cycle", path: "/operations/4" },
    ]);
  });

  it("[O3] is refused with an unknown or doubled predecessor and a doubled code", () => {
    const faulty = graph(
      operation("10"),
      operation("20", { after: ["10", "15", "10"] }),
      operation("20", { after: ["20"] }),
    );
    expect(findRoutingFaults(faulty)).toEqual(
      expect.arrayContaining([
        { code: "operation-duplicate", path: "/operations/2/code" },
        { code: "predecessor-unknown", path: "/operations/1/after/1" },
        { code: "predecessor-duplicate", path: "/operations/1/after/2" },
      ]),
    );
  });

  it("[O3] is refused with a second end", () => {
    const faulty = graph(operation("10"), operation("20"), operation("30", { after: ["10"] }));
    expect(findRoutingFaults(faulty)).toEqual([{ code: "several-ends", path: "/operations/1" }]);
  });

  it("[O3] is refused for a cycle in any graph as soon as one step waits for what comes after it", () => {
    fc.assert(
      fc.property(anyGraph, (steps) => {
        const operations = steps.map(({ code, after }) => operation(code, { after: [...after] }));
        const isCycle = ({ code }: { code: string }) => code === "cycle" || code === "unreachable";
        expect(findRoutingFaults(graph(...operations)).filter(isCycle)).toEqual([]);
        const late = operations.findIndex(({ after }) => after.length > 0);
        if (late === -1) return;
        const [early = ""] = operations[late]?.after ?? [];
        const closed = operations.map((each) =>
          each.code === early
            ? { ...each, after: [...each.after, operations[late]?.code ?? ""] }
            : each,
        );
        const cycles = findRoutingFaults(graph(...closed)).filter(({ code }) => code === "cycle");
        expect(cycles).toContainEqual({ code: "cycle", path: `/operations/${late}` });
      }),
    );
  });

  it("[O4] names its joins with their parts, and which parts are cut", () => {
    expect(joinsOf(poloRouting())).toEqual([
      { operation: "40", parts: ["front", "back"] },
      { operation: "50", parts: ["sleeves"] },
      { operation: "60", parts: ["collar"] },
    ]);
    expect(cutParts(poloRouting()).map(({ code }) => code)).toEqual([
      "front",
      "back",
      "sleeves",
      "collar",
    ]);
  });

  it("[O4] may make a part out of others, which is then not cut", () => {
    const faultless = polo({ "40": { part: "collar" }, "50": { part: "collar" } });
    const { operations } = faultless;
    const made = {
      ...faultless,
      operations: operations.map((each) =>
        each.code === "60" ? { ...each, joins: ["collar", "label"] } : each,
      ),
      parts: [...faultless.parts, { code: "label", label: { fr: "Étiquette" } }],
    };
    expect(findRoutingFaults(made)).toEqual([]);
    expect(cutParts(made).map(({ code }) => code)).toEqual(["front", "back", "sleeves", "label"]);
  });

  it.each<[string, Changes, object]>([
    [
      "a part that does not exist",
      {
        "10": { part: "pocket" },
        "15": { part: "pocket" },
        "40": { joins: ["pocket", "front", "back"] },
      },
      { code: "part-unknown", path: "/operations/0/part" },
    ],
    [
      "a beginning that does not say of which part",
      { "20": { part: undefined } },
      { code: "part-missing", path: "/operations/2" },
    ],
    [
      "an operation that goes on with another part",
      { "15": { part: "back" } },
      { code: "part-changed", path: "/operations/1" },
    ],
    [
      "parts that meet without being named",
      { "40": { joins: undefined } },
      { code: "join-unnamed", path: "/operations/4" },
    ],
    [
      "a part that meets the others unnamed",
      { "40": { joins: ["front"] } },
      { code: "join-unnamed", path: "/operations/4" },
    ],
    [
      "a join that another part reaches unnamed",
      { "50": { after: ["30"], joins: ["collar"] } },
      { code: "join-unnamed", path: "/operations/5" },
    ],
    [
      "a part that joins twice",
      { "60": { joins: ["collar", "front"] } },
      { code: "part-joined-twice", path: "/operations/6/joins/1" },
    ],
    [
      "a part that never joins",
      { "60": { joins: undefined } },
      { code: "part-never-joined", path: "/parts/3" },
    ],
  ])("[O4] is refused with %s", (_, changes, fault) => {
    expect(findRoutingFaults(polo(changes))).toContainEqual(fault);
  });

  it("[O4] is refused with a join of one part with nothing", () => {
    const faulty = routing({
      parts: [{ code: "front", label: { fr: "Devant" } }],
      operations: [
        operation("10", { part: "front" }),
        operation("20", { after: ["10"], joins: ["front"] }),
      ],
    });
    expect(findRoutingFaults(faulty)).toEqual([
      { code: "join-alone", path: "/operations/1/joins" },
    ]);
  });

  it("[O4] is refused with a doubled part", () => {
    const { parts } = poloRouting();
    expect(findRoutingFaults(poloRouting({ parts: [...parts, ...parts.slice(0, 1)] }))).toEqual([
      { code: "part-duplicate", path: "/parts/4/code" },
    ]);
  });
});
