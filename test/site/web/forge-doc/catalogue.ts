import { buttons } from './buttons';
import { choices } from './choices';
import type { Catalogue } from './drawing';
import { feedback } from './feedback';
import { layout } from './layout';
import { objects } from './objects';
import { overlays } from './overlays';
import { pickers } from './pickers';
import { table } from './table';
import { text } from './text';
import { textInputs } from './text-inputs';

/**
 * Every UI Kit component that this site draws. The rest have no Atlaskit counterpart among the packages that come
 * with `@forge/react` (charts, editors, file picker and card, Frame) and are named on the page where they stand.
 */
export const catalogue: Catalogue = {
  ...layout,
  ...text,
  ...buttons,
  ...textInputs,
  ...choices,
  ...pickers,
  ...feedback,
  ...overlays,
  ...table,
  ...objects,
};
