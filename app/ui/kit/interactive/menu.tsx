import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "../icon";
import { PageLocale } from "./locale";
import { useHydrated } from "./use-hydrated";

export interface MenuProps {
  label: ReactNode;
  items: readonly { label: string; href: string }[];
}

/** A few links behind one button; until the script runs the links unfold in place. */
export function Menu({ label, items }: MenuProps) {
  if (!useHydrated()) {
    return (
      <details className="drop">
        <summary>
          <span>{label}</span>
          <Icon name="down" />
        </summary>
        <ul className="drop-panel drop-list">
          {items.map((item) => (
            <li key={item.href}>
              <a href={item.href}>{item.label}</a>
            </li>
          ))}
        </ul>
      </details>
    );
  }
  return (
    <PageLocale>
      <MenuTrigger>
        <AriaButton className="button button-secondary">
          <span>{label}</span>
          <Icon name="down" />
        </AriaButton>
        <Popover className="popover">
          <AriaMenu className="popover-list">
            {items.map((item) => (
              <MenuItem key={item.href} href={item.href} className="popover-item">
                {item.label}
              </MenuItem>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </PageLocale>
  );
}
