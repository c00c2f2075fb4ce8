/** Loads the code that reads phone numbers. With its tables it is a quarter of all code; functions without it start sooner. */
export const loadPhoneNumbers = () => import(/* webpackMode: "eager" */ './phone-number');
