import type { SettingsForm } from '../../contract/settings-page';

type Rule = SettingsForm['rules'][string];

/** What these settings are set to where they let most people through, or show most. */
const loosest = {
  areCommentsInternal: false,
  doDemoResultsMoveTickets: true,
  identityChange: 'ignore',
  missingIdentity: 'ignore',
  agentsGroup: '',
} as const;

type WithLoosest = keyof typeof loosest;
type Form = Pick<SettingsForm, WithLoosest | 'typedDestinations' | 'rules'>;

/** A setting that can be made to let more people through, or see more, than before. */
export type Loosened = keyof Form;

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
  const isLooser = (name: WithLoosest) => saved[name] !== loosest[name] && form[name] === loosest[name];
  const areTyped = ({ typedDestinations }: Form) => typedDestinations !== 'not-allowed';
  const rules = Object.entries(saved.rules);
  return [
    ...(Object.keys(loosest) as WithLoosest[]).filter(isLooser),
    ...(!areTyped(saved) && areTyped(form) ? (['typedDestinations'] as const) : []),
    ...(rules.some(([id, rule]) => isRuleLooser(rule, form.rules[id])) ? (['rules'] as const) : []),
  ];
}
