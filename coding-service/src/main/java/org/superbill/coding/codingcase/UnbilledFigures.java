package org.superbill.coding.codingcase;

/**
 * What is discharged and not final-billed, of one coder, specialty, payer, kind or day.
 *
 * @param reason why: {@code bill-hold} (within the policy's days after discharge), {@code on-hold}, {@code nobody-has-it},
 *     {@code in-coding}, {@code query-open}, {@code waits-for-audit}, {@code coded-not-billed}; of a day gone by {@code not-completed} too
 *     (we heard of the encounter later), and {@code in-coding} is all that was not coded
 * @param cents charged
 */
public record UnbilledFigures(String key, String reason, long cases, long cents) {}
