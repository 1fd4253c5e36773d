package org.superbill.coding.codeindex;

import java.time.LocalDate;

/**
 * One edition of one part of the index, loaded whole and never edited.
 *
 * @param effectiveFrom its first day; it is in force until the first day of the next
 * @param sha256 of its compact form, hexadecimal
 */
public record CodeIndexRelease(
        long id, CodeIndexTable table, String label, LocalDate effectiveFrom, String sha256, int terms) {}
