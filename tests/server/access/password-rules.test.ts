import { describe, expect, it } from "vitest";
import { drawPassword } from "../../../floor-ui/src/data/session/draw-password.ts";
import { commonPasswords } from "../../../server/src/access/common-passwords.ts";
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
    // The example of docs/guides/comptes.md.
    ["Cinq chaises vertes chantent", "password-common"],
    ["elodie martin", "password-own"],
    ["ÉlodieMartin2026", "password-own"],
    ["atelier-lons", "password-own"],
    ["39 Atelier Lons!", "password-own"],
    ["Lons-Martin-84", "password-own"],
    ["trametrametrame1", "password-common"],
  ])("[AC3] is refused: %s", (password, code) => {
    expect(passwordFault(password, NAMES)?.code ?? null).toBe(code);
  });

  it("[AC3] is none of the 4,000 commonest that are long enough, however many a leak has", () => {
    const long = [...commonPasswords()].filter((password) => password.length >= 10);
    expect(long.length).toBeGreaterThan(4_000);
    expect(
      long.filter((password) => passwordFault(password, [])?.code !== "password-common"),
    ).toEqual([]);
  });

  it.each([
    "soso123aljg",
    "Manchester",
    "1Q2W3E4R5T6Y",
    "Michelle1987",
    "pokemon#50",
    "SUNSHINE 99",
  ])("[AC3] is refused as it stands in a leak: %s", (password) => {
    expect(passwordFault(password, NAMES)?.code).toBe("password-common");
  });

  it("[AC3] control: what is drawn, and what nobody has, is none of them", () => {
    const drawn = Array.from({ length: 500 }, drawPassword);
    expect(drawn.filter((password) => passwordFault(password, NAMES) !== null)).toEqual([]);
  });
});
