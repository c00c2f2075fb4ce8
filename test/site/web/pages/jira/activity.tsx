import { useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import SortDescendingIcon from '@atlaskit/icon/core/sort-descending';
import { AdfDocument } from '../../adf/adf-document';
import { PersonAvatar } from '../person-avatar';
import { useNow } from '../site-context';
import { dateTime, timeAgo } from '../time';
import type { JiraComment } from './jira-client';

/** The comments on a request; internal notes look different, so that nobody takes them for an answer to the customer. */
export function Activity({ comments }: { comments: readonly JiraComment[] }): ReactNode {
  const [newestFirst, setNewestFirst] = useState(true);
  const shown = newestFirst ? comments.toReversed() : comments;
  return (
    <section className="activity" aria-labelledby="activity">
      <div className="activity-header">
        <h2 id="activity">Activity</h2>
        <Button
          appearance="subtle"
          spacing="compact"
          iconAfter={SortDescendingIcon}
          onClick={() => {
            setNewestFirst(!newestFirst);
          }}
        >
          {newestFirst ? 'Newest first' : 'Oldest first'}
        </Button>
      </div>
      {comments.length === 0 && <p className="subtle">No comments yet.</p>}
      <ol className="comments">
        {shown.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One comment; an internal note says so. */
export function Comment({ comment }: { comment: JiraComment }): ReactNode {
  const now = useNow();
  const at = Date.parse(comment.created);
  const isInternal = !comment.jsdPublic;
  return (
    <article
      className="comment"
      data-internal={isInternal}
      aria-label={`Comment by ${comment.author.displayName}`}
    >
      <PersonAvatar
        name={comment.author.displayName}
        isApp={comment.author.accountType === 'app'}
        size="medium"
      />
      <div>
        <header>
          <strong>{comment.author.displayName}</strong>
          <time dateTime={comment.created} title={dateTime(at)}>
            {timeAgo(at, now)}
          </time>
          {isInternal && (
            <span className="internal-note">
              <LockLockedIcon label="" size="small" /> Internal note
            </span>
          )}
        </header>
        <AdfDocument document={comment.body} />
      </div>
    </article>
  );
}
