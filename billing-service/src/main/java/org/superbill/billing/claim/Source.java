package org.superbill.billing.claim;

import org.jspecify.annotations.Nullable;

/**
 * Where a step of a claim comes from.
 *
 * @param kind {@code person}, {@code event}, {@code submission}, {@code x12-file}, {@code remittance}, {@code bulk-action} or {@code system}
 * @param id of what it names, e.g. the submission's
 * @param actor the subject of the token, {@code system} where no person acted
 */
public record Source(String kind, @Nullable String id, String actor) {
    static final String NOBODY = "system";
    static final Source SYSTEM = new Source("system", null, NOBODY);

    static Source of(String kind, @Nullable Object id) {
        return new Source(kind, id == null ? null : id.toString(), NOBODY);
    }

    /** Of whoever holds the token; {@code system} in consumers and jobs. */
    static Source by(String subject) {
        return subject.equals(NOBODY) ? SYSTEM : new Source("person", subject, subject);
    }
}
