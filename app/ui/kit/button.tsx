import type { ButtonHTMLAttributes, AnchorHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon";

interface Shared {
  /** primary: the one next step; secondary: beside it; quiet: in rows of tables; danger: takes something away. */
  kind?: "primary" | "secondary" | "quiet" | "danger";
  icon?: IconName;
  /** Where the icon stands. */
  iconAt?: "start" | "end";
  children: ReactNode;
}

type AsButton = Shared & { href?: undefined } & Omit<
    ButtonHTMLAttributes<HTMLButtonElement>,
    "children" | "className" | "style"
  >;
type AsLink = Shared & { href: string } & Omit<
    AnchorHTMLAttributes<HTMLAnchorElement>,
    "children" | "className" | "style" | "href"
  >;
export type ButtonProps = AsButton | AsLink;

/** With `href` it is a link that looks like a button: use it for going somewhere, a button for doing something. */
export function Button(props: ButtonProps) {
  const { kind = "primary", icon, iconAt = "start", children, ...rest } = props;
  const className = `button button-${kind}`;
  const inside = (
    <>
      {icon && iconAt === "start" ? <Icon name={icon} /> : null}
      <span>{children}</span>
      {icon && iconAt === "end" ? <Icon name={icon} /> : null}
    </>
  );
  if (rest.href !== undefined) {
    return (
      <a {...rest} className={className}>
        {inside}
      </a>
    );
  }
  const { type = "submit", ...button } = rest;
  return (
    <button {...button} type={type} className={className}>
      {inside}
    </button>
  );
}
