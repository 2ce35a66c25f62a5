import { describe, expect, it } from "vitest";
import { passwordFault } from "../../../server/src/access/password-rules.ts";

const NAMES = ["Élodie Martin", "Atelier Lons", "trame"];

describe("a password that somebody chooses", () => {
  it.each([
    "quatre bobines bleues dorment",
    "minuscules",
    "élève-à-l’école",
    "7391 8264 05",
    "martinets au-dessus du toit",
    "🧵🧶🪡✂️👖🧥👗🎽🧦🧣",
    "x".repeat(64) + "yz".repeat(32),
  ])("[AC3] is taken, whatever it is composed of: %s", (password) => {
    expect(passwordFault(password, NAMES)).toBeNull();
  });

  it.each([
    ["neuf sign", "password-short"],
    ["🧵🧶🪡✂️👖🧥👗", "password-short"],
    [`${"quatre bobines ".repeat(9)}`, "password-long"],
    ["1234567890", "password-common"],
    ["AZERTYUIOP", "password-common"],
    ["Mot de passe", "password-common"],
    ["Motdepasse2026!", "password-common"],
    ["aaaaaaaaaaaa", "password-common"],
    ["elodie martin", "password-own"],
    ["ÉlodieMartin2026", "password-own"],
    ["atelier-lons", "password-own"],
    ["39 Atelier Lons!", "password-own"],
    ["Martin-1984-", "password-own"],
    ["trametrametrame1", "password-common"],
  ])("[AC3] is refused: %s", (password, code) => {
    expect(passwordFault(password, NAMES)?.code ?? null).toBe(code);
  });
});
