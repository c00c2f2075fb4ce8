import { callbackArguments } from '../../../web/forge-doc/event-payload';

/** As much of a DOM event as React hands to Atlaskit's callbacks. */
const domEvent = (type: string, target: object) => ({
  type,
  target,
  bubbles: true,
  preventDefault: () => undefined,
});

describe('What the app is told of an event', () => {
  it('has the type of the input, by which useForm knows an event from a value', () => {
    const [event] = callbackArguments([
      domEvent('change', { value: 'ada@example.com', name: 'email', type: 'text' }),
    ]);
    expect(event).toMatchObject({
      type: 'change',
      target: { value: 'ada@example.com', name: 'email', type: 'text' },
    });
  });

  it('has whether a checkbox is checked', () => {
    const [event] = callbackArguments([domEvent('change', { checked: true, type: 'checkbox' })]);
    expect(event).toMatchObject({ target: { checked: true, type: 'checkbox' } });
  });

  it('has nothing of the page in it', () => {
    const target = { value: 'x', type: 'text', ownerDocument: { cookie: 'secret' }, form: {} };
    const [event] = callbackArguments([domEvent('blur', target)]);
    expect(event).toMatchObject({ target: { value: 'x', type: 'text' } });
    expect(JSON.stringify(event)).not.toContain('secret');
  });

  it('is the value itself where the component gives one', () => {
    const option = { label: 'SMS', value: 'sms' };
    expect(callbackArguments([option, '2026-11-23', 4, null])).toEqual([option, '2026-11-23', 4, null]);
  });

  it('leaves out what Atlaskit adds for its own analytics', () => {
    expect(callbackArguments([1, { _isAnalyticsEvent: true, _isUIAnalyticsEvent: true }])).toEqual([1]);
  });
});
