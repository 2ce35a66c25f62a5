/** Something a check found wrong, where, and in a sentence that says what to do. */
export interface Fault {
  /** Path from the repository's root. */
  file: string;
  line?: number;
  message: string;
}

/** A check looks at the tree under `root` and answers with what is wrong; an empty list is a pass. */
export type Check = (root: string) => Fault[] | Promise<Fault[]>;

/** @returns one line of text for a person: `file:line  message` */
export function showFault({ file, line, message }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return place === "" ? message : `${place}  ${message}`;
}
