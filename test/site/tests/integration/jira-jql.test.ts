import { Clock } from '../../clock';
import { appField, asApp, asUser, newJira } from './jira-calls';

// https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/

const FIELDS = [
  appField('state', 'Identity verification', 'string'),
  appField('at', 'Identity verified at', 'datetime'),
  appField('tries', 'Tries', 'number'),
  appField('day', 'Day of birth', 'date'),
  appField('keeper', 'Keeper', 'user'),
];
const STATE = 'customfield_10100';
const AT = 'customfield_10101';

/** Wednesday, 1 July 2026, 12:00 UTC. The issues of HELP were created from 24 to 17 hours earlier, HELP-1 first. */
const NOW = Date.UTC(2026, 6, 1, 12);
const MINUTE = 60_000;

type Jira = ReturnType<typeof newJira>['jira'];

async function desk() {
  const clock = new Clock(NOW);
  const { jira, changes } = newJira(FIELDS, clock);
  const app = asApp(jira);
  const set = (customField: string, values: Record<string, unknown>) =>
    app.post('/app/field/value', {
      updates: Object.entries(values).map(([key, value]) => ({
        customField,
        issueIds: [Number(jira.issue(key)?.id)],
        value,
      })),
    });
  const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();
  await set(STATE, {
    'HELP-1': 'Passed',
    'HELP-2': 'Failed',
    'HELP-3': 'Link sent',
    'DEV-1': 'Passed (demo)',
  });
  await set(AT, { 'HELP-1': ago(30), 'DEV-1': ago(90), 'HELP-4': '2026-06-29T14:00:00Z' });
  await set('customfield_10102', { 'HELP-1': 2, 'HELP-2': 10 });
  await set('customfield_10103', { 'HELP-1': '2000-02-29' });
  await set('customfield_10104', { 'HELP-5': { accountId: jira.accountId('agent') } });
  const agent = asUser(jira, 'agent');
  await agent.put('/issue/HELP-5', {
    fields: { labels: ['urgent', 'vip'], assignee: { accountId: jira.accountId('agent') } },
  });
  await agent.post('/issue/HELP-6/transitions', { transition: { id: '21' } });
  const resolution = { resolution: { name: 'Done' } };
  await agent.post('/issue/HELP-7/transitions', { transition: { id: '61' }, fields: resolution });
  await clock.advance(2000);
  return { jira, clock, set, changes };
}

async function search(jira: Jira, jql: string, user = 'agent') {
  const query = { jql, fields: ['key'], maxResults: 100 };
  const { status, body } = await asUser(jira, user).post('/search/jql', query);
  const { issues = [], errorMessages = [] } = body as {
    issues?: { key: string }[];
    errorMessages?: string[];
  };
  return { status, keys: issues.map(({ key }) => key), message: errorMessages[0] };
}

let jira: Jira;

beforeAll(async () => {
  jira = (await desk()).jira;
});

/** Queries within HELP, and the numbers of what they find. */
const FOUND: [string, number[]][] = [
  ['status = Escalated OR key = HELP-1', [1, 6]],
  ['key = HELP-1 or key = HELP-2 and status = Escalated', [1]],
  ['(key = HELP-1 or key = HELP-2) and "Identity verification" = Failed', [2]],
  ['not (key in (HELP-1, HELP-2) or status != "Waiting for support")', [3, 4, 5, 8]],
  ['status in (Escalated, "resolved")', [6, 7]],
  ['status not in (Escalated, Resolved) and key != HELP-1', [2, 3, 4, 5, 8]],
  ['statusCategory = Done', [7]],
  ['statusCategory != "To Do"', [6, 7]],
  ['resolution = Done', [7]],
  ['resolution is not EMPTY', [7]],
  ['resolution = EMPTY and status = Escalated', [6]],
  ['resolution = Unresolved and status = Escalated', [6]],
  ['resolution != Unresolved', [7]],
  ['resolved >= -1h', [7]],
  ['resolved < now()', [7]],
  ['"Request Type" = "Password reset"', [1, 3]],
  ['"Request Type" in ("New device (HELP)", 13)', [2, 4, 7, 8]],
  ['cf[10010] = "Access"', [4, 8]],
  ['reporter = "Ada Lovelace"', [1]],
  ['assignee = currentUser()', [5]],
  ['assignee in (currentUser(), EMPTY) and status = Resolved', [7]],
  ['assignee != "Robin Agent"', [5]],
  ['labels = VIP', [5]],
  ['labels in (urgent) and labels not in (other)', [5]],
  ['labels != urgent', []],
  ['summary ~ "password"', [1, 3]],
  ['summary ~ "pass*" and summary !~ laptop', [3]],
  ['text ~ "broken authenticator"', [2]],
  ['description ~ "\\"payroll share\\""', [4]],
  ['created >= startOfDay()', []],
  ['created >= startOfDay(-1)', [1, 2, 3, 4, 5, 6, 7, 8]],
  ['created > -22h', [4, 5, 6, 7, 8]],
  ['created <= "2026-06-30 13:00"', [1, 2]],
  ['created < "2026/06/30 13:00"', [1]],
  ['created < "2026-06-30"', []],
  ['updated >= -1m', [1, 2, 3, 4, 5, 6, 7]],
  ['"Identity verification" = passed', [1]],
  ['"Identity verification" in (Passed, "Link sent")', [1, 3]],
  // What is empty is not unequal.
  ['"Identity verification" != Passed', [2, 3]],
  ['not "Identity verification" = Passed', [2, 3]],
  ['"Identity verification" not in (Passed, Failed)', [3]],
  ['"Identity verification" is empty', [4, 5, 6, 7, 8]],
  ['"Identity verification" ~ link', [3]],
  ['cf[10100] = Failed', [2]],
  ['"identity verified at" > -60m', [1]],
  ['"Identity verified at" <= -60m', [4]],
  ['not "Identity verified at" > -60m', [4]],
  ['"Identity verified at" >= startOfDay()', [1]],
  ['"Identity verified at" = "2026-06-29 14:00"', [4]],
  ['"Identity verified at" > -2d', [1, 4]],
  ['"Identity verified at" > "-1d 30h"', [1, 4]],
  ['"Identity verified at" >= startOfWeek() and "Identity verified at" <= endOfDay("-2d")', [4]],
  ['Tries > 2', [2]],
  ['Tries in (2, 10)', [1, 2]],
  ['"Day of birth" < "2000-03-01"', [1]],
  ['Keeper = currentUser()', [5]],
];

it.each(FOUND)('%s', async (jql, numbers) => {
  const { status, keys, message } = await search(jira, `project = HELP and (${jql}) order by key`);
  expect({ status, keys, message }).toEqual({ status: 200, keys: numbers.map((number) => `HELP-${number}`) });
});

it.each([
  ['', 'Unbounded'],
  ['order by key', 'Unbounded'],
  ['project = = HELP', 'Error in the JQL Query'],
  ['project HELP', '(line 1, character 9)'],
  ['(project = HELP', 'Error in the JQL Query'],
  ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
  ['project = HELP order by colour', "Field 'colour'"],
  [`project = HELP order by ${Array(8).fill('key').join(', ')}`, '7 fields'],
  ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
  ['status = Nowhere', "The value 'Nowhere'"],
  ['key = HELP-99', "The value 'HELP-99'"],
  ['summary = password', "The operator '=' is not supported by the 'summary' field."],
  ['status ~ open', "The operator '~' is not supported"],
  ['status > open', "The operator '>' is not supported"],
  ['status was Escalated', "The operator 'was' is not supported"],
  ['status is Escalated', 'Error in the JQL Query'],
  ['status = (Escalated, Resolved)', 'Error in the JQL Query'],
  ['status in Escalated', 'Error in the JQL Query'],
  ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid."],
  ['created > "2026-02-30"', 'is invalid'],
  ['Tries > many', 'is not a number'],
  ['reporter in membersOf("help")', 'Unable to find JQL function \'membersOf("help")\''],
  ['status = now()', 'Unable to find JQL function'],
])('is refused: %s', async (jql, words) => {
  const { status, message } = await search(jira, jql);
  expect({ status, message }).toEqual({ status: 400, message: expect.stringContaining(words) as string });
});

it.each([
  ['key in (HELP-1, HELP-2) order by created', ['HELP-1', 'HELP-2']],
  ['key in (HELP-1, HELP-2)', ['HELP-2', 'HELP-1']],
  ['key in (HELP-1, HELP-2, HELP-3) order by "Identity verification"', ['HELP-2', 'HELP-3', 'HELP-1']],
  ['key in (HELP-1, HELP-2, HELP-4) order by "Identity verified at"', ['HELP-4', 'HELP-1', 'HELP-2']],
  ['key in (HELP-1, HELP-2, HELP-4) order by cf[10101] desc', ['HELP-2', 'HELP-1', 'HELP-4']],
  ['key in (HELP-6, HELP-7, HELP-8) order by status desc, key desc', ['HELP-8', 'HELP-7', 'HELP-6']],
  ['key in (HELP-1, HELP-3, HELP-2) order by "Request Type" asc, key desc', ['HELP-2', 'HELP-3', 'HELP-1']],
])('orders: %s', async (jql, keys) => {
  expect(await search(jira, jql)).toMatchObject({ keys });
});

describe('what an app writes into its fields', () => {
  it('is found only when the index has caught up, by which time pages are told', async () => {
    const { jira: other, clock, set, changes } = await desk();
    await set(STATE, { 'HELP-2': 'Passed' });
    await set(STATE, { 'HELP-1': null });
    const passed = 'project = HELP and "Identity verification" = Passed';
    const match = async () =>
      (await asUser(other, 'agent').post('/jql/match', { jqls: [passed], issueIds: [10_101, 10_102] })).body;
    expect(await search(other, passed)).toMatchObject({ keys: ['HELP-1'] });
    expect(await match()).toMatchObject({ matches: [{ matchedIssues: [10_101] }] });
    const { body } = await asUser(other, 'agent').get(`/issue/HELP-2?fields=${STATE}`);
    expect(body).toMatchObject({ fields: { [STATE]: 'Passed' } });
    const before = changes();
    await clock.advance(2000);
    expect(changes()).toBeGreaterThan(before);
    expect(await search(other, passed)).toMatchObject({ keys: ['HELP-2'] });
    expect(await match()).toMatchObject({ matches: [{ matchedIssues: [10_102] }] });
  });

  it('is unknown to a query where the field is not there', async () => {
    const { jira: other } = await desk();
    other.setSwitches({ appFieldsAreMissing: true });
    expect(await search(other, '"Identity verification" = Passed')).toMatchObject({ status: 400 });
  });
});
