import type { Delivering } from './steps';

/** How Incode delivers while nothing is wrong, by its switches. */
export const PLAIN = {
  doubleDeliveries: false,
  deliveryDelay: 0,
  reorderDeliveries: false,
  dropDeliveries: false,
};

/** What differs then. */
export const DELIVERING: Record<Delivering, object> = {
  plain: {},
  twice: { doubleDeliveries: true },
  late: { deliveryDelay: 120 },
  reordered: { reorderDeliveries: true },
  lost: { dropDeliveries: true },
};
