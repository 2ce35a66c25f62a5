import type { Span } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";
import type { OrderProgress, OrderRow } from "./desk/rows.ts";

/** One order, and the working time of the days to come. */
export interface OrderReading {
  readonly order: OrderRow;
  readonly progress: OrderProgress;
  /** From today on, ascending; empty while nobody has told. */
  readonly ahead: readonly Span[];
}

/** `unknown`: the server has no such order. What was read stays until the next reading. */
export type OrderState =
  | { readonly kind: "loading" }
  | { readonly kind: "unknown" }
  | { readonly kind: "read"; readonly reading: OrderReading };

interface CalendarDays {
  readonly days: readonly { readonly windows: readonly Span[] }[];
}

/** A finished bundle is seen within so long. */
const EVERY_MS = 15_000;
/** A forecast further off is none. */
const DAYS_AHEAD = 60;
const DAY_MS = 86_400_000;

/** An order, read again every 15 s. `day` is the working day, YYYY-MM-DD. */
export function useOrder(orderId: string, day: string): OrderState {
  const [state, setState] = useState<OrderState>({ kind: "loading" });
  useEffect(() => {
    let isOpen = true;
    async function ask(): Promise<void> {
      const next = await readOrder(orderId, day);
      if (isOpen && next !== null) setState(next);
    }
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, [orderId, day]);
  return state;
}

/** null when nobody answers. */
async function readOrder(orderId: string, day: string): Promise<OrderState | null> {
  const path = `/api/v1/orders/${encodeURIComponent(orderId)}`;
  const to = new Date(Date.parse(day) + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10);
  const [order, progress, calendar] = await Promise.all([
    read<OrderRow>(path),
    read<OrderProgress>(`${path}/progress`),
    read<CalendarDays>(`/api/v1/calendar?from=${day}&to=${to}`),
  ]);
  if (order === "unknown") return { kind: "unknown" };
  if (order === null || progress === null || progress === "unknown") return null;
  const days = calendar === null || calendar === "unknown" ? [] : calendar.days;
  return {
    kind: "read",
    reading: { order, progress, ahead: days.flatMap(({ windows }) => windows) },
  };
}

async function read<Value>(path: string): Promise<Value | "unknown" | null> {
  try {
    const response = await fetch(path, { cache: "no-store" });
    if (response.status === 404) return "unknown";
    return response.ok ? ((await response.json()) as Value) : null;
  } catch {
    return null;
  }
}
