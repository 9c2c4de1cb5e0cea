import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LibraryCoursePage } from "~/ui/library/course-page";
import { viewLibraryCourse } from "~/use-cases/author/view-library-course";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.view");
  const course = await viewLibraryCourse({ slug: args.params["course"]!, now: args.context.now });
  return { title: course.manifest.title, course };
}

export default function LibraryCourseRoute() {
  return <LibraryCoursePage course={useLoaderData<typeof loader>().course} />;
}
