/** What a kept body must be made by to be read; rises when its shape or its formulas change. */
export const BODY_SHAPE = 3;
