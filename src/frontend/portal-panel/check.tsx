import { SectionMessage, Stack, Text } from '@forge/react';
import { timeLeft } from '../../contract/time-left';
import { useTime } from '../components/use-time';
import { useLanguage } from '../language/users-language';
import { CodeForTheCall } from './code-for-the-call';
import { ObjectionButton } from './objection-button';
import { standingNow } from './standing-now';
import type { SectionMessageProps } from '@forge/react';
import type { PortalCheck, PortalStanding } from '../../contract/portal-panel';
import type { Portal } from './use-portal';

interface CheckProps {
  check: PortalCheck;
  portal: Pick<Portal, 'clockDrift' | 'objection'>;
}

/** A check that the employee was asked for: how it stands, who asked, and what to say on the phone. */
export function Check({ check, portal }: CheckProps) {
  const { clockDrift, objection } = portal;
  const now = useTime(check.standing === 'sent' ? 1000 : 30_000) + clockDrift;
  const standing = standingNow(check, now);
  return (
    <Stack space="space.150">
      <WhoAsked check={check} now={now} />
      <Standing check={check} standing={standing} now={now} />
      {check.code && standing !== 'ended' && <CodeForTheCall code={check.code} />}
      {check.mayObject && <ObjectionButton objection={objection} />}
    </Stack>
  );
}

const appearances: Record<PortalStanding, NonNullable<SectionMessageProps['appearance']>> = {
  sent: 'information',
  opened: 'information',
  passed: 'success',
  'not-passed': 'warning',
  'in-review': 'information',
  ended: 'information',
  objected: 'warning',
};

interface StandingProps {
  check: PortalCheck;
  standing: PortalStanding;
  now: number;
}

/** How it stands, and what the employee is to do. */
function Standing({ check, standing, now }: StandingProps) {
  const { t } = useLanguage();
  // By as long as an answer takes, the server's time is behind here.
  const since = Math.max(now, check.askedAt);
  const title = t(`portal.${standing}.title`);
  const isDemoPass = check.isDemo && standing === 'passed';
  return (
    <SectionMessage
      appearance={isDemoPass ? 'information' : appearances[standing]}
      title={check.isDemo ? t('demo.title', { title }) : title}
    >
      <Stack space="space.050">
        <Text>{t(standing === 'sent' ? `portal.sent.${check.method}` : `portal.${standing}.text`)}</Text>
        {standing === 'sent' && (
          <Text>{t('portal.timeLeft', { time: timeLeft(check.linkEndsAt, since) })}</Text>
        )}
      </Stack>
    </SectionMessage>
  );
}

/** Who asked, when, and where the link went. */
function WhoAsked({ check, now }: Omit<StandingProps, 'standing'>) {
  const { t, ago } = useLanguage();
  const { askedAt, askedBy: name, maskedDestination: destination, method, objectedAt } = check;
  const when = ago(askedAt, now);
  return (
    <Stack space="space.025">
      <Text>
        {name === undefined
          ? t('portal.asked.unnamed', { ago: when })
          : t('portal.asked.named', { name, ago: when })}
      </Text>
      <Text>{t(`portal.to.${method}`, { destination })}</Text>
      {objectedAt !== undefined && <Text>{t('portal.objected.when', { ago: ago(objectedAt, now) })}</Text>}
    </Stack>
  );
}
