/** What a province is to be filled with. */
export interface Plan {
  people: number;
  password: string;
  crowd: { readers: number; savers: number; handers: number; holders: number };
}

/** Who stands ready in a filled province. */
export interface Stage {
  course: { slug: string; title: string };
  /** The one in the middle when all are sorted by length. */
  lesson: { id: string; title: string };
  /** People who can sign in with the password of the plan. */
  signIns: string[];
  readers: { cookie: string; name: string }[];
  /** With an open paper; `fields` is the form of one answer. */
  savers: { cookie: string; attemptId: string; answers: { question: string; fields: string }[] }[];
  /** With a paper whose answers are all saved; handing it in earns a certificate. */
  handers: { cookie: string; attemptId: string }[];
  certificates: { serial: string; name: string }[];
  hr: { cookie: string; name: string; unitName: string };
}
