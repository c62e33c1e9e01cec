import { accountsRouter } from "./accounts/accounts.router.ts";
import { articlesRouter } from "./articles/articles.router.ts";
import { customersRouter } from "./customers/customers.router.ts";
import { escalationRouter } from "./escalation/escalation.router.ts";
import { formsRouter } from "./forms/forms.router.ts";
import { incidentsRouter } from "./incidents/incidents.router.ts";
import { insightRouter } from "./insight/insight.router.ts";
import { leadRouter } from "./lead/lead.router.ts";
import { noticesRouter } from "./notices/notices.router.ts";
import { webhooksRouter } from "./notices/webhooks.router.ts";
import { settingsRouter } from "./settings/settings.router.ts";
import { slaRouter } from "./sla/sla.router.ts";
import { surveysRouter } from "./surveys/surveys.router.ts";
import { teamworkRouter } from "./teamwork/teamwork.router.ts";
import { ticketsRouter } from "./tickets/tickets.router.ts";
import { triageRouter } from "./triage/triage.router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  accounts: accountsRouter,
  articles: articlesRouter,
  customers: customersRouter,
  escalation: escalationRouter,
  forms: formsRouter,
  incidents: incidentsRouter,
  insight: insightRouter,
  lead: leadRouter,
  settings: settingsRouter,
  notices: noticesRouter,
  surveys: surveysRouter,
  sla: slaRouter,
  teamwork: teamworkRouter,
  tickets: ticketsRouter,
  triage: triageRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;
