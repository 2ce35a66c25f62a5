import type { Workshop } from "./open-workshop.ts";

/** An order of shirts, cut into 30 bundles of 20; their codes. */
export async function cutShirts(workshop: Workshop): Promise<string[]> {
  const put = async <Answer>(method: string, path: string, body: object): Promise<Answer> => {
    const response = await workshop.ask(method, `/api/v1${path}`, body);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${text}`);
    return JSON.parse(text) as Answer;
  };
  const colours = [{ name: "Bleu", swatch: "#1f3a6e", pattern: "rising" }];
  await put("PUT", "/styles/CHEMISE", { name: "Chemise", sizes: ["M"], colours });
  const operation = (code: string, label: string, after: string[]) => ({
    ...{ code, label: { fr: label }, machine: "Piqueuse plate", standardMinutes: 0.8, after },
    countedBy: label === "Contrôle" ? "scan" : "machine",
  });
  const operations = [
    operation("10", "Coudre", []),
    operation("20", "Ourler", ["10"]),
    operation("30", "Contrôle", ["20"]),
  ];
  await put("POST", "/routings", { styleId: "CHEMISE", parts: [], operations });
  const lots = [{ size: "M", colour: "Bleu", shade: 1, pieces: 600 }];
  const quantities = [{ size: "M", colour: "Bleu", pieces: 600 }];
  const order = await put<{ id: string }>("POST", "/orders", {
    ...{ customer: "Ville de Lons", dueOn: "2026-12-18", state: "running" },
    styles: [{ styleId: "CHEMISE", quantities }],
  });
  const cutting = { styleId: "CHEMISE", bundleSize: 20, lots };
  const { bundles } = await put<{ bundles: { code: string }[] }>(
    "POST",
    `/orders/${order.id}/cuttings`,
    cutting,
  );
  return bundles.map(({ code }) => code);
}
