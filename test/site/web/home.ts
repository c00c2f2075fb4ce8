import type { Place } from '../forge/modules/place';

interface HomeModule {
  key: string;
  at: Place['at'];
  title: string;
  useAsConfig?: boolean;
}

/** What the site has, for its first page. */
export interface HomeInfo {
  app: { name: string; modules: readonly HomeModule[] };
  /** URL by key. */
  webTriggers: Readonly<Record<string, string>>;
  issues: readonly { key: string; summary: string }[];
  users: readonly HomeUser[];
  /** The portal's customers, each with their requests. */
  customers: readonly HomeCustomer[];
}

interface HomeUser {
  login: string;
  displayName: string;
}

interface HomeCustomer extends HomeUser {
  requests: readonly { key: string; portalId: number }[];
}

/** The site's first page: where everything is, and a short walk. Plain HTML, for browsers and people without script. */
export function homePage(info: HomeInfo): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escape(info.app.name)} on a local site</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(info.app.name)} <small>on a local site</small></h1>
<p>A Jira site, an Incode and an employee's phone, all in this one process. Nothing here leaves your machine.</p>
${walk(info)}
<h2>Requests</h2>
<ul>${info.issues.map(({ key, summary }) => `<li>${link(`/browse/${key}?as=agent`, key)} ${escape(summary)}</li>`).join('')}</ul>
${queues(info)}${helpCenter(info.customers)}<h2>The app's settings</h2>
<ul>${settings(info.app.modules)}</ul>
${webTriggers(info.webTriggers)}<h2>Incode and the employee</h2>
<ul>
<li>${link('/phone', "The employee's phone")}: every SMS and e-mail with a verification link</li>
<li>${link('/incode/dashboard', "Incode's dashboard")}: employees, integrations, sessions, webhooks and their deliveries</li>
<li>${link('/incode/dashboard#behaviour', 'Behaviour')}: unconfirmed behaviour of Incode, and what can go wrong on the way</li>
</ul>
<h2>Behind the scenes</h2>
<ul>
<li>${link('/jira/settings/issues/workflows?as=admin', 'Workflows')}: which transitions carry which of the app's validators</li>
<li>${link('/jira/settings/automation?as=admin', 'Automation')}: rules of one trigger that run the app's actions, with an audit log</li>
<li><strong>Calls</strong>, at the edge of every page of Jira and Incode: what the app asks of its platform, as it happens</li>
<li>${link('/site/log', 'Log')}: every call of the app to its platform, and what the app logged</li>
<li>${link('/site/switches', 'Switches')}: unconfirmed behaviour of Forge, Jira and Incode; <code>POST</code> sets them</li>
<li>${link('/site/state', 'State')}: everything that is stored</li>
</ul>
<h2>Users</h2>
<p>Every page of Jira takes <code>?as=</code> with one of them; their password for <code>/rest/api/3</code> is their name.</p>
<ul class="users">${info.users.map(user).join('')}</ul>
</main>
</body>
</html>
`;
}

function walk(info: HomeInfo): string {
  const { app, issues } = info;
  const issue = issues[0]?.key;
  const panel = app.modules.find(({ at }) => at === 'issue');
  if (!issue || !panel) return '';
  return `<h2>Two minutes</h2>
<ol>
<li>Open ${link(`/browse/${issue}?as=agent`, issue)} as a service desk agent and find <strong>${escape(panel.title)}</strong>.</li>
<li>The address is filled in. Enter <code>+1 415 555 0123</code> and send the verification link.</li>
${employeesWindow(info, issue)}<li>Look at ${link('/phone', "the employee's phone")} in another window, open the link, and choose <em>Pass</em>, <em>Fail</em> or <em>Needs review</em>.</li>
<li>Back at ${link(`/browse/${issue}?as=agent`, issue)}, the result, the internal note and the new status have come by themselves.</li>
<li>A session in review is finished on ${link('/incode/dashboard#sessions', "Incode's dashboard")}.</li>
</ol>
<p>If you started the site with <code>--empty</code>, fill in the app's settings first; ${link('/incode/dashboard#integrations', "Incode's dashboard")} has the credentials.</p>`;
}

/** The step of the walk that shows the request as its reporter sees it, if the app has a panel there. */
function employeesWindow({ app, customers }: HomeInfo, issue: string): string {
  const panel = app.modules.find(({ at }) => at === 'portal');
  const employee = customers.find(({ requests }) => requests.some(({ key }) => key === issue));
  const request = employee?.requests.find(({ key }) => key === issue);
  if (!panel || !employee || !request) return '';
  const window = link(portalAddress(request, employee.login), `${issue} in the help center`);
  return `<li>Open ${window} in a second window: there ${escape(employee.displayName)} finds <strong>${escape(panel.title)}</strong> as well.</li>
`;
}

function helpCenter(customers: HomeInfo['customers']): string {
  const items = customers.map(({ displayName, login, requests }) => {
    const all = link(`/servicedesk/customer/user/requests?as=${login}`, `Requests of ${displayName}`);
    const each = requests.map((request) => link(portalAddress(request, login), request.key));
    return `<li>${all}: ${each.join(', ')}</li>`;
  });
  return items.length === 0 ? '' : `<h2>The help center</h2>\n<ul>${items.join('')}</ul>\n`;
}

function portalAddress({ key, portalId }: HomeCustomer['requests'][number], login: string): string {
  return `/servicedesk/customer/portal/${portalId}/${key}?as=${login}`;
}

/** A queue of the project of the first request. */
function queues({ issues }: HomeInfo): string {
  const project = issues[0]?.key.split('-')[0];
  if (project === undefined) return '';
  const address = `/jira/servicedesk/projects/${project}/queues?as=agent`;
  return `<p>${link(address, `Queues of ${project}`)}: any JQL, with the app's fields as columns</p>\n`;
}

function settings(modules: readonly HomeModule[]): string {
  const pages = modules.filter(({ at }) => at === 'settings');
  const items = pages.map(({ key, title, useAsConfig }) => {
    const way = useAsConfig ? 'behind Configure, under Manage apps' : 'in the side bar, under Apps';
    return `<li>${link(`/jira/settings/apps/${key}?as=admin`, title)} (${way})</li>`;
  });
  return [...items, `<li>${link('/jira/settings/apps?as=admin', 'Manage apps')}</li>`].join('');
}

function webTriggers(urls: HomeInfo['webTriggers']): string {
  const items = Object.entries(urls).map(
    ([key, url]) => `<li>${escape(key)}: <code>${escape(url)}</code></li>`,
  );
  return items.length === 0 ? '' : `<h2>The app's web triggers</h2>\n<ul>${items.join('')}</ul>\n`;
}

function user({ login, displayName }: HomeUser): string {
  return `<li><code>${escape(login)}</code> ${escape(displayName)}</li>`;
}

function link(href: string, text: string): string {
  return `<a href="${escape(href)}">${escape(text)}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 15px/1.6 ui-sans-serif, system-ui, sans-serif; color: light-dark(#292a2e, #cecfd2); background: light-dark(#fff, #1f1f21); }
main { max-width: 720px; margin: 0 auto; padding: 40px 20px 80px; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.25; }
h1 small { color: light-dark(#6b6e76, #96999e); font-size: 18px; font-weight: 400; }
p + ul, ol + p { margin-top: 8px; }
h2 { margin: 32px 0 8px; font-size: 16px; }
p, ul, ol { margin: 0; }
ul, ol { padding-left: 22px; }
li + li { margin-top: 4px; }
a { color: light-dark(#1868db, #669df1); text-decoration: none; font-weight: 500; }
a:hover { text-decoration: underline; }
code { padding: 1px 5px; border-radius: 4px; background: light-dark(#f0f1f2, #303134); font-size: 13px; overflow-wrap: anywhere; }
`;
