import type { ReactNode } from 'react';
import Avatar from '@atlaskit/avatar';
import { initialsPicture } from '../initials-picture';
import { useSite } from './site-context';

interface PersonAvatarProps {
  /** Nobody, if left out. */
  name?: string | undefined;
  /** An app has its icon for a picture. */
  isApp?: boolean;
  size?: 'small' | 'medium';
}

/** Somebody's initials, as Jira draws them; decorative, since the name always stands beside it. */
export function PersonAvatar({ name, isApp = false, size = 'small' }: PersonAvatarProps): ReactNode {
  const { app } = useSite();
  const appIcon = isApp ? app.modules.find(({ icon }) => icon)?.icon : undefined;
  const picture = appIcon ?? (name && initialsPicture(name));
  return <Avatar size={size} {...(picture && { src: picture })} borderColor="transparent" />;
}
