import { readdir, readFile } from "node:fs/promises";
import { parseScenario } from "./parse-scenario.ts";
import type { Scenario } from "./scenario.ts";

const FOLDER = new URL("../../scenarios/", import.meta.url);

/** Loads a scenario by its name, or from a file when the name ends in `.json`. Fails with sentences that say what is wrong. */
export async function loadScenario(name: string): Promise<Scenario> {
  const isFile = name.endsWith(".json");
  if (!isFile && !(await listScenarios()).includes(name)) {
    const known = (await listScenarios()).join(", ");
    throw new Error(
      `Le scénario « ${name} » n'existe pas. Il y a : ${known}, ou un fichier .json.`,
    );
  }
  const parsed = parseScenario(
    await readFile(isFile ? name : new URL(`${name}.json`, FOLDER), "utf8"),
  );
  if (!parsed.ok) throw new Error(`Le scénario ${name} ne va pas :\n${parsed.faults.join("\n")}`);
  return parsed.scenario;
}

async function listScenarios(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
}
