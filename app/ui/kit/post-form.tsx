import { useLocation } from "@remix-run/react";
import { type ComponentPropsWithoutRef, forwardRef } from "react";

/**
 * A form that is sent to the page on which it stands. It names that address: without one a browser keeps the fragment of the last link
 * that was followed, and a page that comes back begins there, not at what is wrong.
 */
export const PostForm = forwardRef<HTMLFormElement, Omit<ComponentPropsWithoutRef<"form">, "method" | "action">>(
  function PostForm(props, ref) {
    const { pathname, search } = useLocation();
    return <form ref={ref} method="post" action={`${pathname}${search}`} {...props} />;
  },
);
