import type { MetaDescriptor } from "@remix-run/node";

interface PageMetaArgs {
  data: unknown;
}

const SITE = "Chuẩn mực";

/** `export const meta = pageMeta`: the loader's `title`, then the name of the site. */
export function pageMeta({ data }: PageMetaArgs): MetaDescriptor[] {
  const title = typeof data === "object" && data !== null && "title" in data ? String(data.title) : "";
  return [{ title: title === "" ? SITE : `${title} – ${SITE}` }];
}
