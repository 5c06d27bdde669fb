import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/queries.ts';
import { NotFound, RouteFault } from './faults.tsx';
import { PlainLayout } from './plain-layout.tsx';
import { queryClient } from './query.ts';
import { Root } from './root.tsx';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Keeps only the named search parameters, as texts. */
function only<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [K in Name]?: string } => {
    const kept: { [K in Name]?: string } = {};
    for (const name of names) {
      const value = text(search[name]);
      if (value !== undefined && value !== '') kept[name] = value;
    }
    return kept;
  };
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: RouteFault });

const plain = createRoute({ getParentRoute: () => root, id: 'plain', component: PlainLayout });
const home = createRoute({
  getParentRoute: () => plain,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/public/hotlines-page.tsx'), 'HotlinesPage'),
});
const signIn = createRoute({
  getParentRoute: () => plain,
  path: '/sign-in',
  validateSearch: only('next', 'tenant'),
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const hotline = createRoute({
  getParentRoute: () => root,
  path: '/h/$tenant',
  validateSearch: only('entry', 'article'),
  component: lazyRouteComponent(() => import('../pages/public/hotline-layout.tsx'), 'HotlineLayout'),
});
const hotlinePage = createRoute({
  getParentRoute: () => hotline,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/public/hotline-page.tsx'), 'HotlinePage'),
});
const statusPage = createRoute({
  getParentRoute: () => hotline,
  path: '/status',
  validateSearch: only('number'),
  component: lazyRouteComponent(() => import('../pages/public/status-page.tsx'), 'StatusPage'),
});
const accountPage = createRoute({
  getParentRoute: () => hotline,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/requester/account-page.tsx'), 'AccountPage'),
});
const guestPage = createRoute({
  getParentRoute: () => hotline,
  path: '/guest',
  component: lazyRouteComponent(() => import('../pages/public/guest-page.tsx'), 'GuestPage'),
});

const complaintPage = createRoute({
  getParentRoute: () => hotline,
  path: '/complaint',
  component: lazyRouteComponent(() => import('../pages/conduct/complaint-page.tsx'), 'ComplaintPage'),
});

const helpPage = createRoute({
  getParentRoute: () => hotline,
  path: '/help',
  validateSearch: only('q'),
  component: lazyRouteComponent(() => import('../pages/help/help-page.tsx'), 'HelpPage'),
});
const helpArticlePage = createRoute({
  getParentRoute: () => hotline,
  path: '/help/$articleId',
  component: lazyRouteComponent(() => import('../pages/help/help-article-page.tsx'), 'HelpArticlePage'),
});

const chatPage = createRoute({
  getParentRoute: () => hotline,
  path: '/chat',
  component: lazyRouteComponent(() => import('../pages/chat/chat-page.tsx'), 'ChatPage'),
});

const embedPage = createRoute({
  getParentRoute: () => root,
  path: '/embed/$tenant/$entryPoint',
  validateSearch: only('lang'),
  component: lazyRouteComponent(() => import('../pages/embed/embed-page.tsx'), 'EmbedPage'),
});

const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery());
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: lazyRouteComponent(() => import('./staff-layout.tsx'), 'StaffLayout'),
});
const operator = createRoute({
  getParentRoute: () => staff,
  path: '/operator',
  component: lazyRouteComponent(() => import('../pages/operator/operator-page.tsx'), 'OperatorPage'),
});
const moderator = createRoute({
  getParentRoute: () => staff,
  path: '/moderator',
  validateSearch: only('request'),
  component: lazyRouteComponent(() => import('../pages/moderator/moderator-page.tsx'), 'ModeratorPage'),
});
const agent = createRoute({
  getParentRoute: () => staff,
  path: '/agent',
  validateSearch: only('show'),
  component: lazyRouteComponent(() => import('../pages/agent/agent-page.tsx'), 'AgentPage'),
});
const agentRequest = createRoute({
  getParentRoute: () => staff,
  path: '/agent/$requestId',
  component: lazyRouteComponent(() => import('../pages/agent/request-page.tsx'), 'RequestPage'),
});
const manager = createRoute({
  getParentRoute: () => staff,
  path: '/manager',
  validateSearch: only('period', 'date', 'from', 'to', 'metric', 'key', 'until'),
  component: lazyRouteComponent(() => import('../pages/manager/manager-page.tsx'), 'ManagerPage'),
});
const report = createRoute({
  getParentRoute: () => staff,
  path: '/manager/report',
  validateSearch: only('month'),
  component: lazyRouteComponent(() => import('../pages/manager/report-page.tsx'), 'ReportPage'),
});
const reports = createRoute({
  getParentRoute: () => staff,
  path: '/manager/reports',
  component: lazyRouteComponent(() => import('../pages/manager/reports-page.tsx'), 'ReportsPage'),
});
const questions = createRoute({
  getParentRoute: () => staff,
  path: '/manager/questions',
  validateSearch: only('period', 'date', 'from', 'to', 'search', 'group'),
  component: lazyRouteComponent(() => import('../pages/questions/questions-page.tsx'), 'QuestionsPage'),
});
const whatIf = createRoute({
  getParentRoute: () => staff,
  path: '/manager/what-if',
  component: lazyRouteComponent(() => import('../pages/what-if/what-if-page.tsx'), 'WhatIfPage'),
});
const regulation = createRoute({
  getParentRoute: () => staff,
  path: '/manager/regulation',
  component: lazyRouteComponent(() => import('../pages/regulation/regulation-page.tsx'), 'RegulationPage'),
});
const mailbox = createRoute({
  getParentRoute: () => staff,
  path: '/mailbox',
  validateSearch: only('letter'),
  component: lazyRouteComponent(() => import('../pages/mailbox/mailbox-page.tsx'), 'MailboxPage'),
});
const documents = createRoute({
  getParentRoute: () => staff,
  path: '/documents',
  validateSearch: only('show'),
  component: lazyRouteComponent(() => import('../pages/documents/documents-page.tsx'), 'DocumentsPage'),
});
const erasures = createRoute({
  getParentRoute: () => staff,
  path: '/manager/erasures',
  component: lazyRouteComponent(() => import('../pages/erasures/erasures-page.tsx'), 'ErasuresPage'),
});
const incidents = createRoute({
  getParentRoute: () => staff,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../pages/conduct/incidents-page.tsx'), 'IncidentsPage'),
});
const blocks = createRoute({
  getParentRoute: () => staff,
  path: '/blocks',
  component: lazyRouteComponent(() => import('../pages/blocks/blocks-page.tsx'), 'BlocksPage'),
});
const callers = createRoute({
  getParentRoute: () => staff,
  path: '/callers',
  component: lazyRouteComponent(() => import('../pages/callers/callers-page.tsx'), 'CallersPage'),
});
const admin = createRoute({
  getParentRoute: () => staff,
  path: '/admin',
  component: lazyRouteComponent(() => import('../pages/admin/admin-page.tsx'), 'AdminPage'),
});

const disclosures = createRoute({
  getParentRoute: () => staff,
  path: '/disclosures',
  validateSearch: only('number'),
  component: lazyRouteComponent(() => import('../pages/disclosures/disclosures-page.tsx'), 'DisclosuresPage'),
});

const articles = createRoute({
  getParentRoute: () => staff,
  path: '/articles',
  component: lazyRouteComponent(() => import('../pages/help/articles-page.tsx'), 'ArticlesPage'),
});
const newArticle = createRoute({
  getParentRoute: () => staff,
  path: '/articles/new',
  validateSearch: only('group', 'title'),
  component: lazyRouteComponent(() => import('../pages/help/article-editor-page.tsx'), 'NewArticlePage'),
});
const article = createRoute({
  getParentRoute: () => staff,
  path: '/articles/$articleId',
  component: lazyRouteComponent(() => import('../pages/help/article-editor-page.tsx'), 'ArticleEditorPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    plain.addChildren([home, signIn]),
    hotline.addChildren([
      hotlinePage,
      statusPage,
      accountPage,
      guestPage,
      complaintPage,
      helpPage,
      helpArticlePage,
      chatPage,
    ]),
    embedPage,
    staff.addChildren([
      operator,
      moderator,
      agent,
      agentRequest,
      manager,
      report,
      reports,
      questions,
      whatIf,
      regulation,
      mailbox,
      documents,
      erasures,
      incidents,
      blocks,
      callers,
      articles,
      newArticle,
      article,
      admin,
      disclosures,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Numbers and dates in the address stay the texts they are.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
    return query === '' ? '' : `?${query}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
