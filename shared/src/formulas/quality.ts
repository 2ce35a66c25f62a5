import type { DefectCount, QualityRow } from "../supervision/rows.ts";

/** Pieces that somebody looked at, of a bundle or of a sample, and what they were. */
export interface Inspected {
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly defects: readonly {
    readonly defect: string;
    /** At fault; null when nobody knows. */
    readonly operation: string | null;
    readonly pieces: number;
  }[];
}

/** Defects of the day that one operation made; null: nobody said which. */
export interface OperationDefects {
  readonly operation: string | null;
  readonly pieces: number;
}

const TOP = 3;

/** What inspections come to, whatever their order; null without a piece. A piece that was not good has at least one defect, named or not. */
export function qualityOf(inspections: readonly Inspected[]): QualityRow | null {
  const sums = { inspected: 0, goodFirst: 0, defects: 0 };
  for (const each of inspections) {
    sums.inspected += inspectedPieces(each);
    sums.goodFirst += each.good;
    sums.defects += defectsIn(each);
  }
  return sums.inspected === 0 ? null : { ...sums, top: defectsByKind(inspections).slice(0, TOP) };
}

/** Défauts pour 100 pièces: defects × 100 / pieces inspected. null while nothing was inspected. Source: DHU, ASQ; ILO Better Work. */
export function dhu(quality: Pick<QualityRow, "defects" | "inspected"> | null): number | null {
  if (quality === null || quality.inspected <= 0) return null;
  return (quality.defects * 100) / quality.inspected;
}

/** Bon du premier coup: pieces good when first looked at / inspected, a ratio. null while nothing was inspected. Source: ISO 22400-2, first pass yield. */
export function firstPassYield(
  quality: Pick<QualityRow, "goodFirst" | "inspected"> | null,
): number | null {
  if (quality === null || quality.inspected <= 0) return null;
  return quality.goodFirst / quality.inspected;
}

/** Defects by kind, most first. */
export function defectsByKind(inspections: readonly Inspected[]): DefectCount[] {
  const pieces = new Map<string, number>();
  for (const { defects } of inspections) {
    for (const each of defects) add(pieces, each.defect, each.pieces);
  }
  return [...pieces]
    .map(([defect, count]) => ({ defect, pieces: count }))
    .sort((a, b) => b.pieces - a.pieces || compare(a.defect, b.defect));
}

/** Defects by the operation at fault, the most first. */
export function defectsByOperation(inspections: readonly Inspected[]): OperationDefects[] {
  const pieces = new Map<string | null, number>();
  for (const { defects } of inspections) {
    for (const each of defects) add(pieces, each.operation, each.pieces);
  }
  return [...pieces]
    .map(([operation, count]) => ({ operation, pieces: count }))
    .sort((a, b) => b.pieces - a.pieces || compare(a.operation ?? "", b.operation ?? ""));
}

function inspectedPieces({ good, rework, second, scrap }: Inspected): number {
  return good + rework + second + scrap;
}

function defectsIn(each: Inspected): number {
  const named = each.defects.reduce((sum, { pieces }) => sum + pieces, 0);
  return Math.max(named, inspectedPieces(each) - each.good);
}

function add<Key>(counts: Map<Key, number>, key: Key, pieces: number): void {
  counts.set(key, (counts.get(key) ?? 0) + pieces);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
