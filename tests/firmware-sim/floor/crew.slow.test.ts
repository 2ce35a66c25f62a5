import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadScenario, parseSimOptions, runSim } from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "../../paths/open-workshop.ts";

/** A run against the real server. */
async function play(workshop: Workshop, line: string) {
  const { broker, http, token } = workshop;
  const common = `--broker ${broker()} --server ${http()} --token ${token} --seed 7`;
  const parsed = parseSimOptions(`${common} ${line}`.split(" "), {});
  if (!parsed.ok) throw new Error(parsed.message);
  const lines: string[] = [];
  const context = { print: (text: string) => lines.push(text), stop: new AbortController().signal };
  const { isAgreed } = await runSim(parsed.options, context);
  return { isAgreed, said: lines.join("\n") };
}

interface Progress {
  readonly styles: readonly { readonly quantities: readonly { readonly good: number }[] }[];
  readonly kits: { readonly packed: number } | null;
}

const goodOf = ({ styles }: Progress) =>
  styles.map(({ quantities }) => quantities.reduce((sum, { good }) => sum + good, 0));

/** So many minutes from now, in minutes of the shift: one begins with each quarter of an hour, another maybe meanwhile. */
function soonInShift(minutes: number): number[] {
  const after = ((Date.now() / 60_000) % 15) + minutes;
  return [after, after - 15].filter((each) => each >= 0);
}

describe("a simulated crew on the real server", () => {
  it("[M22] sews the masks of Lons: stations, hours and bundles are what truly happened", async () => {
    const workshop = await openWorkshop();
    const { isAgreed, said } = await play(workshop, "--past 3h --duration 3s");
    expect(said).toContain("Le serveur compte la même chose, par poste et par heure.");
    expect(said).toContain("Le serveur dit la même chose des paquets.");
    expect(isAgreed).toBe(true);
    const [good] = goodOf(await workshop.get<Progress>("/api/v1/orders/2026-1/progress"));
    expect(good).toBeGreaterThan(200);
  });

  it("[M22] sews school uniforms: parts join, a crest is embroidered outside, kits are packed", async () => {
    const workshop = await openWorkshop();
    const { isAgreed, said } = await play(workshop, "--scenario uniformes --past 3h --duration 0s");
    expect(said).toContain("Le serveur dit la même chose des paquets.");
    expect(isAgreed).toBe(true);
    const progress = await workshop.get<Progress>("/api/v1/orders/2026-1/progress");
    expect(Math.min(...goodOf(progress))).toBeGreaterThan(100);
    expect(progress.kits?.packed).toBeGreaterThan(30);
    const { slips } = await workshop.get<{ slips: readonly { partner: string }[] }>(
      "/api/v1/slips",
    );
    expect(slips.length).toBeGreaterThan(3);
    expect(slips[0]?.partner).toBe("Broderie du Jura");
  });

  it("[M25] [M27] calls by buttons too: the server lists each call once, taken and resolved", async () => {
    const workshop = await openWorkshop();
    const lons = await loadScenario("lons");
    const incidents = lons.stations.flatMap(({ id: station }, index) =>
      soonInShift(1 + index / 2).map((afterMinutes) => ({
        ...{ station, kind: "fault", afterMinutes, minutes: 4 },
      })),
    );
    const file = join(workshop.folder, "troubled.json");
    await writeFile(file, JSON.stringify({ ...lons, incidents }));
    const line = `--scenario ${file} --speed 60 --past 0h --duration 13s`;
    const { isAgreed, said } = await play(workshop, line);
    expect(said).toContain("Le serveur dit la même chose des paquets.");
    expect(isAgreed).toBe(true);
    const { calls } = await workshop.get<{ calls: readonly { key: string }[] }>("/api/v1/calls");
    const byButton = calls.filter(({ key }) => !key.startsWith("sim-"));
    expect([calls.length > 3, byButton.length > 0]).toEqual([true, true]);
  });

  it("[M22] does so at another speed too, slips left out", async () => {
    const workshop = await openWorkshop();
    const { isAgreed, said } = await play(workshop, "--speed 60 --duration 14s");
    expect(said).toContain("0 erreurs prévues refusées");
    expect(isAgreed).toBe(true);
  });
});
