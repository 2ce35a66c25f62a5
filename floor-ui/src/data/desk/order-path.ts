/** Address of something of an order in the API. */
export function orderPath(orderId: string, what = ""): string {
  return `/api/v1/orders/${encodeURIComponent(orderId)}${what}`;
}
