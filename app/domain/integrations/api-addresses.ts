const part = encodeURIComponent;

/** Addresses of the API that stand in messages and answers; the others are in `OPERATIONS`. */
export const evidenceApiPath = (period: string) => `/api/v1/evaluation-periods/${part(period)}/evidence`;
export const amendmentsApiPath = (period: string) => `/api/v1/evaluation-periods/${part(period)}/amendments`;
export const certificateApiPath = (serial: string) => `/api/v1/certificates/${part(serial)}`;
