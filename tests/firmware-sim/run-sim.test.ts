import { parseSimOptions, runSim, type SimOptions } from "@trame/firmware-sim";
import { afterEach, describe, expect, it } from "vitest";
import { type SmallServer, startSmallServer } from "./small-server.ts";

const closing: SmallServer[] = [];
afterEach(async () => {
  for (const server of closing.splice(0)) await server.close();
});

async function start(pieces: (station: string) => number): Promise<SmallServer> {
  const server = await startSmallServer(pieces);
  closing.push(server);
  return server;
}

function optionsFor(server: SmallServer, line: string): SimOptions {
  const common = `--broker ${server.mqtt} --server ${server.http} --token jeton --seed 7 --machines-only`;
  const parsed = parseSimOptions(`${common} ${line}`.split(" "), {});
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.options;
}

async function run(options: SimOptions) {
  const lines: string[] = [];
  const context = { print: (line: string) => lines.push(line), patienceMs: 0 };
  const result = await runSim(options, { ...context, stop: new AbortController().signal });
  return { ...result, lines };
}

describe("npm run sim", () => {
  it("[M17] makes its plan, delivers the past and agrees by station and hour", async () => {
    const server = await start(() => 1);
    const { report, isAgreed, lines } = await run(optionsFor(server, "--past 3h --duration 0s"));
    expect(server.plan()?.devices).toHaveLength(10);
    expect(report.stations.map(({ lost, unsure }) => lost + unsure)).toEqual(Array(10).fill(0));
    expect(report.stations[0]?.pieces).toBeGreaterThan(200);
    expect(lines.at(-1)).toBe("Le serveur compte la même chose, par poste et par heure.");
    expect(isAgreed).toBe(true);
  });

  it("[M17] at another speed sews faster and compares totals", async () => {
    const server = await start(() => 1);
    const { report, isAgreed } = await run(optionsFor(server, "--speed 1000 --duration 1s"));
    // A quarter of an hour's work, give or take who comes late.
    expect(report.stations[0]?.pieces).toBeGreaterThan(15);
    expect(isAgreed).toBe(true);
  });

  it("[M17] control: disagrees with a server that counts one station twice", async () => {
    const server = await start((station) => (station === "S04" ? 2 : 1));
    const { isAgreed, lines } = await run(optionsFor(server, "--past 1h --duration 0s"));
    expect(isAgreed).toBe(false);
    expect(lines.at(-1)).toMatch(/Le serveur compte autrement :\n {2}S04, .*\n? {2}S04, au total/s);
    expect(lines.at(-1)).not.toContain("S05");
  });

  it("[M17] does not take the plan of a workshop whose counters are called as anybody would", async () => {
    const server = await start(() => 1);
    const real = Array.from({ length: 10 }, (_, n) => ({
      id: `esp-${`${n + 1}`.padStart(2, "0")}`,
    }));
    server.putPlan({
      workshop: { name: "Atelier", timeZone: "Europe/Paris" },
      calendar: { shifts: [] },
      lines: [],
      devices: real,
    });
    await expect(run(optionsFor(server, "--duration 0s"))).rejects.toThrow(
      /d'autres compteurs \(esp-01, esp-02, esp-03…\)/,
    );
    expect(server.plan()?.devices).toEqual(real);
  });

  it("[M17] replaces no plan that the server could not tell", async () => {
    const server = await start(() => 1);
    server.failPlan(503);
    await expect(run(optionsFor(server, "--duration 0s"))).rejects.toThrow(
      /Le plan du serveur n'a pas pu être lu \(503\)/,
    );
    expect(server.plan()).toBeNull();
  });

  it("[M17] does not replace a plan with counters that are not its own, unless told to", async () => {
    const server = await start(() => 1);
    await run(optionsFor(server, "--devices 2 --duration 0s"));
    await expect(run(optionsFor(server, "--devices 1 --duration 0s"))).rejects.toThrow(
      /d'autres compteurs \(sim-02…\)/,
    );
    const forced = await run(optionsFor(server, "--devices 1 --duration 0s --put-plan"));
    expect(forced.isAgreed).toBe(true);
    expect(server.plan()?.devices).toHaveLength(1);
  });
});
