// Only the type: the words themselves stay out of the bundle and come from Forge.
import type english from '../../../static/locales/en-US.json';

/** The key of a text in `static/locales`. */
export type Word = keyof typeof english;

/** The beginning of the keys of a text that has one form for one (`….one`) and another for several (`….other`). */
export type Counted<W = Word> = W extends `${infer Beginning}.other` ? CountedOnce<Beginning> : never;

type CountedOnce<Beginning extends string> = `${Beginning}.one` extends Word ? Beginning : never;
