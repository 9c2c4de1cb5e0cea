import { part, query } from "./address";

export const integrationsPath = () => "/admin/integrations";
export const newTokenPath = () => "/admin/integrations/tokens/create";
export const newEndpointPath = () => "/admin/integrations/webhooks/create";
/** `before`: messages older than one; `delivery`: that one opened. */
export const endpointPath = (endpoint: string, asked: { state?: string; before?: string; delivery?: string } = {}) =>
  `/admin/integrations/webhooks/${part(endpoint)}${query({ ...asked })}`;
export const apiDocsPath = () => "/api/docs";
export const openApiPath = () => "/api/v1/openapi.json";
export const officialReportPath = (period: string) => `/hr/evaluation/${part(period)}/report`;
export const samplePath = () => "/hr/samples";
