import { lackNow } from '../components/requirement-words';
import { looksOf } from '../components/state-looks';
import { stateNow } from '../components/state-now';
import { personWords } from '../components/verification-words';
import { isOlderCompleted } from './older-link';
import type { Lack } from '../components/requirement-words';
import type { Language } from '../language/language';
import type { AttemptView, PanelView, VerificationView } from '../../contract/issue-panel';

/** Something to announce to users who look elsewhere on the page. */
export interface Announcement {
  /** What it is about; a newer announcement about the same takes its place. */
  about: 'verification' | 'attempt' | 'older-link';
  /** Tells it from the one before. */
  key: string;
  title: string;
  description: string;
  type: 'info' | 'success' | 'warning' | 'error';
}

/** What there is to be told of a request as it stands. `now`: the server's time. */
export function announcementsOf(language: Language, view: PanelView, now: number): Announcement[] {
  const { attempt, verification } = view;
  return [
    ...(attempt?.state === 'in-doubt' ? [doubt(language, attempt)] : []),
    ...(verification ? [state(language, verification, now, lackNow(view, now))] : []),
    ...(verification && isOlderCompleted(view) ? [olderCompleted(language, verification)] : []),
  ];
}

function state(
  language: Language,
  verification: VerificationView,
  now: number,
  lack: Lack | undefined,
): Announcement {
  const { t, list } = language;
  const { sessionId, environment, subject, delivery } = verification;
  const shown = stateNow(verification, now);
  const title = t(`state.${shown}.title`);
  const { message } = looksOf(shown, environment, lack === undefined);
  const where =
    shown === 'sent' ? [t(`when.to.${delivery.method}`, { destination: delivery.maskedDestination })] : [];
  return {
    about: 'verification',
    key: `${sessionId} ${shown}`,
    title: environment === 'demo' ? t('demo.title', { title }) : title,
    description: list([personWords(language, subject), ...where]),
    type: message === 'information' ? 'info' : message,
  };
}

function doubt({ t }: Language, { startedAt }: AttemptView): Announcement {
  return {
    about: 'attempt',
    key: `in doubt ${startedAt}`,
    title: t('attempt.in-doubt.title'),
    description: t('attempt.in-doubt.text'),
    type: 'warning',
  };
}

function olderCompleted({ t }: Language, { sessionId }: VerificationView): Announcement {
  return {
    about: 'older-link',
    key: `older than ${sessionId}`,
    title: t('panel.olderCompleted.title'),
    description: t('panel.olderCompleted.text'),
    type: 'warning',
  };
}
