package org.superbill.events;

import java.time.LocalDate;

/**
 * A release of a code system that was in force is taken back whole: its days belong to the releases around it again. Key: the system.
 *
 * @param system as in {@link CodeReleaseActivated}
 * @param effectiveFrom the day from which it was in force
 * @param sha256 of the content that is gone, hexadecimal
 */
public record CodeReleaseRolledBack(String system, String release, LocalDate effectiveFrom, String sha256)
        implements Event {
    @Override
    public String subject() {
        return system;
    }
}
