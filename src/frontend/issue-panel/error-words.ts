import { limitOwners } from '../../contract/limit-owners';
import type { PanelView } from '../../contract/issue-panel';
import type { ErrorCode, WireError } from '../../contract/answer';
import type { Language } from '../language/language';

/** After these it is certain that no link was sent. */
const notSent = new Set<ErrorCode>([
  'not-configured',
  'credentials-rejected',
  'employee-not-enrolled',
  'incode-refused',
  'incode-busy',
  'incode-unreachable',
  'live-elsewhere',
  'limit-reached',
  'cooling-down',
  'destination-not-allowed',
  'objected',
  'out-of-time',
  'changed-meanwhile',
  'jira-refused',
  'jira-busy',
  'jira-unreachable',
  'storage-unavailable',
]);

/** What has to be changed about these is on the settings page. */
const forAdministrators = new Set<ErrorCode>([
  'not-configured',
  'credentials-rejected',
  'incode-refused',
  'limit-reached',
  'objected',
]);

/** Whose own sentence an error's `reason` is. */
const speakers: Partial<Record<ErrorCode, string>> = { 'incode-refused': 'Incode', 'jira-refused': 'Jira' };

/** What happened while a link was being sent, and what to do next. `now`: the server's time. */
export function sendingErrorSentence(language: Language, error: WireError, now: number): string {
  const { t, sentences } = language;
  if (error.code === 'live-elsewhere') return liveElsewhere(language, error.values ?? {}, now);
  if (error.code === 'limit-reached') return limitReached(language, error.values ?? {}, now);
  if (error.code === 'cooling-down') return coolingDown(language, error.values ?? {}, now);
  const nothingSent = notSent.has(error.code) ? t('error.nothingSent') : undefined;
  return sentences(
    t(`error.${error.code}.what`),
    nothingSent,
    said(language, error),
    t(`error.${error.code}.next`),
  );
}

/** What happened while the panel was being read, and what to do next. */
export function loadingErrorSentence(language: Language, error: WireError): string {
  const { t, sentences } = language;
  return sentences(t(`error.${error.code}.what`), said(language, error), t(`error.${error.code}.next`));
}

/** Whether a Jira administrator can do something about it on the settings page. */
export function isForAdministrator({ code }: WireError): boolean {
  return forAdministrators.has(code);
}

/** The request from which another link is out, where the user may see it. */
export function requestWithLink({ code, values }: WireError): string | undefined {
  const issueKey = code === 'live-elsewhere' ? values?.['issueKey'] : undefined;
  return issueKey === undefined ? undefined : String(issueKey);
}

function said({ t }: Language, { code, reason }: WireError): string | undefined {
  const speaker = speakers[code];
  return speaker && reason ? t('error.says', { speaker, reason }) : undefined;
}

type ErrorValues = NonNullable<WireError['values']>;

function limitReached(language: Language, { whose, most, freeAt }: ErrorValues, now: number): string {
  const { t, counted, sentences } = language;
  const owner = limitOwners.find((each) => each === whose);
  return sentences(
    owner ? counted(`error.limit.${owner}`, Number(most)) : t('error.limit-reached.what'),
    t('error.nothingSent'),
    limitEnd(language, Number(freeAt), now),
  );
}

function limitEnd({ counted }: Language, freeAt: number, now: number): string {
  const hours = Math.min(24, Math.max(1, Math.ceil((freeAt - now) / 3_600_000)));
  return counted('error.limit.next', hours);
}

/** That a request has reached its limit, before anybody tries. */
export function ticketLimitSentence(
  language: Language,
  { most, freeAt }: NonNullable<PanelView['limit']>,
  now: number,
): string {
  const { counted, sentences } = language;
  return sentences(counted('error.limit.ticket', most), limitEnd(language, freeAt, now));
}

function coolingDown({ t, sentences }: Language, { endsAt }: ErrorValues, now: number): string {
  const seconds = Math.max(1, Math.ceil((Number(endsAt) - now) / 1000));
  return sentences(
    t('error.cooling-down.what'),
    t('error.nothingSent'),
    t('error.cooling-down.seconds', { seconds }),
  );
}

function liveElsewhere({ t, sentences }: Language, { endsAt, issueKey }: ErrorValues, now: number): string {
  const minutes = Math.max(1, Math.ceil((Number(endsAt) - now) / 60_000));
  const [what, next] =
    issueKey === undefined
      ? [t('error.elsewhere.unnamed', { minutes }), t('error.elsewhere.wait')]
      : [t('error.elsewhere.named', { minutes, issueKey }), t('error.live-elsewhere.next')];
  return sentences(what, t('error.nothingSent'), next);
}
