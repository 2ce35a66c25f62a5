import type { Routing, Style } from "@trame/shared";
import { useState } from "preact/hooks";
import { useRead } from "../../data/desk/use-read.ts";
import { useCan } from "../../data/session/use-session.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { ReadOnly } from "../access/allowed.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { RoutingPanel } from "./routing-panel.tsx";
import { Waiting } from "./said.tsx";
import { StylePanel } from "./style-panel.tsx";

/** `/prepare/styles`: what is sewn, and how. */
export function StylesPage() {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="styles" title={t.prepare.pages.styles}>
      <Styles />
    </DeskFrame>
  );
}

function Styles() {
  const { t } = useDeskWords();
  const styles = useRead<{ styles: Style[] }>("/api/v1/styles");
  const routings = useRead<{ routings: Routing[] }>("/api/v1/routings");
  const canWrite = useCan("orders.write");
  /** A style, or somebody writes a new one. */
  const [chosen, setChosen] = useState<string | "new" | null>(null);
  const rows = styles.value?.styles;
  const style = rows?.find(({ id }) => id === chosen) ?? null;
  const versions = (routings.value?.routings ?? []).filter(({ styleId }) => styleId === style?.id);
  return (
    <>
      <Panel title={t.styles.title} aside={<span>{rows?.length ?? ""}</span>}>
        <Waiting reading={styles} />
        <ul class="cards">
          {rows?.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                class="pick"
                aria-pressed={row.id === chosen}
                onClick={() => setChosen(row.id)}
              >
                <StylePhoto photo={row.photo} />
                <b>{row.name}</b>
                <span>
                  {t.styles.about({ sizes: row.sizes.length, colours: row.colours.length })}
                </span>
              </button>
            </li>
          ))}
          {canWrite && (
            <li>
              <button
                type="button"
                class="pick new"
                aria-pressed={chosen === "new"}
                onClick={() => setChosen("new")}
              >
                <DeskIcon name="plus" />
                <b>{t.styles.add}</b>
              </button>
            </li>
          )}
        </ul>
      </Panel>
      {chosen !== null && (chosen === "new" || style !== null) && (
        <ReadOnly key={chosen} unless="orders.write">
          <StylePanel
            style={style}
            onSaved={(id) => {
              styles.reload();
              setChosen(id);
            }}
          />
        </ReadOnly>
      )}
      {style !== null && routings.value !== null && (
        <ReadOnly key={`${style.id} ${versions.length}`} unless="orders.write">
          <RoutingPanel style={style} versions={versions} onSaved={routings.reload} />
        </ReadOnly>
      )}
    </>
  );
}

function StylePhoto({ photo }: { readonly photo: string | undefined }) {
  if (photo === undefined) return <DeskIcon name="shirt" />;
  return <img src={`/api/v1/photos/${photo}`} alt="" width={64} height={64} />;
}
