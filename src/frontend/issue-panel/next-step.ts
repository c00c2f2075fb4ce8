import { isPassAWhileAgo, isTakingLong } from './how-long';
import type { Language } from '../language/language';
import type { VerdictProps } from './verdict-box';

/** What to do next: not to proceed with a pass that nobody may rely on, whatever it says of itself. */
export function nextStep({ t }: Language, props: VerdictProps): string {
  const { lack } = props;
  const isRealPass = props.state === 'passed' && props.verification.environment !== 'demo';
  if (!isRealPass || lack === undefined) return t(usualNextStep(props));
  if (lack === 'unreadable') return t('state.passed.unreadable');
  return t('state.passed.notEnough', { reason: t(`requirement.reason.${lack}`) });
}

function usualNextStep({ verification, state, now }: VerdictProps) {
  const { environment, identityDoubt } = verification;
  if (state === 'passed' && environment === 'demo') return 'state.passed.demo';
  if (isPassAWhileAgo(verification, state, now)) return 'state.passed.aWhileAgo';
  if (isTakingLong(verification, state, now)) return 'state.started.long';
  const isOfIncode = identityDoubt === 'missing' || identityDoubt === 'unreadable';
  if (state === 'identity-changed' && isOfIncode) return `state.identity-changed.${identityDoubt}` as const;
  return `state.${state}.next` as const;
}
