import { describe, expect, it } from "vitest";
import { checkSecurityPage } from "../../../scripts/checks/security-page.ts";
import { plantTree } from "../support/tree.ts";

const COUNTS = [
  "| level 1 | 2 | 0 | 0 | 0 | 2 |",
  "| level 2 | 0 | 0 | 1 | 0 | 1 |",
  "| level 3 | 0 | 0 | 0 | 0 | 0 |",
];

const ROWS = [
  "| 6.1.1 | 1 | guessing is documented | yes | [guide](guide.md) |",
  "| 6.1.2 | 2 | words are listed | no | nobody asked |",
  "| 6.2.1 | 1 | eight signs | yes | [C1] |",
];

const messagesOf = (...lines: string[]) =>
  checkSecurityPage(
    plantTree({
      "shared/SPEC.md": "# SPEC\n\n## C — counting\n\n- **[C1]** A rule.\n",
      "docs/guide.md": "",
      "docs/security.md": lines.join("\n"),
    }),
  ).map(({ file, line, message }) => `${file}:${line} ${message}`);

describe("the check of the security page", () => {
  it("[R32] passes when every claim is backed and counted", () => {
    expect(messagesOf("Nothing counts twice ([C1]).", ...COUNTS, ...ROWS)).toEqual([]);
  });

  it("[R32] finds a rule that SPEC does not have, in a sentence and in a table", () => {
    const row = "| 6.2.2 | 1 | changed | yes | [C9] |";
    const counts = COUNTS.with(0, "| level 1 | 3 | 0 | 0 | 0 | 3 |");
    expect(messagesOf("It holds ([ZZ1]).", ...counts, ...ROWS, row)).toEqual([
      "docs/security.md:1 [ZZ1] is not a rule of shared/SPEC.md",
      "docs/security.md:8 [C9] is not a rule of shared/SPEC.md",
    ]);
  });

  it("[R32] finds counts that are not those of the tables", () => {
    const counts = COUNTS.with(0, "| level 1 | 3 | 0 | 0 | 0 | 3 |");
    expect(messagesOf(...counts, ...ROWS)).toEqual([
      "docs/security.md:1 the tables say | level 1 | 2 | 0 | 0 | 0 | 2 |",
    ]);
    expect(messagesOf(...ROWS)).toHaveLength(3);
  });

  it("[R32] finds a yes without a rule or a page, an answer of no kind, and a row without a reason", () => {
    const rows = [
      "| 6.1.1 | 1 | guessing is documented | yes | surely |",
      "| 6.1.2 | 2 | words are listed | maybe | [C1] |",
      "| 6.1.3 | 4 | ways are listed | no | |",
    ];
    const counts = [
      "| level 1 | 1 | 0 | 0 | 0 | 1 |",
      "| level 2 | 0 | 0 | 0 | 0 | 1 |",
      "| level 3 | 0 | 0 | 0 | 0 | 0 |",
    ];
    expect(messagesOf(...counts, ...rows)).toEqual([
      "docs/security.md:4 6.1.1 is a yes without a rule or a page",
      'docs/security.md:5 6.1.2 is answered "maybe"',
      "docs/security.md:6 6.1.3 has no level from 1 to 3",
      "docs/security.md:6 6.1.3 says no reason",
    ]);
  });

  it("[R32] finds a requirement that was left out, and a link that leads nowhere", () => {
    const counts = COUNTS.with(1, "| level 2 | 0 | 0 | 0 | 0 | 0 |");
    const rows = [ROWS[0] ?? "", "| 6.3.1 | 1 | slow | yes | [gone](gone.md) |"];
    expect(messagesOf(...counts, ...rows)).toEqual([
      "docs/security.md:5 gone.md is not there",
      "docs/security.md:5 6.3.1 does not follow the row before",
    ]);
  });
});
