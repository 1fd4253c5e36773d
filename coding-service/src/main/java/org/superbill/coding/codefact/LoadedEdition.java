package org.superbill.coding.codefact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An edition of facts that has been loaded.
 *
 * @param kind which file it is an edition of, e.g. {@code icd-10-cm-tabular}
 * @param sha256 of its text as it ships, hexadecimal
 * @param facts how many rows
 * @param withdrawnAt null while it is in use
 */
record LoadedEdition(
        long id,
        String kind,
        String label,
        LocalDate effectiveFrom,
        String source,
        String licence,
        String sha256,
        int facts,
        Instant loadedAt,
        @Nullable Instant withdrawnAt) {
    boolean inUse() {
        return withdrawnAt == null;
    }

    LoadedEdition withdrawn(Instant at) {
        return new LoadedEdition(id, kind, label, effectiveFrom, source, licence, sha256, facts, loadedAt, at);
    }
}
