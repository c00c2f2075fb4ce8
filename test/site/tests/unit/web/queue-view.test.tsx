import { renderToStaticMarkup } from 'react-dom/server';
import type { Queue } from '../../../web/pages/jira/queue-client';
import { QueueView } from '../../../web/pages/jira/queue-view';

const issue = (key: string, values: object): Queue['issues'][number] => ({
  key,
  fields: {
    summary: `About <${key}>`,
    reporter: { displayName: 'Ada Lovelace', accountType: 'customer' },
    status: { name: 'Escalated', statusCategory: { key: 'indeterminate' } },
    created: '2026-07-01T08:00:00.000+0000',
    project: { key: 'HELP' },
    ...values,
  },
});
const QUEUE: Queue = {
  columns: [
    { id: 'customfield_10100', name: 'Mood', schema: { type: 'string' } },
    { id: 'customfield_10101', name: 'Mood since', schema: { type: 'date' } },
  ],
  issues: [
    issue('HELP-2', { customfield_10100: 'calm', customfield_10101: '2026-06-30' }),
    issue('HELP-1', { customfield_10100: null, customfield_10101: null }),
  ],
};

const draw = (props: Partial<Parameters<typeof QueueView>[0]>) =>
  renderToStaticMarkup(
    <QueueView project="HELP" jql={'Mood = "calm"'} kept={{ as: 'agent' }} locale="de-DE" {...props} />,
  );
const cells = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replace(/<[^>]*>/g, ''),
  );

describe('A queue', () => {
  it('has Jira’s columns and those of the app, in the order of the query, dates in the viewer’s language', () => {
    const html = draw({ queue: QUEUE });
    expect(cells(html, 'th')).toEqual([
      ...['Key', 'Summary', 'Reporter', 'Status', 'Created', 'Mood', 'Mood since'],
      ...['HELP-2', 'HELP-1'],
    ]);
    const created = expect.stringMatching(/^01\.07\.2026, /) as string;
    expect(cells(html, 'td')).toEqual([
      ...['About &lt;HELP-2&gt;', 'Ada Lovelace', 'Escalated', created, 'calm', '30.06.2026'],
      ...['About &lt;HELP-1&gt;', 'Ada Lovelace', 'Escalated', created, '', ''],
    ]);
    expect(html).toContain('<a href="/browse/HELP-2?as=agent">HELP-2</a>');
  });

  it('shows its JQL, to be changed, and keeps who looks', () => {
    const html = draw({ queue: QUEUE });
    expect(html).toContain('name="jql"');
    expect(html).toContain('value="Mood = &quot;calm&quot;"');
    expect(html).toContain('<input type="hidden" name="as" value="agent"/>');
  });

  it('has ready queues, and is named like the one that it is', () => {
    const jql = 'resolution = EMPTY ORDER BY created ASC';
    const html = draw({ jql, queue: QUEUE });
    expect(html).toContain('<h1>All open</h1>');
    expect(html).toMatch(/<a href="\?as=agent&amp;jql=resolution[^"]*" aria-current="page">All open<\/a>/);
  });

  it('says why its JQL finds nothing, instead of what it found before', () => {
    const html = draw({ queue: QUEUE, failure: "Field 'Moood' does not exist." });
    expect(html).toContain('<p role="alert">Field &#x27;Moood&#x27; does not exist.</p>');
    expect(html).not.toContain('<table>');
  });

  it('says that it is empty', () => {
    expect(draw({ queue: { ...QUEUE, issues: [] } })).toContain('No requests in this queue.');
  });
});
