/** What was done about an answer when it was worked. */
export interface HandledAnswer {
  readonly answerId: number;
  /** The message that acknowledges it. */
  readonly acknowledgedBy: number | undefined;
  /** Why there is none, where the survey asks for one. */
  readonly refusal: string | undefined;
  /** The number of the journey that it leads to. */
  readonly leadsTo: number | undefined;
}
