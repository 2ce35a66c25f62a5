import { parseSimOptions } from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";

function read(line: string, env = {}) {
  return parseSimOptions(line.split(" ").filter(Boolean), env);
}

function refusal(line: string): string {
  const parsed = read(line);
  return parsed.ok ? "" : (parsed.message.split("\n")[0] ?? "");
}

describe("options of npm run sim", () => {
  it("[M16] are those of a whole working command line", () => {
    const line =
      "--broker mqtt://10.0.0.2:1883 --scenario lons --seed 7 --past 4h --speed 60 --duration 1h30m --devices 20 --server http://10.0.0.2:8080 --token jeton --network flaky --report r.json --week 2";
    expect(read(line)).toEqual({
      ok: true,
      options: {
        broker: "mqtt://10.0.0.2:1883",
        scenario: "lons",
        seed: 7,
        week: 2,
        devices: 20,
        pastMs: 14_400_000,
        speed: 60,
        durationMs: 5_400_000,
        network: "flaky",
        server: "http://10.0.0.2:8080",
        token: "jeton",
        isPlanForced: false,
        secrets: null,
        isMachinesOnly: false,
        report: "r.json",
      },
    });
  });

  it("[M16] have defaults, and take the token from the environment unless secrets are given", () => {
    const env = { TRAME_ADMIN_TOKEN: "jeton" };
    expect(read("", env)).toMatchObject({
      options: { broker: "mqtt://127.0.0.1:1883", seed: 1, devices: null, token: "jeton" },
    });
    expect(read("--secrets s.json", env)).toMatchObject({ options: { token: null } });
  });

  it.each([
    ["--past hier", "--past hier : une durée comme 4h ou 1h30m est attendue, 12h au plus."],
    ["--past 13h", "--past 13h : une durée comme 4h ou 1h30m est attendue, 12h au plus."],
    ["--speed 0", "--speed 0 : un nombre entier entre 1 et 1000 est attendu."],
    ["--devices 3.5", "--devices 3.5 : un nombre entier entre 1 et 2000 est attendu."],
    ["--network wifi", "--network wifi : réseau inconnu."],
    ["--broker http://x", "--broker http://x : ce n'est pas une adresse qui convient."],
  ])("[M16] %s is refused with a sentence", (line, sentence) => {
    expect(refusal(line)).toBe(sentence);
  });

  it("[M16] an unknown option is refused, and --help is no refusal", () => {
    expect(refusal("--vite")).toContain("--vite");
    expect(read("--help")).toMatchObject({ ok: false, isHelp: true });
  });
});
