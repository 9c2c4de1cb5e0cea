/** A certificate in force on which another name stands than on the staff list: it keeps it until it is issued anew. */
export interface OtherName {
  serial: string;
  number: string;
  printedName: string;
}
