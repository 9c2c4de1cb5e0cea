/** Strokes on a 24-unit grid, drawn for this site: round ends, one weight. */
const PATHS = {
  check: "M5 12.5l4.5 4.5L19 7",
  "check-circle": "M12 3a9 9 0 100 18 9 9 0 000-18M8 12.3l2.8 2.7L16 9.5",
  close: "M6 6l12 12M18 6L6 18",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18M12 7.5V12l3 2",
  warning: "M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.1",
  stop: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.2v.1",
  info: "M12 3a9 9 0 100 18 9 9 0 000-18M12 11v5.5M12 7.6v.1",
  circle: "M12 4a8 8 0 100 16 8 8 0 000-16",
  half: "M12 4a8 8 0 100 16 8 8 0 000-16M12 4v16M12 8h6.5M12 12h8M12 16h6.5",
  lock: "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 017 0V11",
  right: "M5 12h14M13 6l6 6-6 6",
  left: "M19 12H5M11 6l-6 6 6 6",
  up: "M6 15l6-6 6 6",
  down: "M6 9l6 6 6-6",
  next: "M9 6l6 6-6 6",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  upload: "M12 16V5M7 9.5l5-5 5 5M4.5 20h15",
  print: "M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 14h10v6.5H7z",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13M15.3 15.3L20 20",
  book: "M12 6.5C10 5 7.2 4.5 3.5 4.5v14c3.7 0 6.5.5 8.5 2 2-1.5 4.8-2 8.5-2v-14c-3.7 0-6.5.5-8.5 2zM12 6.5v14",
  document: "M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 16h6",
  certificate: "M3.5 5h17v11h-6M8.5 16h-5V5M8 9h8M11.5 13a3 3 0 100 6 3 3 0 000-6M9.8 18.4V22l1.7-1 1.7 1v-3.6",
  person: "M12 4a4 4 0 100 8 4 4 0 000-8M4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6",
  people:
    "M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7M2.5 19.5c.7-3.5 3-5.2 6.5-5.2s5.8 1.7 6.5 5.2M15.5 5.3a3.5 3.5 0 010 6.5M18 14.8c2 .7 3.1 2.3 3.5 4.7",
  unit: "M4 20.5V7l8-3.5L20 7v13.5M2.5 20.5h19M8 10.5h2M14 10.5h2M8 14.5h2M14 14.5h2M10.5 20.5v-2.5h3v2.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M19.5 14.5A8 8 0 019.5 4.5a8 8 0 1010 10z",
  "text-size": "M2.5 18.5L8 5l5.5 13.5M4.5 14h7M14.5 18.5l3.5-8.5 3.5 8.5M15.7 15.8h4.6",
  calendar: "M4 6h16v14.5H4zM4 10.5h16M8 3.5V7M16 3.5V7",
  edit: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13.5h8L17 7M10.5 10.5v6.5M13.5 10.5v6.5",
  plus: "M12 5v14M5 12h14",
  flag: "M6 21V4M6 5h12l-2.5 4L18 13H6",
  filter: "M4 6h16M7 12h10M10 18h4",
  external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  scales:
    "M12 4v16.5M7 20.5h10M5 7.5l7-1.5 7 1.5M5 7.5L2.5 14h5zM19 7.5L16.5 14h5zM2.5 14a2.5 2.5 0 005 0M16.5 14a2.5 2.5 0 005 0",
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
  name: IconName;
  /** Read aloud in its place; without it the icon is silent, because a word stands beside it. */
  label?: string;
}

export function Icon({ name, label }: IconProps) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
