/** The console's addresses, all below `/console/`. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { m } from "#messages";
import { askedOf } from "./insight/asked.ts";
import { readSearch } from "./knowledge/list/filter.ts";
import { ListSkeleton } from "./knowledge/list/ListSkeleton.tsx";
import { Notice } from "./look/Notice.tsx";
import { Desk } from "./queue/Desk.tsx";
import { isView } from "./queue/views.ts";
import { Gate } from "./session/Gate.tsx";
import { Welcome } from "./session/Welcome.tsx";
import { FirstSection } from "./settings/FirstSection.tsx";
import { Shell } from "./shell/Shell.tsx";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <Notice title={m.console_not_found()} />,
});

const text = (value: unknown): string => (value === undefined ? "" : String(value));

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  validateSearch: (search) => ({
    expires: text(search.expires),
    signature: text(search.signature),
  }),
  component: Welcome,
});

const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  component: () => (
    <Gate>
      <Shell />
    </Gate>
  ),
});

const home = createRoute({
  getParentRoute: () => desk,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/queue/$view", params: { view: "mine" }, replace: true });
  },
});

/** The address in mails: a ticket, whatever view it is in. */
const ticket = createRoute({
  getParentRoute: () => desk,
  path: "/tickets/$number",
  beforeLoad: ({ params: { number } }) => {
    const params = { view: "open", number };
    throw redirect({ to: "/queue/$view/$number", params, replace: true });
  },
});

const queue = createRoute({
  getParentRoute: () => desk,
  path: "/queue/$view",
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (q ? { q: text(q) } : {}),
  beforeLoad: ({ params: { view } }) => {
    if (!isView(view)) throw redirect({ to: "/queue/$view", params: { view: "mine" } });
  },
  component: Desk,
});

const queueTicket = createRoute({ getParentRoute: () => queue, path: "/$number" });

const newTicket = createRoute({
  getParentRoute: () => desk,
  path: "/new",
  component: lazyRouteComponent(() => import("./newticket/NewTicketPage.tsx"), "NewTicketPage"),
});

const knowledge = createRoute({
  getParentRoute: () => desk,
  path: "/knowledge",
  validateSearch: readSearch,
  pendingComponent: ListSkeleton,
  component: lazyRouteComponent(
    () => import("./knowledge/list/KnowledgePage.tsx"),
    "KnowledgePage",
  ),
});

/** The editor is loaded with the first draft that is opened. */
const draft = createRoute({
  getParentRoute: () => desk,
  path: "/knowledge/drafts/$id",
  pendingComponent: ListSkeleton,
  component: lazyRouteComponent(() => import("./knowledge/draft/DraftPage.tsx"), "DraftPage"),
});

/** Loaded when it is opened: the charts weigh more than the rest of the desk. */
const insight = createRoute({
  getParentRoute: () => desk,
  path: "/insight",
  validateSearch: askedOf,
  component: lazyRouteComponent(() => import("./insight/Insight.tsx"), "Insight"),
});

/** For leads; others are told so by the server. */
const lead = createRoute({
  getParentRoute: () => desk,
  path: "/lead",
  component: lazyRouteComponent(() => import("./lead/LeadPage.tsx"), "LeadPage"),
});

const leadWeek = createRoute({
  getParentRoute: () => desk,
  path: "/lead/week",
  component: lazyRouteComponent(() => import("./lead/week/WeekPage.tsx"), "WeekPage"),
});

/** Articles, search, desk, customers, causes. */
const insightView = createRoute({
  getParentRoute: () => desk,
  path: "/insight/$view",
  validateSearch: askedOf,
  component: lazyRouteComponent(() => import("./insight/reports/ReportPage.tsx"), "ReportPage"),
});

const insightExperiment = createRoute({
  getParentRoute: () => desk,
  path: "/insight/experiment",
  component: lazyRouteComponent(
    () => import("./insight/experiment/ExperimentPage.tsx"),
    "ExperimentPage",
  ),
});

const insightDefinitions = createRoute({
  getParentRoute: () => desk,
  path: "/insight/definitions",
  component: lazyRouteComponent(() => import("./insight/Definitions.tsx"), "Definitions"),
});

const me = createRoute({
  getParentRoute: () => desk,
  path: "/me",
  component: lazyRouteComponent(() => import("./me/MePage.tsx"), "MePage"),
});

/** The first section that is the person's to set; the sections stand in `settings/sections.ts`. */
const settings = createRoute({
  getParentRoute: () => desk,
  path: "/settings",
  component: FirstSection,
});

const settingsTimes = createRoute({
  getParentRoute: () => desk,
  path: "/settings/times",
  component: lazyRouteComponent(() => import("./settings/times/TimesPage.tsx"), "TimesPage"),
});

const settingsCalendars = createRoute({
  getParentRoute: () => desk,
  path: "/settings/calendars",
  component: lazyRouteComponent(
    () => import("./settings/calendars/CalendarsPage.tsx"),
    "CalendarsPage",
  ),
});

const settingsOnCall = createRoute({
  getParentRoute: () => desk,
  path: "/settings/oncall",
  component: lazyRouteComponent(() => import("./settings/oncall/OnCallPage.tsx"), "OnCallPage"),
});

const settingsLadder = createRoute({
  getParentRoute: () => desk,
  path: "/settings/ladder",
  component: lazyRouteComponent(() => import("./settings/ladder/LadderPage.tsx"), "LadderPage"),
});

const settingsTemplates = createRoute({
  getParentRoute: () => desk,
  path: "/settings/templates",
  component: lazyRouteComponent(
    () => import("./settings/templates/TemplatesPage.tsx"),
    "TemplatesPage",
  ),
});

const settingsWebhooks = createRoute({
  getParentRoute: () => desk,
  path: "/settings/webhooks",
  component: lazyRouteComponent(
    () => import("./settings/webhooks/WebhooksPage.tsx"),
    "WebhooksPage",
  ),
});

const settingsRules = createRoute({
  getParentRoute: () => desk,
  path: "/settings/rules",
  component: lazyRouteComponent(() => import("./settings/rules/RulesPage.tsx"), "RulesPage"),
});

const settingsTeams = createRoute({
  getParentRoute: () => desk,
  path: "/settings/teams",
  component: lazyRouteComponent(() => import("./settings/teams/TeamsPage.tsx"), "TeamsPage"),
});

const tasks = createRoute({
  getParentRoute: () => desk,
  path: "/tasks",
  component: lazyRouteComponent(() => import("./teamwork/TasksPage.tsx"), "TasksPage"),
});

const sync = createRoute({
  getParentRoute: () => desk,
  path: "/sync",
  component: lazyRouteComponent(() => import("./teamwork/SyncPage.tsx"), "SyncPage"),
});

const reviews = createRoute({
  getParentRoute: () => desk,
  path: "/reviews",
  component: lazyRouteComponent(() => import("./teamwork/ReviewsPage.tsx"), "ReviewsPage"),
});

const incidents = createRoute({
  getParentRoute: () => desk,
  path: "/incidents",
  component: lazyRouteComponent(() => import("./incidents/IncidentsPage.tsx"), "IncidentsPage"),
});

const incident = createRoute({
  getParentRoute: () => desk,
  path: "/incidents/$number",
  component: lazyRouteComponent(() => import("./incidents/IncidentPage.tsx"), "IncidentPage"),
});

const tree = root.addChildren([
  welcome,
  desk.addChildren([
    home,
    ticket,
    queue.addChildren([queueTicket]),
    newTicket,
    tasks,
    sync,
    reviews,
    incidents,
    incident,
    knowledge,
    draft,
    lead,
    leadWeek,
    insight,
    insightDefinitions,
    insightExperiment,
    insightView,
    me,
    settings,
    settingsTimes,
    settingsCalendars,
    settingsOnCall,
    settingsLadder,
    settingsTemplates,
    settingsWebhooks,
    settingsRules,
    settingsTeams,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: "/console",
  defaultPreload: false,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
