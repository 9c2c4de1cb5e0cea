/** The smallest pieces of Moodle XML. */

export const escaped = (value: string) =>
  value
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!)
    .replace(/\r/g, "&#13;");

export const text = (value: string) => `<text>${escaped(value)}</text>`;

export const plain = (name: string, value: string) => `<${name} format="plain_text">${text(value)}</${name}>`;
