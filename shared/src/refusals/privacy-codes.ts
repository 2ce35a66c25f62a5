/** What a person who changes what is told of people is told, and the HTTP status that goes with each. */
export const PRIVACY_STATUS = {
  "privacy-reason": 422,
  "privacy-date": 422,
  "privacy-consultation": 422,
  "privacy-supervisor": 422,
  "privacy-supervisor-alone": 422,
  "privacy-supervisor-unknown": 422,
} as const;

export type PrivacyCode = keyof typeof PRIVACY_STATUS;
