import { describe, expect, it } from "vitest";
import { checkSpec } from "../../../scripts/checks/spec.ts";
import { plantTree } from "../support/tree.ts";

const spec = (...rules: string[]) => ["# SPEC", "", "## C — counting", "", ...rules].join("\n");

const messagesOf = (rules: string[], test: string) =>
  checkSpec(plantTree({ "shared/SPEC.md": spec(...rules), "tests/a.test.tsx": test })).map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  );

describe("the check of rules", () => {
  it("[R9] passes when each rule has a test, in whatever way the test is written", () => {
    const rules = ["C1", "C2", "C3", "C4", "C5"].map((id) => `- **[${id}]** A rule.`);
    const tests = `
      it("[C1] plain", () => {});
      it.each([1, 2])("[C2] a table %s", () => {});
      test.for(cases)(\`[C3] a template \${name}\`, () => {});
      describe("[C4] a group", () => {});
      it("[C1] [C5] two rules", () => {});`;
    expect(messagesOf(rules, tests)).toEqual([]);
  });

  it("[R9] finds a rule without a test", () => {
    const faults = messagesOf(["- **[C1]** One.", "- **[C2]** Two."], `it("[C1] one", () => {});`);
    expect(faults).toEqual(["shared/SPEC.md:6 no test bears [C2] in its title"]);
  });

  it("[R9] does not take a comment or another string for a title", () => {
    const faults = messagesOf(["- **[C1]** One."], `// it("[C1] one")\nconst text = "[C1]";`);
    expect(faults).toEqual(["shared/SPEC.md:5 no test bears [C1] in its title"]);
  });

  it("[R9] finds a test that cites no rule of ours", () => {
    const faults = messagesOf(["- **[C1]** One."], `it("[C1] one", f);\nit("[C7] seven", f);`);
    expect(faults).toEqual(["tests/a.test.tsx:2 [C7] is not a rule of shared/SPEC.md"]);
  });

  it("[R9] finds an id given twice, in another's section, or written otherwise", () => {
    const rules = ["- **[C1]** One.", "- **[C1]** Again.", "- **[D1]** Astray.", "- [C2] Bare."];
    const tests = `it("[C1] one", f);\nit("[D1] astray", f);`;
    expect(messagesOf(rules, tests)).toEqual([
      "shared/SPEC.md:6 C1 is the id of an earlier rule too",
      "shared/SPEC.md:7 a rule of section D in section C",
      "shared/SPEC.md:8 a rule is written `- **[C4]** Its sentence.`",
    ]);
  });
});
