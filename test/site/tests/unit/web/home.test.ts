import { homePage, type HomeInfo } from '../../../web/home';

const info: HomeInfo = {
  app: {
    name: 'Greeter',
    modules: [
      { key: 'hello', at: 'issue', title: 'Hello <there>' },
      { key: 'options', at: 'settings', title: 'Options', useAsConfig: true },
    ],
  },
  webTriggers: { letterbox: 'http://localhost/webtrigger/public/a&b' },
  issues: [{ key: 'ABC-7', summary: 'Tom & Jerry' }],
  users: [{ login: 'agent', displayName: 'Avery Agent' }],
  customers: [],
};

interface Link {
  href: string;
  text: string;
}

const words = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The links of a page, in order. */
function linksOf(html: string): Link[] {
  const links = html.matchAll(/<a\s[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs);
  return [...links].map(([, href = '', text = '']) => ({ href: words(href), text: words(text) }));
}

/** The tags that the page consists of. */
function tagsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/<([a-z][a-z\d]*)/gi)].map(([, tag = '']) => tag.toLowerCase()));
}

describe('The first page', () => {
  it('links to every request that Jira has as the agent, and to the app’s admin pages as the administrator', () => {
    const ofJira = linksOf(homePage({ ...info, users: [] })).filter(({ href }) => href.includes('?as='));
    expect(ofJira.filter(({ href }) => !href.startsWith('/browse/ABC-7?as=agent'))).toEqual([
      { href: '/jira/servicedesk/projects/ABC/queues?as=agent', text: 'Queues of ABC' },
      { href: '/jira/settings/apps/options?as=admin', text: 'Options' },
      { href: '/jira/settings/apps?as=admin', text: 'Manage apps' },
      { href: '/jira/settings/issues/workflows?as=admin', text: 'Workflows' },
      { href: '/jira/settings/automation?as=admin', text: 'Automation' },
    ]);
    expect(ofJira).toContainEqual({ href: '/browse/ABC-7?as=agent', text: 'ABC-7' });
  });

  it('shows names that look like tags as they are', () => {
    expect(tagsOf(homePage(info)).has('there')).toBe(false);
  });

  it('links to the phone, the dashboard, the log and the state', () => {
    const hrefs = linksOf(homePage(info)).map(({ href }) => href);
    expect(hrefs).toEqual(
      expect.arrayContaining(['/phone', '/incode/dashboard', '/site/log', '/site/state']),
    );
  });

  it('has no walk where there is nothing to walk through', () => {
    const steps = (html: string) => [...html.matchAll(/<ol\b/g)].length;
    expect(steps(homePage(info))).toBe(1);
    expect(steps(homePage({ ...info, issues: [] }))).toBe(0);
  });

  it('leads to the requests of customers, and in the walk to the employee’s window if the app is there', () => {
    const customers = [
      { login: 'ada', displayName: 'Ada <3', requests: [{ key: 'ABC-7', portalId: 4 }] },
      { login: 'bob', displayName: 'Bob', requests: [] },
    ];
    const request = '/servicedesk/customer/portal/4/ABC-7?as=ada';
    const hrefs = (more: Partial<HomeInfo>) =>
      linksOf(homePage({ ...info, customers, ...more })).map(({ href }) => href);
    expect(hrefs({})).toEqual(
      expect.arrayContaining([
        '/servicedesk/customer/user/requests?as=ada',
        request,
        '/servicedesk/customer/user/requests?as=bob',
      ]),
    );
    const modules = [...info.app.modules, { key: 'window', at: 'portal', title: 'Greetings' } as const];
    const walked = hrefs({ app: { ...info.app, modules } }).filter((href) => href === request);
    expect([hrefs({}).filter((href) => href === request).length, walked.length]).toEqual([1, 2]);
  });

  it('needs no script', () => {
    expect(tagsOf(homePage(info)).has('script')).toBe(false);
  });
});
