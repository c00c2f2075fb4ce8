import { useEffect, type ReactNode } from 'react';
import EmailIcon from '@atlaskit/icon/core/email';
import CommentIcon from '@atlaskit/icon/core/comment';
import type { MessageView } from '../../../incode/views';
import { requestJson } from '../../http';
import { useNow } from '../site-context';
import { timeAgo, timeOfDay } from '../time';
import { useSiteData } from '../use-site-data';
import './phone.css';

const loadMessages = () => requestJson<{ messages: MessageView[] }>('/phone/data');

/** The employee's phone, with every message that Incode sent, newest first. */
export function PhonePage(): ReactNode {
  const { data } = useSiteData(loadMessages);
  const now = useNow();
  useEffect(() => {
    document.title = 'Phone';
  }, []);
  return (
    <main className="phone">
      <div className="phone-status" aria-hidden="true">
        <span>{timeOfDay(now)}</span>
        <span className="phone-signal">●●●●○ 5G</span>
      </div>
      <h1>Messages</h1>
      {data?.messages.length === 0 && (
        <p className="phone-empty">
          No messages yet. A verification link that is sent to an employee arrives here.
        </p>
      )}
      <ol>
        {data?.messages.map((message) => (
          <li key={message.id}>
            <Message message={message} now={now} />
          </li>
        ))}
      </ol>
    </main>
  );
}

function Message({ message, now }: { message: MessageView; now: number }): ReactNode {
  const Icon = message.channel === 'sms' ? CommentIcon : EmailIcon;
  const channel = message.channel === 'sms' ? 'SMS' : 'Email';
  return (
    <article className="message" aria-label={`${channel} to ${message.to}`}>
      <header>
        <span className="message-icon" data-channel={message.channel}>
          <Icon label="" color="currentColor" />
        </span>
        <span className="message-sender">
          <strong>Incode</strong>
          <small>
            {channel} to {message.to}
          </small>
        </span>
        <time>{timeAgo(Date.parse(message.at), now)}</time>
      </header>
      <p>
        <Linked text={message.text} link={message.link} />
      </p>
    </article>
  );
}

/** The text with its link made clickable; if the text does not contain the link, it follows the text. */
function Linked({ text, link }: { text: string; link: string }): ReactNode {
  const [before, after] = text.includes(link) ? text.split(link, 2) : [`${text} `, ''];
  return (
    <>
      {before}
      <a href={link}>{link}</a>
      {after}
    </>
  );
}
