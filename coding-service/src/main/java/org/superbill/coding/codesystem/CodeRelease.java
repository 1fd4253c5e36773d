package org.superbill.coding.codesystem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a code system, loaded whole and never edited. It is in force from its first day until the first day of the next active one.
 *
 * @param label unique in the system, e.g. {@code 2026}
 * @param effectiveFrom its first day
 * @param source who published it
 * @param sha256 of its codes in the compact form, hexadecimal
 * @param codes how many, headers included
 * @param activatedAt null while it is loaded but nobody sees it yet
 */
public record CodeRelease(
        long id,
        CodeSystem system,
        String label,
        LocalDate effectiveFrom,
        String source,
        String licence,
        String sha256,
        int codes,
        Instant loadedAt,
        @Nullable Instant activatedAt) {

    /**
     * The last day that its publisher made it for; after it the release stays in force until its successor is loaded. ICD-10 and MS-DRGs go by the federal fiscal year, which ends on
     * 30 September for a release of April too.
     */
    public LocalDate yearEnds() {
        if (!system.isOfFiscalYear()) {
            return effectiveFrom.plusYears(1).minusDays(1);
        }
        var october = LocalDate.of(effectiveFrom.getYear(), Month.OCTOBER, 1);
        return (effectiveFrom.isBefore(october) ? october : october.plusYears(1)).minusDays(1);
    }

    public boolean active() {
        return activatedAt != null;
    }
}
