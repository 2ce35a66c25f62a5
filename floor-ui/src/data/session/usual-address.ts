/** The address of this page as it is said aloud: `192.168.1.20:8080`, « atelier.local ». */
export function sayAddress({ protocol, host }: Pick<Location, "protocol" | "host">): string {
  return protocol === "https:" ? `https://${host}` : host;
}
