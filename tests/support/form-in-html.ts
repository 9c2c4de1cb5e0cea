/** What a browser without script would send of a form, as it stands in a page. */
export function formInHtml(html: string, holding: string): [name: string, value: string][] {
  const form = [...html.matchAll(/<form[^>]*method="post"[^>]*>(.*?)<\/form>/gs)]
    .map(([, inside]) => inside!)
    .find((inside) => inside.includes(holding));
  if (form === undefined) throw new Error(`no form holds ${holding}`);
  const fields: [string, string][] = [];
  for (const [tag, kind, inside] of form.matchAll(
    /<(input|textarea|select)\b[^>]*>(?:(?<=<select\b[^>]*>)(.*?)<\/select>)?/gs,
  )) {
    const head = /^<[^>]*>/.exec(tag)![0];
    const name = attribute(head, "name");
    if (name === undefined || / disabled(=|\s|>)/.test(head)) continue;
    if (kind === "input") {
      const type = attribute(head, "type");
      const ticks = type === "checkbox" || type === "radio";
      if (type !== "file" && (!ticks || / checked(=|\s|\/|>)/.test(head))) {
        fields.push([name, attribute(head, "value") ?? (ticks ? "on" : "")]);
      }
    } else if (kind === "select") {
      const options = [...(inside ?? "").matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => / selected(=|\s|>)/.test(option)) ?? options[0];
      fields.push([name, chosen === undefined ? "" : (attribute(chosen, "value") ?? "")]);
    } else {
      const from = form.indexOf(head) + head.length;
      fields.push([name, plain(form.slice(from, form.indexOf("</textarea>", from)))]);
    }
  }
  return fields;
}

/** The same fields with others in their place; a list gives a name several values, null takes it away. */
export function withFields(
  fields: readonly [string, string][],
  changes: Record<string, string | string[] | null>,
): [string, string][] {
  const kept = fields.filter(([name]) => !(name in changes));
  return [
    ...kept,
    ...Object.entries(changes).flatMap(([name, value]) =>
      [value ?? []].flat().map((each): [string, string] => [name, each]),
    ),
  ];
}

const attribute = (tag: string, name: string) => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
};

const plain = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
