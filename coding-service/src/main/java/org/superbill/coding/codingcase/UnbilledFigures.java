package org.superbill.coding.codingcase;

/**
 * What is discharged and not final-billed, of one coder, specialty, payer, kind or day.
 *
 * @param reason why: {@code bill-hold} (within the policy's days after discharge), {@code on-hold}, {@code nobody-has-it},
 *     {@code in-coding}, {@code query-open}, {@code waits-for-audit}, {@code coded-not-billed}
 * @param waitsFor who has it in coding, or the practitioner who was asked; empty text else
 * @param recorded whether it is told as it was then; else, of a day before who has a case was kept, {@code in-coding} is all that was not coded
 * @param cents charged
 */
public record UnbilledFigures(String key, String reason, String waitsFor, boolean recorded, long cases, long cents) {}
