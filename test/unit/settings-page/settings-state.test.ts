import {
  adopted,
  changed,
  discarded,
  errorOf,
  failed,
  keptMine,
  nothingShown,
  refreshed,
  shown,
  written,
} from '../../../src/frontend/settings-page/settings-state';
import { formOf } from '../../../src/frontend/settings-page/form-of';
import { aSettingsView } from './settings-view';

const view = aSettingsView();
const opened = shown(nothingShown, view);
const faults = { linkValidityMinutes: 'too-large', 'limits.perTicket': 'too-small' };
const refused = failed(opened, { code: 'invalid-input', fields: faults });
const ofOthers = { ...view, revision: 2, deliveryMethod: 'email' as const };

describe('a value that is entered', () => {
  it('is in the form, beside all others', () => {
    expect(changed(opened, { linkValidityMinutes: 30 }).form).toEqual({
      ...formOf(view),
      linkValidityMinutes: 30,
    });
  });

  it('may be made of the form as it is', () => {
    const longer = ({ linkValidityMinutes }: { linkValidityMinutes: number }) => ({
      linkValidityMinutes: linkValidityMinutes + 1,
    });
    const twice = changed(changed(opened, longer), longer);
    expect(twice.form?.linkValidityMinutes).toBe(view.linkValidityMinutes + 2);
  });

  it('is not marked as wrong any more, and others are', () => {
    const { faults: left } = changed(refused, { linkValidityMinutes: 30 });
    expect(left).toEqual({ 'limits.perTicket': 'too-small' });
  });

  it('ends that the form is saved', () => {
    const saved = written(opened, formOf(view), view);
    expect([saved.isSaved, changed(saved, { linkValidityMinutes: 30 }).isSaved]).toEqual([true, false]);
  });

  it('is nowhere while nothing is shown', () => {
    expect(changed(nothingShown, { linkValidityMinutes: 30 })).toBe(nothingShown);
  });
});

describe('a refusal', () => {
  it('stands until every fault is mended', () => {
    const one = changed(refused, { linkValidityMinutes: 30 });
    const both = changed(one, { limits: { ...view.limits, perTicket: 7 } });
    expect([refused, one, both].map((state) => errorOf(state)?.code)).toEqual([
      'invalid-input',
      'invalid-input',
      undefined,
    ]);
  });

  it('for another reason stands whatever is entered', () => {
    const state = failed(opened, { code: 'unexpected' });
    expect(errorOf(changed(state, { linkValidityMinutes: 30 }))).toEqual({ code: 'unexpected' });
  });
});

describe('what was saved', () => {
  it('is shown, with what was typed meanwhile on top', () => {
    const entered = { ...formOf(view), linkValidityMinutes: 30 };
    const typedOn = changed({ ...opened, form: entered }, { deliveryMethod: 'email' });
    const state = written(typedOn, entered, { ...view, revision: 2, linkValidityMinutes: 30 });
    expect(state.form).toEqual({ ...entered, revision: 2, deliveryMethod: 'email' });
    expect(state.begun).toEqual({ ...entered, revision: 2 });
  });

  it('ends what was refused before, and what others had saved', () => {
    const state = written({ ...refused, theirs: ofOthers }, formOf(view), view);
    expect([errorOf(state), state.faults, state.theirs]).toEqual([undefined, {}, undefined]);
  });
});

describe('where somebody else saved meanwhile', () => {
  const overtaken = { ...changed(opened, { linkValidityMinutes: 30 }), theirs: ofOthers };

  it('discarding shows what they saved', () => {
    expect(discarded(overtaken)).toMatchObject({
      saved: ofOthers,
      form: formOf(ofOthers),
      theirs: undefined,
    });
  });

  it('one’s own changes go on top of that', () => {
    expect(keptMine(overtaken).form).toEqual({ ...formOf(ofOthers), linkValidityMinutes: 30 });
  });
});

describe('what is done beside the form', () => {
  const further = (by: number) => ({ ...view, revision: view.revision + by });

  it.each([0, 1] as const)('moves the form to its revision, after %i writes of one’s own', (writes) => {
    expect(adopted(opened, further(writes), writes).form?.revision).toBe(view.revision + writes);
  });

  it('leaves the form behind where others saved, too, so that the next save is refused', () => {
    const state = adopted(opened, further(2), 1);
    expect([state.saved?.revision, state.form?.revision]).toEqual([view.revision + 2, view.revision]);
  });

  it('changes what is shown and not the form where it is only news', () => {
    const state = refreshed(opened, { newestLinkAt: 5 });
    expect([state.saved?.newestLinkAt, state.form]).toEqual([5, opened.form]);
    expect(refreshed(nothingShown, { newestLinkAt: 5 }).saved).toBeUndefined();
  });
});
