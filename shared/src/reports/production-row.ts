/** From where the good pieces of a row are known; together they are its good pieces. */
export interface GoodOrigins {
  readonly machine: number;
  readonly scan: number;
  readonly hand: number;
  readonly deduced: number;
  readonly correction: number;
}

/** Rows of a day whose attended minutes are told together alone ([PR11]): the first of them has those of all, the others none. */
export interface MinutePool {
  /** The same for its rows; of the day. */
  readonly id: number;
  /** How many rows it has. */
  readonly rows: number;
  /** Its people are too few for any row: it is told of the whole line and nothing finer. */
  readonly isLine: boolean;
}

/**
 * The finest grain that reports are made from: what one station made of one order, style, size, colour and operation on one
 * working day. The good pieces of all rows of a station, day and operation are those of its hours, to the piece; what no
 * bundle explains is a row without an order.
 */
export interface ProductionRow {
  /** Working day, YYYY-MM-DD. */
  readonly day: string;
  /** null: outside, or where no plan knew the station; no minutes of ours stand for these pieces. */
  readonly lineId: string | null;
  /** null without a line, and for the people of a line without stations. */
  readonly stationId: string | null;
  /** As the plan of the time, or the routing, names it. */
  readonly operation: string;
  /** Of the routing that the order froze; null without an order. */
  readonly code: string | null;
  /** null: no bundle was there. */
  readonly orderId: string | null;
  readonly styleId: string | null;
  readonly size: string | null;
  readonly colour: string | null;
  /** In force when the pieces were made; 0 for those of outside. */
  readonly standardMinutes: number;
  /** The pieces leave the line here. */
  readonly isOutput: boolean;
  /** The order's last operation; without an order the same as `isOutput`. */
  readonly isLast: boolean;
  readonly good: number;
  /** Declared on this day, whatever became of them later; of repairs only what was lost by them. */
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly origins: GoodOrigins;
  /** Of the station on this day, shared out over what it worked on; every attended minute is in one row. */
  readonly attendedMinutes: number;
  /** Of the attended ones, those in which the station did not work: what performance leaves out ([F14]). */
  readonly offStandardMinutes: number;
  /** Its minutes are those of a pool; without one they are its own. */
  readonly pool?: MinutePool;
}
