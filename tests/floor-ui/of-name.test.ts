import { describe, expect, it } from "vitest";
import { atStation, ofName } from "../../floor-ui/src/i18n/of-name.ts";

describe("of a name", () => {
  it.each([
    ["Abeille", "d’Abeille"],
    ["Églantine", "d’Églantine"],
    ["E\u0301glantine", "d’E\u0301glantine"],
    ["Hirondelle", "d’Hirondelle"],
    ["Iris", "d’Iris"],
    ["œillet", "d’œillet"],
    ["Fleur", "de Fleur"],
    ["Hibou", "de Hibou"],
    ["Hérisson", "de Hérisson"],
    ["Héroïne", "d’Héroïne"],
    ["Ouistiti", "de Ouistiti"],
    ["Yuzu", "de Yuzu"],
    ["12", "de 12"],
  ])("is said as one would: %s", (name, said) => {
    expect(ofName(name)).toBe(said);
  });
});

describe("at a station", () => {
  it.each([
    ["Poste 1", "au poste 1"],
    ["poste de colle", "au poste de colle"],
    ["Repassage", "à Repassage"],
    ["Posters", "à Posters"],
  ])("is said as one would: %s", (name, said) => {
    expect(atStation(name)).toBe(said);
  });
});
