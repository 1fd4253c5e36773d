package org.superbill.events;

import java.time.LocalDate;

/**
 * A release of a code system is in force from its effective date. Key: the system.
 *
 * @param system e.g. {@code icd-10-cm}, {@code hcpcs} or {@code cpt}
 * @param sha256 of the release's content, hexadecimal
 */
public record CodeReleaseActivated(String system, String release, LocalDate effectiveFrom, int codes, String sha256)
        implements Event {
    @Override
    public String subject() {
        return system;
    }
}
