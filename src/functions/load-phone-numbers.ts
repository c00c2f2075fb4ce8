/** Loads what reads phone numbers: a quarter of all code with its tables, so that functions which need none start sooner. */
export const loadPhoneNumbers = () => import(/* webpackMode: "eager" */ './phone-number');
