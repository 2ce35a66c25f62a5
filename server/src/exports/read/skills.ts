import { GROUP_MIN } from "@trame/shared";
import type { Head, SkillFact } from "../facts.ts";
import type { Reports } from "./span.ts";

/**
 * How many people know each operation. Who they are stays in the store: a file goes where nobody asked them, and what they said of
 * themselves they said to their workshop ([EX21]).
 */
export async function readSkillFacts(reports: Reports, now: number): Promise<SkillFact[]> {
  const { operations } = await reports.readSkills(now);
  // What stands on the sheets of few people and nowhere else would be told in their own words ([PD1]).
  const told = operations.filter(
    ({ isInUse, alone, learning }) => isInUse || alone + learning >= GROUP_MIN,
  );
  return told.map(({ operation, isInUse, alone, teachers, learning }) => ({
    ...{ operation, isInUse, alone: headOf(alone), learning: headOf(learning) },
    // Who teaches is among those who do it alone: what is left of them would be told too.
    teachers: isFew(alone - teachers) && !isFew(teachers) ? null : headOf(teachers),
  }));
}

function headOf(people: number): Head {
  return isFew(people) ? "few" : people;
}

function isFew(people: number): boolean {
  return people > 0 && people < GROUP_MIN;
}
