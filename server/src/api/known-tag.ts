/** Whether an `If-None-Match` names a tag (RFC 9110, 13.1.2): any of those given, compared weakly. */
export function isKnownTag(header: string | undefined, tag: string): boolean {
  const tags = (header ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(tag);
}
