import { firstGap, startValues, wrongValues } from '../../../src/frontend/issue-panel/send-values';
import { verificationView } from '../../../src/functions/panel-view';
import { aVerification } from '../../support/builders';
import type { PanelView, SendLinkForm } from '../../../src/contract/issue-panel';

/** The panel of a request that Grace reported, from which Ada was sent a link by SMS. */
function aView(changes: Partial<PanelView> = {}): PanelView {
  return {
    readAt: 0,
    isSetUp: true,
    deliveryMethod: 'email',
    typedDestinations: 'allowed',
    defaultCountry: '',
    linksLeft: 10,
    requester: { email: 'grace@example.com' },
    verification: verificationView(aVerification(), 60 * 60_000, 0),
    history: { entries: [] },
    ...changes,
  };
}

const last: SendLinkForm = { email: ' Ada@example.com ', method: 'sms', phone: '+1 415 555 0123' };
const elsewhere: SendLinkForm = {
  email: 'ada@example.com',
  method: 'email',
  alternateEmail: 'ada@home.example',
};

test('a first link begins with the reporter and the method of the settings', () => {
  const first = aView({ verification: undefined });
  expect(startValues(first, undefined)).toMatchObject({
    email: 'grace@example.com',
    method: 'email',
    phone: '',
  });
  expect(startValues({ ...first, requester: {} }, undefined)).toMatchObject({ email: '' });
});

test('a new link begins with the employee and the method of the one before, and the number that was typed here', () => {
  expect(startValues(aView(), undefined)).toMatchObject({
    email: 'ada@example.com',
    method: 'sms',
    phone: '',
  });
  expect(startValues(aView(), last)).toMatchObject({ phone: '+1 415 555 0123' });
  expect(startValues(aView(), elsewhere)).toMatchObject({ alternateEmail: 'ada@home.example' });
});

test('what was typed for one employee is not offered for another', () => {
  const forGrace = { ...last, email: 'grace@example.com' };
  expect(startValues(aView(), forGrace)).toMatchObject({ email: 'ada@example.com', phone: '' });
});

test('where links go to the corporate address only, nothing else is left over', () => {
  const corporate = aView({ typedDestinations: 'not-allowed' });
  for (const before of [last, elsewhere]) {
    expect(startValues(corporate, before)).toMatchObject({ method: 'email', phone: '', alternateEmail: '' });
  }
});

test.each([
  ['email', aView({ verification: undefined, requester: {} }), undefined],
  ['phone', aView(), undefined],
  ['submit', aView(), last],
  ['reason', aView({ typedDestinations: 'with-reason' }), last],
  ['submit', aView({ verification: undefined }), undefined],
])('the first that is missing is %s', (gap, view, before) => {
  expect(firstGap(startValues(view, before), view)).toBe(gap);
});

test('what is wrong is said of every field at once', () => {
  const values = { email: 'ada', method: 'sms', phone: '415 555 0123', alternateEmail: '', reason: ' ' };
  const faults = { email: 'not-an-email', phone: 'not-a-phone-number' };
  expect(wrongValues(values, aView())).toEqual(faults);
  expect(wrongValues(values, aView({ typedDestinations: 'with-reason', defaultCountry: 'US' }))).toEqual({
    email: 'not-an-email',
    reason: 'required',
  });
});
