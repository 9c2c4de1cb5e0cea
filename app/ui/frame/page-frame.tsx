import type { ReactNode } from "react";
import { useLocation, useMatches } from "@remix-run/react";
import type { Agency } from "~/domain/organization/agency";
import { Notice, type NoticeKind } from "~/ui/kit/notice";
import { SkipLink } from "~/ui/kit/skip-link";
import { DEFAULT_PREFERENCES, type Preferences } from "~/ui/words/preferences";
import { Footer } from "./footer";
import { Header } from "./header";
import type { Section } from "./navigation";
import { pageHandleOf } from "./page-handle";

/** What the root's loader knows about the reader; nothing of it when that loader failed. */
export interface FrameFacts {
  preferences: Preferences;
  viewer: { displayName: string; sections: Section[] } | null;
  agency: Agency;
  notice: { kind: NoticeKind; text: string } | null;
}

export interface PageFrameProps {
  facts: FrameFacts | undefined;
  children: ReactNode;
}

/** Header, navigation and foot around every page; the page itself stands in <main>. */
export function PageFrame({ facts, children }: PageFrameProps) {
  const { pathname, search } = useLocation();
  const { section, quiet } = pageHandleOf(useMatches().map((match) => match.handle));
  const notice = facts?.notice;
  return (
    <>
      <SkipLink />
      <Header
        agency={facts?.agency}
        viewer={facts?.viewer ?? null}
        preferences={facts?.preferences ?? DEFAULT_PREFERENCES}
        section={section}
        quiet={quiet}
        returnTo={pathname + search}
      />
      <main id="content" tabIndex={-1}>
        {notice ? (
          <div className="page-notice">
            <Notice kind={notice.kind} live>
              {notice.text}
            </Notice>
          </div>
        ) : null}
        {children}
      </main>
      <Footer agency={facts?.agency} />
    </>
  );
}
