/** Who or what has a limit of links a day. */
export const limitOwners = ['employee', 'ticket', 'agent'] as const;

export type LimitOwner = (typeof limitOwners)[number];
