/** Where to go after signing in: an address of ours that the query asks for, or home. Another site is none ([AU5]). */
export function whereTo(asked: string | undefined, origin: string): string {
  if (asked === undefined || !asked.startsWith("/")) return HOME;
  try {
    const address = new URL(asked, origin);
    if (address.origin !== origin || address.pathname.startsWith("/sign-in")) return HOME;
    return address.pathname + address.search + address.hash;
  } catch {
    return HOME;
  }
}

const HOME = "/";
