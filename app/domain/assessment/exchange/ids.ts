/** Ids of one file. The first with an id that the file gives keeps it; made ones go round those. */
import { slugOf } from "./clean-text";

interface Named {
  line: number;
  id?: string | undefined;
  title?: string | undefined;
}

export class Ids<Thing extends Named> {
  private readonly given = new Map<string, Thing>();
  private readonly made = new Set<string>();

  constructor(things: readonly Thing[]) {
    for (const thing of things) {
      const id = this.givenIdOf(thing);
      if (id !== undefined && !this.given.has(id)) this.given.set(id, thing);
    }
  }

  givenIdOf({ id }: Thing): string | undefined {
    return id === undefined ? undefined : slugOf(id, 100) || undefined;
  }

  /** The line of an earlier thing of the same id. */
  twinOf(thing: Thing): number | null {
    const first = this.given.get(this.givenIdOf(thing) ?? "");
    return first && first !== thing ? first.line : null;
  }

  /** The given id, or one made of the title or else of the text. */
  idOf(thing: Thing, text: string, otherwise: string): string {
    const given = this.givenIdOf(thing);
    if (given !== undefined) return given;
    const wanted = slugOf(thing.title ?? "") || slugOf(text) || otherwise;
    let id = wanted;
    for (let count = 2; this.given.has(id) || this.made.has(id); count++) id = `${wanted}-${count}`;
    this.made.add(id);
    return id;
  }
}
