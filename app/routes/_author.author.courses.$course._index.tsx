import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { scopeOf } from "~/domain/auth/permissions";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LibraryCoursePage } from "~/ui/library/course-page";
import { countWaiting } from "~/use-cases/author/list-marking";
import { viewLibraryCourse } from "~/use-cases/author/view-library-course";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const courseSlug = args.params["course"]!;
  const course = await viewLibraryCourse({ slug: courseSlug, now: args.context.now });
  const scope = scopeOf(viewer, "answers.mark");
  const waitingToBeMarked =
    scope.length > 0 ? await countWaiting({ courseSlug, scope, markerId: viewer.official?.id ?? null }) : null;
  return { title: course.manifest.title, course, waitingToBeMarked };
}

export default function LibraryCourseRoute() {
  const { course, waitingToBeMarked } = useLoaderData<typeof loader>();
  return <LibraryCoursePage course={course} waitingToBeMarked={waitingToBeMarked} />;
}
