import type { Agency } from "~/domain/organization/agency";
import { homePath, passwordPath, signInPath, signOutPath } from "~/paths";
import { Icon } from "~/ui/kit/icon";
import type { Preferences } from "~/ui/words/preferences";
import { useWords } from "~/ui/words/use-words";
import { DisplayMenu } from "./display-menu";
import { NavigationLinks } from "./navigation-links";
import type { Section } from "./navigation";

export interface HeaderProps {
  agency: Agency | undefined;
  viewer: { displayName: string; sections: Section[] } | null;
  preferences: Preferences;
  section: Section | undefined;
  quiet: boolean;
  returnTo: string;
}

export function Header({ agency, viewer, preferences, section, quiet, returnTo }: HeaderProps) {
  const t = useWords();
  const guides = viewer && !quiet ? viewer : null;
  return (
    <header className="site-header no-print">
      <div className="site-agency">
        <p>
          {agency?.parentName ? <span>{agency.parentName}</span> : null}
          <strong>{agency?.configured ? agency.name : t("frame.agencyMissing")}</strong>
        </p>
        <DisplayMenu preferences={preferences} returnTo={returnTo} />
      </div>
      <div className="site-bar">
        <a className="word-mark" href={homePath()}>
          {t("frame.siteName")}
        </a>
        {guides ? (
          <nav className="site-nav" aria-label={t("frame.mainNavigation")}>
            <NavigationLinks sections={guides.sections} section={section} />
          </nav>
        ) : null}
        {guides ? (
          <details className="site-account drop">
            <summary>
              <Icon name="person" />
              <span>{guides.displayName}</span>
              <Icon name="down" />
            </summary>
            <div className="drop-panel">
              <AccountLinks />
            </div>
          </details>
        ) : null}
        {guides ? (
          <details className="site-menu drop">
            <summary>
              <Icon name="menu" />
              <span>{t("frame.menu")}</span>
            </summary>
            <div className="drop-panel">
              <nav aria-label={t("frame.mainNavigation")}>
                <NavigationLinks sections={guides.sections} section={section} />
              </nav>
              <p className="drop-title">{guides.displayName}</p>
              <AccountLinks />
            </div>
          </details>
        ) : null}
        {!viewer && !quiet ? (
          <a className="site-sign-in" href={signInPath()}>
            {t("frame.signIn")}
          </a>
        ) : null}
      </div>
    </header>
  );
}

function AccountLinks() {
  const t = useWords();
  return (
    <ul className="drop-list">
      <li>
        <a href={passwordPath()}>{t("frame.changePassword")}</a>
      </li>
      <li>
        <form method="post" action={signOutPath()}>
          <button type="submit">{t("frame.signOut")}</button>
        </form>
      </li>
    </ul>
  );
}
