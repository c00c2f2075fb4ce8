import { speaking } from '../../support/speaking';

const NOON = Date.UTC(2026, 6, 5, 12, 30);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Spaces that do not break are spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('how long ago something was', () => {
  it.each([
    ['en-US', 59 * SECOND, 'just now'],
    ['en-US', MINUTE, '1 minute ago'],
    ['en-US', 59 * MINUTE, '59 minutes ago'],
    ['en-US', 23.9 * HOUR, '23 hours ago'],
    ['en-US', 49 * HOUR, '2 days ago'],
    ['de-DE', 3 * HOUR, 'vor 3 Stunden'],
    ['fr-FR', 30 * SECOND, 'à l’instant'],
    ['ja-JP', 5 * MINUTE, '5 分前'],
  ])('in %s, after %d ms: %s', (locale, ms, words) => {
    expect(speaking(locale).ago(NOON - ms, NOON)).toBe(words);
  });

  it('is just now where the clocks disagree', () => {
    expect(speaking('en-US').ago(NOON + MINUTE, NOON)).toBe('just now');
  });
});

describe('dates and times', () => {
  it.each([
    ['en-US', 'Jul 5, 2026, 12:30 PM', '12:30:00 PM'],
    ['de-DE', '05.07.2026, 12:30', '12:30:00'],
    ['ja-JP', '2026/07/05 12:30', '12:30:00'],
  ])('are written as in %s', (locale, date, time) => {
    const { onDate, atTime } = speaking(locale);
    expect([plain(onDate(NOON)), plain(atTime(NOON))]).toEqual([date, time]);
  });

  it('are in the time zone of the profile', () => {
    expect(speaking('de-DE', { timezone: 'Asia/Tokyo' }).onDate(NOON)).toBe('05.07.2026, 21:30');
  });

  it('do without a time zone that the browser does not know', () => {
    expect(speaking('de-DE', { timezone: 'Mars/Olympus' }).onDate(NOON)).toContain('05.07.2026');
  });

  it('are in the user’s own variant of the language', () => {
    expect(plain(speaking('en-US', { locale: 'en-GB' }).onDate(NOON))).toBe('5 Jul 2026, 12:30');
  });

  it.each(['pl-PL', 'not a locale'])(
    'are in the language of the texts where the user’s, %s, has none',
    (locale) => {
      const { ago, onDate } = speaking('en-US', { locale });
      expect([plain(onDate(NOON)), ago(NOON - HOUR, NOON)]).toEqual(['Jul 5, 2026, 12:30 PM', '1 hour ago']);
    },
  );
});

describe('a text', () => {
  it('has its placeholders filled in, and keeps those without a value', () => {
    expect(speaking('en-US').t('details.sentBy', { date: 'May 1' })).toBe('Sent on May 1 by {user}');
  });

  it('takes values as they are, whatever they look like', () => {
    const values = { name: '{email} $& \\', email: 'a@b.example' };
    expect(speaking('en-US').t('history.whom', values)).toBe('a@b.example ({email} $& \\)');
  });

  it('has the form that fits the number', () => {
    const left = (locale: string, count: number) => speaking(locale).counted('send.linksLeft', count);
    expect(left('en-US', 1)).toBe('One more link can be sent from this request for now.');
    expect(left('en-US', 2)).toBe('2 more links can be sent from this request for now.');
    expect(left('ja-JP', 1)).toBe('現在、このリクエストからあと 1 件のリンクを送信できます。');
    expect(left('de-DE', 1200)).toContain('1.200 Links');
  });

  it('of several sentences is joined as the language joins them', () => {
    expect(speaking('en-US').sentences('One.', undefined, 'Two.')).toBe('One. Two.');
    expect(speaking('ja-JP').sentences('一。', '二。', '三。')).toBe('一。二。三。');
  });

  it('with several names has them as the language lists them', () => {
    expect(speaking('en-US').list(['One', 'Two', 'Three'])).toBe('One, Two, Three');
    expect(speaking('ja-JP').list(['一', '二', '三'])).toBe('一、二、三');
    expect(speaking('de-DE').list([])).toBe('');
  });

  it('with a number has its thousands marked', () => {
    expect([speaking('en-US').number(1200), speaking('de-DE').number(1200)]).toEqual(['1,200', '1.200']);
  });
});
