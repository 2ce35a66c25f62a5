/* The second entry: schemas, for whoever validates. TypeBox follows them, so threads and screens do without. */
export { PlanSchema } from "./plan/schema.ts";
