import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RegradesPage } from "~/ui/regrade/regrades-page";
import { listCourseRegrades } from "~/use-cases/author/list-regrades";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "questions.regrade");
  const { course, regrades } = await listCourseRegrades({ slug: args.params["course"]! });
  return { title: wordsFor(args)("regrade.history"), course, regrades };
}

export default function RegradesRoute() {
  const { course, regrades } = useLoaderData<typeof loader>();
  return <RegradesPage course={course} regrades={regrades} />;
}
