import type { SettingsForm } from '../../contract/settings-page';

type Rule = SettingsForm['rules'][string];

/** A setting that can be made to let more people through, or see more, than before. */
export type Loosened = keyof typeof isLooser;

type Form = Pick<
  SettingsForm,
  'areCommentsInternal' | 'typedDestinations' | 'identityChange' | 'missingIdentity' | 'rules' | 'agentsGroup'
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
  rules: (before: Form, after: Form) =>
    Object.entries(before.rules).some(([id, rule]) => isRuleLooser(rule, after.rules[id])),
  agentsGroup: (before: Form, after: Form) => before.agentsGroup !== '' && after.agentsGroup === '',
} as const;

/** Whether some request needs less by the rule as it is by now, or by none. */
function isRuleLooser(before: Rule, after: Rule | undefined): boolean {
  if (after?.projectId !== before.projectId) return true;
  const covers = (id: string) => after.requestTypes?.some((type) => type.id === id) ?? true;
  const areFewer = before.requestTypes
    ? !before.requestTypes.every(({ id }) => covers(id))
    : after.requestTypes !== null;
  const isAboutMore = before.about === 'reporter' && after.about === 'named';
  const isWithoutCode = before.needsCode === true && after.needsCode !== true;
  return areFewer || isAboutMore || isWithoutCode || after.passCountsMinutes > before.passCountsMinutes;
}

/** What the form makes looser than what is saved. */
export function loosened(saved: Form, form: Form): Loosened[] {
  return (Object.keys(isLooser) as Loosened[]).filter((name) => isLooser[name](saved, form));
}
