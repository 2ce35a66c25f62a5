import type { ComponentType } from "preact";
import { lazy } from "preact-iso";

/** A page with its address; what stands for a name in the address is handed to the page. */
export interface DeskPage {
  readonly path: string;
  readonly component: ComponentType<{
    readonly orderId?: string;
    readonly code?: string;
    readonly lineId?: string;
    readonly part?: string;
    readonly section?: string;
  }>;
}

/** Pages of the desk with their addresses; each is loaded when it is opened. */
export const DESK_PAGES: readonly DeskPage[] = [
  {
    path: "/manage",
    component: lazy(() => import("../manage/day-page.tsx").then(({ DayPage }) => DayPage)),
  },
  {
    path: "/manage/period",
    component: lazy(() => import("../manage/day-page.tsx").then(({ DayPage }) => DayPage)),
  },
  {
    path: "/start",
    component: lazy(() => import("../start/start-page.tsx").then(({ StartPage }) => StartPage)),
  },
  {
    path: "/sign-in",
    component: lazy(() =>
      import("../access/sign-in-page.tsx").then(({ SignInPage }) => SignInPage),
    ),
  },
  {
    path: "/trust",
    component: lazy(() => import("../trust/trust-page.tsx").then(({ TrustPage }) => TrustPage)),
  },
  {
    path: "/setup",
    component: lazy(() => import("../access/setup-page.tsx").then(({ SetupPage }) => SetupPage)),
  },
  {
    path: "/manage/access",
    component: lazy(() =>
      import("../manage/access/access-page.tsx").then(({ AccessPage }) => AccessPage),
    ),
  },
  {
    path: "/manage/backups",
    component: lazy(() =>
      import("../manage/backups/backups-page.tsx").then(({ BackupsPage }) => BackupsPage),
    ),
  },
  {
    path: "/copy",
    component: lazy(() => import("../copy/copy-page.tsx").then(({ CopyPage }) => CopyPage)),
  },
  {
    path: "/floor/balance",
    component: lazy(() =>
      import("../balance/balance-page.tsx").then(({ BalancePage }) => BalancePage),
    ),
  },
  {
    path: "/prepare",
    component: lazy(() =>
      import("../manage/orders/moved-page.tsx").then(({ MovedOrders }) => MovedOrders),
    ),
  },
  {
    path: "/prepare/orders/:orderId",
    component: lazy(() =>
      import("../manage/orders/moved-page.tsx").then(({ MovedOrders }) => MovedOrders),
    ),
  },
  {
    path: "/manage/orders",
    component: lazy(() =>
      import("../manage/orders/orders-page.tsx").then(({ OrdersPage }) => OrdersPage),
    ),
  },
  {
    path: "/manage/orders/:orderId/:part?",
    component: lazy(() =>
      import("../manage/orders/order-page.tsx").then(({ OrderPage }) => OrderPage),
    ),
  },
  {
    path: "/prepare/styles",
    component: lazy(() => import("./styles-page.tsx").then(({ StylesPage }) => StylesPage)),
  },
  {
    path: "/prepare/import",
    component: lazy(() => import("./import-page.tsx").then(({ ImportPage }) => ImportPage)),
  },
  {
    path: "/prepare/stations",
    component: lazy(() => import("./stations-page.tsx").then(({ StationsPage }) => StationsPage)),
  },
  {
    path: "/prepare/counts",
    component: lazy(() => import("./counts-page.tsx").then(({ CountsPage }) => CountsPage)),
  },
  {
    path: "/prepare/outside",
    component: lazy(() => import("./outside-page.tsx").then(({ OutsidePage }) => OutsidePage)),
  },
  {
    path: "/prepare/follow",
    component: lazy(() => import("./follow-page.tsx").then(({ FollowPage }) => FollowPage)),
  },
  {
    path: "/manage/exports",
    component: lazy(() =>
      import("../manage/exports/exports-page.tsx").then(({ ExportsPage }) => ExportsPage),
    ),
  },
  {
    path: "/manage/journal",
    component: lazy(() =>
      import("../manage/journal/journal-page.tsx").then(({ JournalPage }) => JournalPage),
    ),
  },
  {
    path: "/manage/people",
    component: lazy(() =>
      import("../manage/people/people-page.tsx").then(({ PeoplePage }) => PeoplePage),
    ),
  },
  {
    path: "/manage/privacy/:part?",
    component: lazy(() =>
      import("../manage/privacy/privacy-page.tsx").then(({ PrivacyPage }) => PrivacyPage),
    ),
  },
  {
    path: "/manage/machines",
    component: lazy(() =>
      import("../manage/machines/machines-page.tsx").then(({ MachinesPage }) => MachinesPage),
    ),
  },
  {
    path: "/manage/settings",
    component: lazy(() =>
      import("../manage/settings/section-page.tsx").then(({ SectionPage }) => SectionPage),
    ),
  },
  {
    path: "/manage/settings/:section",
    component: lazy(() =>
      import("../manage/settings/section-page.tsx").then(({ SectionPage }) => SectionPage),
    ),
  },
  {
    path: "/bundle/:code",
    component: lazy(() => import("./story-page.tsx").then(({ StoryPage }) => StoryPage)),
  },
  {
    path: "/floor",
    component: lazy(() => import("../floor/floor-page.tsx").then(({ FloorPage }) => FloorPage)),
  },
  {
    path: "/floor/:lineId",
    component: lazy(() => import("../floor/floor-page.tsx").then(({ FloorPage }) => FloorPage)),
  },
];
