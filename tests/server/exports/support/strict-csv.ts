/** Reads CSV as RFC 4180 has it, and nothing else: what a lenient reader would mend is thrown. */
export function parseStrictCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;

  function quoted(): string {
    let value = "";
    for (at += 1; ; at += 1) {
      if (at >= text.length) throw new Error(`no closing quote after ${value}`);
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') value += text[++at];
      else break;
    }
    at += 1;
    return value;
  }
  function bare(): string {
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\r") {
      if (text[at] === '"' || text[at] === "\n")
        throw new Error(`${text[at]} outside quotes, ${at}`);
      at += 1;
    }
    return text.slice(from, at);
  }

  while (at <= text.length) {
    row.push(text[at] === '"' ? quoted() : bare());
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at === text.length) break;
    if (text.slice(at, at + 2) !== "\r\n")
      throw new Error(`no line break where one belongs, ${at}`);
    at += 2;
  }
  const widths = new Set(rows.map(({ length }) => length));
  if (widths.size > 1) throw new Error(`lines of ${[...widths].join(" and ")} fields`);
  return rows;
}
