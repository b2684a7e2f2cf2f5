/** Whether a text is a decimal that `Intl` writes exactly, digit for digit, without becoming a number on the way. */
export function isDecimal(text: string): text is Intl.StringNumericLiteral {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** @throws {RangeError} If the text is no decimal: an amount that is not one is never printed as another. */
export function decimal(text: string): Intl.StringNumericLiteral {
  if (!isDecimal(text)) throw new RangeError(`${text} is no decimal`);
  return text;
}
