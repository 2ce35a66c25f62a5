/** Small checks of data read from outside; each answers with a sentence per fault, in French, that names the place. */

/** Looks at a value; no sentence when it is as it should be. */
export type Check = (value: unknown, place: string) => string[];

/** A text that is not empty. */
export function checkText(value: unknown, place: string): string[] {
  const isText = typeof value === "string" && value.trim() !== "";
  return isText ? [] : [`${place} : un texte est attendu.`];
}

/** A text of this form; `example` shows it. */
export function checkForm(form: RegExp, example: string): Check {
  return (value, place) =>
    typeof value === "string" && form.test(value)
      ? []
      : [`${place} : une valeur comme « ${example} » est attendue.`];
}

/** A number within both bounds. */
export function checkNumber(least: number, most: number): Check {
  return (value, place) =>
    typeof value === "number" && value >= least && value <= most
      ? []
      : [`${place} : un nombre entre ${least} et ${most} est attendu.`];
}

/** A whole number within both bounds. */
export function checkInteger(least: number, most: number): Check {
  return (value, place) =>
    Number.isInteger(value) && checkNumber(least, most)(value, place).length === 0
      ? []
      : [`${place} : un nombre entier entre ${least} et ${most} est attendu.`];
}

/** null, or what the other check wants. */
export function checkNullable(check: Check): Check {
  return (value, place) => (value === null ? [] : check(value, place));
}

/** A list of at least so many. */
export function checkList(check: Check, least: number): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return [`${place} : une liste est attendue.`];
    if (value.length < least) return [`${place} : il en faut au moins ${least}.`];
    return value.flatMap((each, index) => check(each, `${place}[${index}]`));
  };
}

/** An object with these fields, perhaps those, and no others. */
export function checkFields(
  checks: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return [`${place} : un objet { … } est attendu.`];
    }
    const fields = new Map(Object.entries(value));
    const at = (name: string) => (place === "" ? name : `${place}.${name}`);
    const known = { ...checks, ...optional };
    const unknown = [...fields.keys()].filter((name) => !Object.hasOwn(known, name));
    return [
      ...unknown.map((name) => `${at(name)} : ce champ n'existe pas.`),
      ...Object.entries(checks).flatMap(([name, check]) =>
        fields.has(name) ? check(fields.get(name), at(name)) : [`${at(name)} : ce champ manque.`],
      ),
      ...Object.entries(optional).flatMap(([name, check]) =>
        fields.has(name) ? check(fields.get(name), at(name)) : [],
      ),
    ];
  };
}

/** true or false. */
export function checkYesOrNo(value: unknown, place: string): string[] {
  return typeof value === "boolean" ? [] : [`${place} : true ou false est attendu.`];
}
