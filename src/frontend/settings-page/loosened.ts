import type { SettingsForm } from '../../contract/settings-page';

/** A setting that can be made to let more people through, or see more, than before. */
export type Loosened = keyof typeof isLooser;

type Form = Pick<
  SettingsForm,
  'areCommentsInternal' | 'typedDestinations' | 'identityChange' | 'missingIdentity' | 'agentsGroup'
>;

const isLooser = {
  areCommentsInternal: (before: Form, after: Form) =>
    before.areCommentsInternal && !after.areCommentsInternal,
  typedDestinations: (before: Form, after: Form) =>
    before.typedDestinations === 'not-allowed' && after.typedDestinations !== 'not-allowed',
  identityChange: (before: Form, after: Form) =>
    before.identityChange !== 'ignore' && after.identityChange === 'ignore',
  missingIdentity: (before: Form, after: Form) =>
    before.missingIdentity !== 'ignore' && after.missingIdentity === 'ignore',
  agentsGroup: (before: Form, after: Form) => before.agentsGroup !== '' && after.agentsGroup === '',
} as const;

/** What the form makes looser than what is saved. */
export function loosened(saved: Form, form: Form): Loosened[] {
  return (Object.keys(isLooser) as Loosened[]).filter((name) => isLooser[name](saved, form));
}
