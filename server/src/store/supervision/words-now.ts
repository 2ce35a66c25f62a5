import {
  type Call,
  foldCalls,
  type InspectionWord,
  isOpenCall,
  type MessageWord,
  type StopWord,
  type Word,
} from "@trame/shared";

/** What people said of late, by what it is about: sorted once, since rows of 500 stations are made of it 30 times a second. */
export interface WordsNow {
  /** In the order of arrival, as all but the calls. */
  readonly all: readonly Word[];
  /** Not resolved, the oldest first. */
  readonly openCalls: readonly Call[];
  readonly inspections: readonly InspectionWord[];
  readonly messages: readonly MessageWord[];
  readonly stops: readonly StopWord[];
}

export function sortWords(all: readonly Word[]): WordsNow {
  return {
    all,
    openCalls: foldCalls(all).filter(isOpenCall),
    inspections: all.filter((word) => word.kind === "inspection"),
    messages: all.filter((word) => word.kind === "message"),
    stops: all.filter((word) => word.kind === "stop"),
  };
}
