import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useHref } from "../../href.ts";
import { orderHref } from "./order-parts.ts";

/** `/prepare` and `/prepare/orders/2026-118`, where the orders were before: they lead to where these are now. */
export function MovedOrders({ orderId }: { readonly orderId?: string }) {
  const { route } = useLocation();
  const href = useHref();
  const to = href(orderId === undefined ? "/manage/orders" : orderHref(orderId));
  useEffect(() => route(to, true), [route, to]);
  return null;
}
