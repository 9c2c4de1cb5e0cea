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
  const { scope } = await requirePermission(args, "questions.regrade");
  const list = await listCourseRegrades({ slug: args.params["course"]!, scope });
  return { title: wordsFor(args)("regrade.history"), ...list };
}

export default function RegradesRoute() {
  const { course, regrades, toLookAt } = useLoaderData<typeof loader>();
  return <RegradesPage course={course} regrades={regrades} toLookAt={toLookAt} />;
}
