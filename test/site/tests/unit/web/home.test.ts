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
};

describe('The first page', () => {
  it('links to every request that Jira has, as the agent', () => {
    expect(homePage(info)).toContain('<a href="/browse/ABC-7?as=agent">ABC-7</a> Tom &amp; Jerry');
  });

  it("links to the hosted app's admin pages, as the administrator", () => {
    expect(homePage(info)).toContain(
      '<a href="/jira/settings/apps/options?as=admin">Options</a> (behind Configure',
    );
  });

  it('names the panel that the walk is about, with its characters as they are', () => {
    expect(homePage(info)).toContain('<strong>Hello &lt;there&gt;</strong>');
  });

  it.each(['/phone', '/incode/dashboard', '/site/log', '/site/state'])('links to %s', (address) => {
    expect(homePage(info)).toContain(`<a href="${address}">`);
  });

  it('has no walk where there is nothing to walk through', () => {
    expect(homePage({ ...info, issues: [] })).not.toContain('Two minutes');
  });

  it('needs no script', () => {
    expect(homePage(info)).not.toContain('<script');
  });
});
